import { isId } from '../platform/ids.ts'
import type { AuditEntry } from './audit-overview.ts'
import { ofBureaus, stepsOfMembers } from './audit-texts-bureaus.nl.ts'

/**
 * What an event says, as a sentence with the person who did it as its subject: "An Peeters *gaf de kiesbrieven vrij*".
 * `{name}` is filled in from the details of the event. A test holds these against every action that is recorded anywhere.
 */
const texts: Readonly<Record<string, string>> = {
  'audit.exported': 'voerde het auditlogboek uit als CSV',
  'audit.look-up-examined': 'ging een opvallende opzoeking na: {conclusion}',
  'audit.opened': 'bekeek het logboek',
  'audit.person-asked': 'opende de pagina waar men vraagt wie een kiezer bekeek',
  'audit.person-shown': 'vroeg op wie de gegevens van deze kiezer bekeek',
  'audit.unusual-look-up': 'viel op door opzoekingen: {rule}',
  'audit.unusual-opened': 'bekeek de opvallende opzoekingen',
  ...ofBureaus,
  'calendar.opened': 'bekeek de kalender van de verkiezing',
  'certificate.downloaded': 'haalde een certificaat op',
  'certificate.opened': 'bekeek of de som klopt',
  'certificate.verified': 'keek een certificaat na',
  'certificate.written': 'schreef het certificaat',
  'corrections.compared': 'legde een nieuwe kiesbrief naast de oude',
  'corrections.opened': 'bekeek de verbeteringen na de vrijgave',
  'delivery.campaign-opened': 'opende de verzending',
  'delivery.campaign-resumed': 'liet de verzending verdergaan',
  'delivery.arrived-beside':
    'een brief bleek toch aangekomen nadat hij opnieuw verstuurd was: de kiezer kan hem twee keer hebben',
  'delivery.campaign-stopped': 'legde de verzending stil: {because}',
  'delivery.consents-searched': 'vroeg hoeveel kiezers een e-Box gebruiken',
  'delivery.figures-downloaded': 'haalde cijfers van de verzending op',
  'delivery.followed': 'volgde de verzending',
  'delivery.held-back': 'hield de verzending tegen',
  'delivery.all-let-go': 'liet alle brieven vertrekken',
  'delivery.opened': 'bekeek hoe het met de verzending staat',
  'delivery.read-status-pulled': 'vroeg op welke brieven geopend zijn',
  'delivery.key-clash':
    'de e-Box kende de sleutel van een brief al, maar niet van ons: de brief is onbevestigd',
  'delivery.receipt-repeated': 'een ontvangstbewijs kwam een tweede keer: de brief is onbevestigd',
  'delivery.retried': 'liet mislukte zendingen opnieuw proberen',
  'delivery.scheduled': 'legde vast wanneer brieven vertrekken',
  'delivery.settled': 'besliste over een onbevestigde zending',
  'delivery.timeline-shown': 'bekeek wat er met één zending gebeurde',
  'delivery.unconfirmed-listed': 'bekeek de onbevestigde brieven',
  'delivery.wave-sent': 'liet een eerste golf vertrekken',
  'desk.opened': 'bekeek de verkiezingen van de gemeente',
  'desk.refused': 'probeerde iets wat niet mag of niet kan: {because}',
  'duplicates.opened': 'opende het loket voor duplicaten',
  'duplicates.shown': 'bekeek een duplicaat dat gegeven is',
  'election.add-opened': 'opende de pagina om een verkiezing toe te voegen',
  'election.added': 'voegde de verkiezing toe',
  'election.change-opened': 'opende de pagina om de verkiezing te wijzigen',
  'election.facts-opened': 'bekeek de gegevens van de verkiezing',
  'election.file-taken': 'haalde het bestand van de verkiezing op',
  'election.hold-lifted': 'hief de bewaarplicht op',
  'election.hold-placed': 'legde een bewaarplicht op: {reason}',
  'election.opened': 'bekeek hoe ver de verkiezing staat',
  'election.purge-reported': 'schreef het verslag van het wissen',
  'election.purged': 'wiste gegevens van de verkiezing',
  'election.updated': 'wijzigde de verkiezing',
  'election.validated': 'noteerde dat de verkiezing geldig verklaard is',
  'installation.health-opened': 'bekeek hoe de installatie het doet',
  'installation.municipality-added': 'voegde een gemeente toe aan de installatie: NIS-code {nisCode}',
  'installation.municipality-updated': 'wijzigde de gegevens van een gemeente: NIS-code {nisCode}',
  'installation.party-tried': 'probeerde of een partij antwoordt',
  'installation.opened': 'bekeek de gemeenten van de installatie',
  'installation.settings-opened': 'bekeek de instellingen van de installatie',
  'letters.composed': 'maakte de kiesbrieven op',
  'letters.departure-stated': 'schreef de verklaring aan de gouverneur',
  'letters.duplicate-opened': 'opende een duplicaat om het af te drukken',
  'letters.duplicated': 'gaf een duplicaat van een kiesbrief: {reason}',
  'letters.duplicated-offline': 'gaf een duplicaat door dat zonder netwerk gegeven was: {reason}',
  'letters.glass-broken': 'nam bij noodgeval het recht om één aanvraag vrij te geven: {reason}',
  'letters.not-printed': 'kon niet alle brieven voor de drukker klaarzetten',
  'letters.print-file-downloaded': 'haalde een bestand voor de drukker op: {file}',
  'letters.print-files-listed': 'bekeek de bestanden voor de drukker',
  'letters.opened': 'bekeek de pagina van de kiesbrieven',
  'letters.printed': 'schreef een bestand voor de drukker',
  'letters.released': 'gaf {letters} kiesbrieven vrij',
  'letters.release-approved': 'besliste als tweede persoon om de kiesbrieven vrij te geven',
  'letters.release-held-back': 'kon een besliste vrijgave niet uitvoeren: {because}',
  'letters.release-resumed': 'liet een gestopte vrijgave verdergaan',
  'letters.release-refused': 'weigerde de vrijgave: {reason}',
  'letters.release-requested': 'vroeg de vrijgave van de kiesbrieven: {reason}',
  'letters.rendered': 'bekeek een kiesbrief: {format}',
  'letters.reprinted': 'schreef een bestand voor de drukker opnieuw: {reason}',
  'letters.return-followed-up': 'volgde een teruggekeerde brief op',
  'letters.returned': 'noteerde brieven die terugkwamen',
  'letters.run-asked': 'vroeg iets over de kiesbrieven dat een tijd duurt',
  'letters.run-stopped': 'stopte het opmaken, de proef, het terugnemen of de vrijgave',
  'letters.returned-listed': 'bekeek de teruggekeerde brieven',
  'letters.sampled': 'nam een steekproef van de kiesbrieven',
  'citizen.addresses-erased': 'wiste {addresses} e-mailadressen die niet meer nodig waren',
  'citizen.convocation-opened': 'las zelf waar en wanneer als lid van een bureau verwacht te worden',
  'citizen.data-opened': 'vroeg zelf op wie de eigen gegevens bekeek',
  'citizen.duplicate-opened': 'opende zelf de pagina van het duplicaat',
  'citizen.duplicate-read': 'opende zelf een duplicaat',
  'citizen.letter-opened': 'opende zelf de pagina van de eigen brief',
  'citizen.letter-read': 'las zelf de eigen brief',
  'citizen.mail-asked': 'vroeg zelf om mail over de eigen brief',
  'citizen.mail-confirmed': 'bevestigde zelf het e-mailadres',
  'citizen.mail-opened': 'opende zelf de pagina over mail',
  'citizen.mail-refused': 'kon een mail aan deze kiezer niet bezorgen: het adres neemt er geen aan',
  'citizen.mail-stopped': 'zette zelf de mail over de eigen brief uit',
  'citizen.mailed': 'stuurde deze kiezer een mail die de kiezer vroeg',
  'citizen.polling-desk-kept': 'bewaarde zelf het scherm voor het stembureau op een toestel',
  'citizen.polling-desk-opened': 'opende zelf het scherm voor het stembureau',
  'citizen.elections-opened': 'opende zelf de pagina’s voor burgers',
  'citizen.election-opened': 'las zelf op de pagina’s voor burgers waar en wanneer te stemmen',
  'letters.page-opened': 'bekeek een kiesbrief',
  'letters.previewed': 'bekeek een voorbeeld van de kiesbrief',
  'letters.shown': 'bekeek de versies van de brief van een kiezer',
  'letters.withdrawn': 'trok brieven in: {reason}',
  'municipality.add-opened': 'opende de pagina om een gemeente toe te voegen',
  'municipality.added': 'voegde de gemeente toe',
  'municipality.change-opened': 'opende de pagina om de gegevens van de gemeente te wijzigen',
  'municipality.settings-opened': 'bekeek de gegevens van de gemeente',
  'municipality.file-taken': 'nam het bestand met de gegevens van de gemeente mee',
  'municipality.texts-changed': 'wijzigde de teksten van de gemeente op de brief: {fields}',
  'municipality.texts-history-opened': 'bekeek de vroegere teksten van de gemeente op de brief',
  'municipality.texts-opened': 'opende de teksten van de gemeente op de brief',
  'municipality.updated': 'wijzigde de gegevens van de gemeente',
  'offline.device-enrolled': 'schreef een toestel in voor een loket zonder netwerk',
  'offline.device-revoked': 'trok een toestel voor een loket zonder netwerk in',
  'offline.issue-opened': 'bekeek een duplicaat dat zonder netwerk gegeven was',
  'offline.issue-settled': 'besliste over een duplicaat dat zonder netwerk gegeven was',
  'offline.opened': 'bekeek de pagina van loketten zonder netwerk',
  'offline.pack-taken': 'haalde een kopie van de kiezerslijst op voor een loket zonder netwerk',
  'offline.taking-opened': 'opende de pagina om een kopie voor een loket zonder netwerk op te halen',
  'places.room-edited': 'wijzigde het stemlokaal van een stemafdeling',
  'places.room-opened': 'bekeek het stemlokaal van een stemafdeling',
  'places.edited': 'wijzigde een stemlocatie',
  'places.import-opened': 'opende de pagina om stemlocaties in te lezen',
  'places.imported': 'las de stemlocaties in',
  'proof.first-opened': 'opende de proef van de kiesbrieven',
  'proof.letter-shown': 'bekeek een kiesbrief uit de proef',
  'proof.opened': 'opende de proef',
  'proof.page-opened': 'bekeek de proef',
  'release.glass-opened': 'las wat vrijgeven bij noodgeval betekent',
  'release.opened': 'bekeek de vrijgave van de kiesbrieven',
  'places.opened': 'bekeek de stemlocaties',
  'places.place-opened': 'bekeek een stemlocatie',
  'staff.added': 'voegde een medewerker toe',
  'staff.credential-issued': 'gaf een medewerker een toegangsbewijs',
  'staff.credential-refused': 'probeerde aan te melden met een toegangsbewijs dat niet geldt',
  'staff.credential-revoked': 'trok een toegangsbewijs in',
  'staff.deputies-opened': 'bekeek wie vrijgeeft en wie vervangt',
  'staff.deputy-ended': 'beëindigde een vervanging',
  'staff.deputy-named': 'duidde een vervanger aan om vrij te geven: {reason}',
  'staff.stayed': 'bleef aangemeld',
  'staff.ended': 'beëindigde de toegang van een medewerker',
  'staff.linked': 'werd herkend als een medewerker die er al was',
  'staff.logged-in': 'meldde zich aan',
  'staff.logged-out': 'meldde zich af',
  'staff.login-refused': 'kon zich niet aanmelden: {because}',
  'staff.sessions-ended': 'beëindigde de aanmeldingen van een medewerker',
  'staff.rights-changed': 'wijzigde de rechten van een medewerker',
  'voters.acceptance-opened': 'las wat aanvaarden van de kiezerslijst betekent',
  'voters.accepted': 'aanvaardde de kiezerslijst met {voters} kiezers',
  'voters.added': 'zette een kiezer op de afgesloten lijst',
  'voters.addition-checked': 'keek na of een kiezer op de afgesloten lijst kan komen',
  'voters.amending-opened': 'opende een pagina om de afgesloten lijst te wijzigen',
  'voters.closed': 'sloot de kiezerslijst met {voters} kiezers af',
  'voters.closing-opened': 'las wat afsluiten van de kiezerslijst betekent',
  'voters.compared': 'bekeek de verschillen met de vorige kiezerslijst: {kind}',
  'voters.corrected': 'verbeterde de gegevens van een kiezer op de afgesloten lijst',
  'voters.difference-opened': 'bekeek hoeveel de kiezerslijst verschilt van de vorige',
  'voters.findings-downloaded': 'haalde de bevindingen bij het inlezen op',
  'voters.emergency-list-opened': 'bekeek waarvoor de noodlijst dient',
  'voters.emergency-list-printed': 'drukte de noodlijst af van stemafdelingen {from} tot {until}',
  'voters.imported': 'las een kiezerslijst met {voters} kiezers in',
  'voters.list-opened': 'bekeek hoe het met de kiezerslijst staat',
  'voters.amended':
    'voerde een bestand met wijzigingen uit: {struck} geschrapt, {added} toegevoegd, {corrected} verbeterd',
  'voters.amendments-checked': 'liet een bestand met wijzigingen nakijken op de kiezerslijst',
  'voters.amendments-uploaded': 'verstuurde een bestand met wijzigingen van de kiezerslijst',
  'voters.list-uploaded': 'verstuurde een kiezerslijst om in te lezen',
  'voters.looked-up': 'zocht een kiezer op met het rijksregisternummer: {reason}',
  'voters.mending-opened': 'opende de pagina om verbeterde rijen in te laden',
  'voters.rows-shown': 'bekeek rijen van een ingeladen lijst waarin iets gevonden is',
  'voters.mending-sheet': 'liet een herstelblad schrijven',
  'voters.opened': 'bekeek de gegevens van een kiezer: {reason}',
  'voters.opened-offline': 'gaf door dat een kiezer zonder netwerk bekeken was',
  'voters.reading-opened': 'volgde het inlezen van een kiezerslijst',
  'voters.reading-stopped': 'liet het inlezen van een kiezerslijst stoppen',
  'voters.reencrypted': 'versleutelde de rijksregisternummers met een nieuwe sleutel',
  'voters.report-opened': 'las het verslag van het inlezen',
  'voters.search-opened': 'opende de pagina om een kiezer te zoeken',
  'voters.searched': 'zocht in de kiezerslijst: {reason}',
  'voters.section-lists-begun': 'begon lijsten voor de voorzitters te schrijven',
  'voters.section-lists-written': 'schreef lijsten voor de voorzitters',
  'voters.sheet-downloaded': 'haalde het herstelblad op',
  'voters.struck': 'schrapte een kiezer van de afgesloten lijst',
  'voters.upload-opened': 'opende de pagina om een kiezerslijst in te laden',
}

/** The same action is another deed, by the value of a detail. */
const doneOtherwise: Readonly<Record<string, { detail: string; said: Readonly<Record<string, string>> }>> = {
  'staff.added': {
    detail: 'by',
    said: { login: 'kwam erbij als medewerker, bij de eerste aanmelding' },
  },
  'bureaus.volunteer-call-changed': {
    detail: 'open',
    said: { false: 'zette het formulier voor vrijwilligers uit' },
  },
  'bureaus.volunteer-decided': {
    detail: 'accepted',
    said: { false: 'nam een aanbod van een vrijwilliger niet aan' },
  },
  'letters.run-asked': {
    detail: 'kind',
    said: {
      compose: 'liet de kiesbrieven opmaken',
      sample: 'liet een proef van de kiesbrieven nemen',
      release: 'liet de kiesbrieven vrijgeven',
      withdraw: 'liet kiesbrieven terugnemen',
    },
  },
}

export const knownActions = Object.keys(texts)

/** Events of earlier releases of the program, which no code records any more. */
export const pastActions = ['voters.looked-up']

/** Codes among the details, as people say them. */
const words: Readonly<Record<string, string>> = {
  'right-missing': 'het recht ontbrak',
  'not-from-our-page': 'het formulier kwam niet van een pagina van Kiesloket',
  'not-found': 'het is er niet, of het is van een andere gemeente',
  'not-received': 'niet ontvangen',
  lost: 'kwijt',
  struck: 'de kiezer is geschrapt',
  corrected: 'de gegevens van de kiezer zijn verbeterd',
  'many-voters': 'ongewoon veel verschillende kiezers in een uur',
  'outside-hours': 'buiten de uren',
  'protected-address': 'een kiezer met een afgeschermd adres',
  'same-name': 'een kiezer met dezelfde familienaam',
  ...stepsOfMembers,
}

/** The sentence of an event, without who did it. A detail that is not there leaves its place, and what led to it, out. */
export function auditText({ action, details }: Pick<AuditEntry, 'action' | 'details'>): string {
  const otherwise = doneOtherwise[action]
  const text = otherwise?.said[String(details[otherwise.detail])] ?? texts[action] ?? action
  const filled = (name: string) => {
    const value = details[name]
    if (value === undefined || value === null || typeof value === 'object') return ''
    return words[String(value)] ?? String(value)
  }
  return text
    .replace(/(: )?\{(\w+)\}/g, (_, lead: string | undefined, name: string) =>
      filled(name) ? `${lead ?? ''}${filled(name)}` : '',
    )
    .replace(/ {2,}/g, ' ')
}

/** Who did it, as the log is read by people. */
export function actorText({ actor, person }: Pick<AuditEntry, 'actor' | 'person'>): string {
  if (person) return person.name
  if (isId(actor)) return 'Een uitbater van de installatie'
  return actor === 'command-line' ? 'De beheerder (opdrachtregel)' : actor
}

export const exportColumns = ['wanneer', 'wie', 'wat', 'waarover', 'handeling', 'onderwerp', 'bijzonderheden']
