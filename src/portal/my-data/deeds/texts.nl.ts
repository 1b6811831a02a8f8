/** What was done, as a sentence that goes on after whoever did it, and what for. */
export interface Deed {
  readonly did: string
  /** The purpose, where no reason was given. */
  readonly why?: string
}

const question = 'Om een vraag over je kiesbrief of je inschrijving te behandelen.'
const enrolment = 'Na een melding of beslissing over je inschrijving.'
const returned = 'Je brief op papier kwam terug bij de gemeente.'
const delivery = 'Om na te gaan of je brief aankwam.'
const asked = 'Je vroeg erom.'
const composing = 'Om de bureaus samen te stellen.'
const passedOn = 'Je gaf het door.'
const reaching = 'Om je te laten weten wat je moet doen.'
const excuse = 'Om je verontschuldiging te behandelen.'
const answer = 'Om er je antwoord bij te schrijven.'
const paying = 'Om je te betalen voor je dienst in een bureau.'
const offered = 'Je bood je aan.'
const called = 'Om te weten of je opgeroepen bent.'

/** By the code of the event. A test holds it against every event that names a voter or a letter. */
const deeds = {
  'audit.person-shown': { did: 'vroeg op wie je gegevens bekeek', why: 'Om je te antwoorden wie ze bekeek.' },
  'bureaus.account-changed': { did: 'veranderde het rekeningnummer voor je vergoeding', why: paying },
  'bureaus.absence-remarked': { did: 'schreef op wat iemand over je afwezigheid zei' },
  'bureaus.absence-withdrawn': { did: 'noteerde dat je reden toch aanvaard is', why: excuse },
  'bureaus.withdrawal-downloaded': {
    did: 'haalde de brief op die de melding over je afwezigheid intrekt',
    why: excuse,
  },
  'bureaus.withdrawal-made': {
    did: 'maakte de brief die de melding over je afwezigheid intrekt',
    why: excuse,
  },
  'bureaus.withdrawal-sent': {
    did: 'noteerde dat de melding over je afwezigheid ingetrokken is',
    why: excuse,
  },
  'bureaus.address-corrected': { did: 'verbeterde je adres voor de bureaus', why: composing },
  'bureaus.assignment-shown': { did: 'bekeek je aanwijzing voor een bureau', why: composing },
  'bureaus.assignment-stepped': { did: 'noteerde iets in je aanwijzing voor een bureau', why: composing },
  'bureaus.claim-noted': { did: 'noteerde iets voor je vergoeding', why: paying },
  'bureaus.claim-shown': { did: 'bekeek je vergoeding', why: paying },
  'bureaus.contact-given': { did: 'schreef op hoe je te bereiken en te betalen bent', why: passedOn },
  'bureaus.evidence-added': { did: 'voegde een bewijsstuk toe aan je verontschuldiging', why: passedOn },
  'bureaus.evidence-taken-back': { did: 'nam een bewijsstuk van je verontschuldiging terug', why: passedOn },
  'bureaus.evidence-opened': { did: 'opende een bewijsstuk bij je verontschuldiging', why: excuse },
  'bureaus.evidence-refused': {
    did: 'probeerde met een foute wachtzin een bewijsstuk bij je verontschuldiging te openen',
    why: excuse,
  },
  'bureaus.excuse-answering-opened': { did: 'opende je oproeping', why: answer },
  'bureaus.excuse-shown': { did: 'bekeek je verontschuldiging', why: excuse },
  'bureaus.letter-opened': { did: 'bekeek een brief aan jou over een bureau', why: composing },
  'bureaus.letter-proven': { did: 'noteerde dat een brief aan jou over een bureau aankwam', why: called },
  'bureaus.contact-shown': { did: 'bekeek hoe je te bereiken bent', why: reaching },
  'bureaus.message-bounced': { did: 'noteerde dat een bericht aan jou terugkwam', why: reaching },
  'bureaus.message-previewed': { did: 'bekeek een bericht zoals jij het krijgt', why: reaching },
  'bureaus.message-refused': { did: 'kon je een bericht niet bezorgen', why: reaching },
  'bureaus.message-sent': { did: 'stuurde je een bericht over je bureau', why: reaching },
  'bureaus.phone-listed': { did: 'bekeek je telefoonnummer', why: reaching },
  'bureaus.reserve-phone-shown': { did: 'bekeek je telefoonnummer', why: reaching },
  'bureaus.reserve-phoned': { did: 'noteerde een telefoongesprek met jou over een bureau', why: reaching },
  'bureaus.proposal-not-allowed': {
    did: 'wilde je voordragen voor een bureau, en mocht dat niet',
    why: composing,
  },
  'bureaus.member-recorded': { did: 'schreef je in voor de bureaus', why: composing },
  'bureaus.reader-admitted': {
    did: 'liet een collega toe tot de bewijsstukken bij je verontschuldiging',
    why: excuse,
  },
  'bureaus.service-stated': { did: 'maakte een bewijs van je dienst in een bureau', why: asked },
  'bureaus.training-attendance': { did: 'noteerde of je op een opleiding was' },
  'bureaus.training-certified': { did: 'maakte een bewijs van je opleiding', why: asked },
  'bureaus.training-enrolled': { did: 'schreef je in voor een opleiding', why: asked },
  'bureaus.training-left': { did: 'schreef je uit voor een opleiding' },
  'bureaus.training-moved-up': {
    did: 'gaf je een plaats in een opleiding waarvoor je op de wachtlijst stond',
    why: asked,
  },
  'bureaus.training-phone-shown': {
    did: 'bekeek je telefoonnummer',
    why: 'Om je iets te laten weten over een opleiding.',
  },
  'bureaus.volunteer-confirmed': { did: 'noteerde dat je aanbod als vrijwilliger klopt', why: offered },
  'bureaus.volunteer-decided': { did: 'besliste over je aanbod als vrijwilliger', why: offered },
  'bureaus.volunteer-mail-refused': {
    did: 'kon je geen mail over je aanbod als vrijwilliger bezorgen',
    why: offered,
  },
  'bureaus.volunteer-mailed': { did: 'stuurde je een mail over je aanbod als vrijwilliger', why: offered },
  'bureaus.volunteer-offered': { did: 'kreeg je aanbod als vrijwilliger', why: offered },
  'bureaus.volunteer-recorded': { did: 'schreef je in als vrijwilliger voor een bureau', why: offered },
  'bureaus.volunteer-shown': { did: 'bekeek je aanbod als vrijwilliger', why: composing },
  'bureaus.volunteer-withdrawn': { did: 'kreeg dat je je aanbod als vrijwilliger introk', why: offered },
  'citizen.mail-refused': { did: 'kon je geen mail bezorgen', why: 'Je adres neemt onze mail niet aan.' },
  'citizen.mailed': { did: 'stuurde je een mail over je kiesbrief', why: asked },
  'delivery.key-clash': { did: 'merkte dat niet zeker is of je brief in je e-Box kwam', why: delivery },
  'delivery.receipt-repeated': {
    did: 'merkte dat niet zeker is of je brief in je e-Box kwam',
    why: delivery,
  },
  'delivery.settled': { did: 'besliste na onderzoek of je brief is aangekomen', why: delivery },
  'delivery.timeline-shown': { did: 'bekeek hoe het versturen van je brief verliep', why: delivery },
  'letters.duplicate-opened': { did: 'opende een duplicaat van je kiesbrief', why: 'Om het af te drukken.' },
  'letters.duplicated': { did: 'gaf een duplicaat van je kiesbrief', why: asked },
  'letters.duplicated-offline': {
    did: 'gaf een duplicaat van je kiesbrief aan een loket zonder netwerk',
    why: asked,
  },
  'letters.rendered': { did: 'opende je kiesbrief', why: question },
  'letters.return-followed-up': { did: 'volgde je teruggekeerde brief op', why: returned },
  'letters.shown': { did: 'bekeek je kiesbrief', why: question },
  'letters.withdrawn': { did: 'trok een kiesbrief van je in' },
  'offline.issue-settled': {
    did: 'besliste over een duplicaat dat je aan een loket zonder netwerk kreeg',
    why: 'Om dubbele duplicaten na te kijken.',
  },
  'proof.letter-shown': {
    did: 'bekeek je kiesbrief in een steekproef',
    why: 'De computer koos je brief. Voor de brieven vertrekken, kijkt de gemeente er enkele na.',
  },
  'voters.added': { did: 'zette je op de kiezerslijst', why: enrolment },
  'voters.corrected': { did: 'verbeterde je gegevens op de kiezerslijst', why: enrolment },
  'voters.looked-up': { did: 'zocht je op met je rijksregisternummer', why: question },
  'voters.opened': { did: 'bekeek je gegevens op de kiezerslijst', why: question },
  'voters.opened-offline': {
    did: 'bekeek je gegevens aan een loket zonder netwerk',
    why: 'Om je aan dat loket te helpen.',
  },
  'voters.searched': { did: 'zocht je op in de kiezerslijst', why: question },
  'voters.struck': { did: 'schrapte je van de kiezerslijst', why: enrolment },
} satisfies Readonly<Record<string, Deed>>

/** What somebody did with their own data on these pages; what else the program wrote down of it is the same deed again. */
const ownDeeds = {
  'bureaus.account-changed': 'Je veranderde het rekeningnummer voor je vergoeding.',
  'bureaus.assignment-stepped':
    'Je antwoordde op je oproeping voor een bureau, of je vroeg of trok een verontschuldiging in.',
  'bureaus.contact-given': 'Je liet weten hoe je te bereiken en te betalen bent.',
  'bureaus.service-stated': 'Je haalde een bewijs van je dienst in een bureau.',
  'bureaus.evidence-added': 'Je stuurde een bewijsstuk bij je verontschuldiging.',
  'bureaus.evidence-taken-back': 'Je nam een bewijsstuk van je verontschuldiging terug.',
  'bureaus.training-enrolled': 'Je schreef je in voor een opleiding.',
  'bureaus.training-left': 'Je schreef je uit voor een opleiding.',
  'bureaus.training-certified': 'Je haalde een bewijs van je opleiding.',
  'bureaus.volunteer-confirmed': 'Je aanbod als vrijwilliger werd bevestigd met de link uit onze mail.',
  'bureaus.volunteer-offered': 'Je bood je aan als vrijwilliger voor een bureau.',
  'bureaus.volunteer-withdrawn': 'Je aanbod als vrijwilliger werd ingetrokken met de link uit onze mail.',
  'citizen.convocation-opened': 'Je las waar je als lid van een bureau verwacht wordt.',
  'citizen.data-opened': 'Je bekeek deze pagina.',
  'citizen.duplicate-opened': 'Je opende de pagina van je duplicaat.',
  'citizen.duplicate-read': 'Je opende een duplicaat.',
  'citizen.election-opened': 'Je las waar en wanneer je stemt.',
  'citizen.elections-opened': 'Je opende je verkiezingen.',
  'citizen.letter-opened': 'Je opende de pagina van je brief.',
  'citizen.letter-read': 'Je las je brief.',
  'citizen.mail-asked': 'Je vroeg om mail over je kiesbrief.',
  'citizen.mail-confirmed': 'Je e-mailadres werd bevestigd met de link uit onze mail.',
  'citizen.mail-opened': 'Je opende de pagina over mail.',
  'citizen.mail-stopped': 'De mails werden uitgezet.',
  'citizen.polling-desk-kept': 'Een toestel bewaarde je scherm voor het stembureau.',
  'citizen.polling-desk-opened': 'Je opende het scherm voor het stembureau.',
  'letters.duplicated': 'Je maakte een duplicaat van je brief.',
}

/** Codes of reasons, as people say them; with what the desk writes down itself; a reason that is none of these is told as it was typed. */
const reasons = {
  'not-received': 'De brief was niet aangekomen.',
  lost: 'De brief was verloren.',
  struck: 'Je werd van de kiezerslijst geschrapt.',
  corrected: 'Je gegevens op de kiezerslijst werden verbeterd.',
  'duplicaat aan het loket': 'Om je aan het loket te helpen met een duplicaat.',
}

/** Words for what happened with somebody's data. */
export const nl = { deeds, ownDeeds, reasons }

export type Texts = typeof nl
