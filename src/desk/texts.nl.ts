import type { StaffRight } from '../municipalities/index.ts'
import { rightNames } from './right-names.nl.ts'

/** What the frame of the staff's pages says. A folder of pages has a `texts.nl.ts` of its own. */
export const texts = {
  product: 'Kiesloket',
  skip: 'Ga naar de inhoud',
  mainNavigation: 'Hoofdmenu',
  signOut: 'Afmelden',
  switchOrganisation: 'Andere organisatie',
  practiceLabel: 'Oefenomgeving',
  practice: 'Oefenomgeving: wat u hier doet, heeft geen gevolgen.',
  start: 'Verkiezingen',
  /** Where a page leads to when something else has to be done before. */
  comesFirst: {
    list: 'Naar de kiezerslijst',
    letters: 'Naar het opmaken van de brieven',
    proof: 'Naar de proef',
    release: 'Naar de vrijgave',
    delivery: 'Naar de verzending',
    print: 'Naar de drukbestanden',
  },
  parts: {
    places: 'Stemlocaties',
    bureaus: 'Bureaus',
    proposals: 'Voordrachten',
    area: 'Uw gebied',
    areaBureaus: 'Bureaus',
    areaProposals: 'Voordrachten',
    areaExcuses: 'Verontschuldigingen',
    areaBoard: 'De verkiezingsdag',
    areaCompositions: 'Samenstellingen',
    audit: 'Logboek',
    ledger: 'Inzage',
    deputies: 'Vervangers',
    operator: 'Uitbating',
  },
  /** Of every field whose text goes to the audit log. */
  numberInText:
    'Hier staat een rijksregisternummer in, en deze tekst blijft voor altijd in het logboek. Er is niets gewijzigd. Laat het nummer weg: noem het volgnummer van de kiezer of het nummer van de melding.',
  /** What just happened, by its code in the address. A code that is not here says nothing. */
  done: {
    'composition-sent': 'De samenstelling is bezorgd. Hieronder ziet u wanneer ze geopend wordt.',
    'reserve-phoned': 'Het gesprek is genoteerd.',
    'reserve-called-up': 'Deze persoon van de reserve heeft nu de plaats.',
    'reserve-called-up-told':
      'Opgeroepen voor deze plaats. De brief die dat zegt, is klaar om te vertrekken.',
    'reserve-sent':
      'Deze reserve krijgt de zitplaats. Bel de voorzitter: die noteert wanneer de reserve er is.',
    'chair-access-revoked': 'De toegang is ingetrokken. Die telefoon ziet niets meer.',
    stayed: 'U blijft aangemeld.',
    'voters-accepted': 'De kiezerslijst is aanvaard. Ze is nu in gebruik; u kunt er kiezers in opzoeken.',
    'voters-closed': 'De kiezerslijst is afgesloten. U kunt de kiesbrieven laten opmaken.',
    'delivery-stopped': 'Gestopt. Er vertrekt geen enkele brief meer. Niets is verloren.',
    'delivery-resumed': 'Het versturen gaat verder waar het stopte.',
    'wave-sent': 'Deze golf mag vertrekken. Alle andere brieven wachten.',
    'held-back': 'Alle brieven die nog niet vertrokken, worden tegengehouden.',
    'all-let-go': 'Alle brieven mogen nu vertrekken.',
    'schedule-set': 'Het verzendschema is bewaard. Hieronder leest u wat het doet.',
    'schedule-gone': 'Er is geen verzendschema meer: de brieven mogen dag en nacht vertrekken.',
    'read-status-asked': 'Het wordt nagevraagd. U mag deze pagina verlaten.',
    'read-status-stopped': 'Er wordt gestopt na de vraag die nu loopt. Wat gehoord is, blijft bewaard.',
    'group-retried': 'De brieven van deze groep worden opnieuw verstuurd.',
    settled: 'De brief is afgehandeld. Uw bewijs is genoteerd.',
    'print-started': 'De drukbestanden worden gemaakt. U mag deze pagina verlaten.',
    'print-stopped': 'Er wordt gestopt na het bestand dat nu gemaakt wordt. Wat al af is, blijft.',
    'printed-again': 'Het drukbestand is opnieuw gemaakt. Laat het vorige vernietigen.',
    'returned-registered': 'De teruggekeerde brieven zijn genoteerd.',
    'return-followed-up': 'Genoteerd wat er met deze brief gebeurde.',
    'certificate-started': 'Het certificaat wordt geschreven.',
    'letters-asked': 'Het opmaken is gevraagd. U mag dit venster sluiten: het gaat vanzelf verder.',
    'sample-asked': 'De proef is gevraagd. U mag dit venster sluiten: het gaat vanzelf verder.',
    'letters-stopped': 'Het wordt gestopt. Wat klaar is, blijft bewaard.',
    'release-asked': 'De vrijgave is gevraagd. Een tweede persoon beslist.',
    'release-refused': 'De vrijgave is geweigerd. Er is niets vertrokken.',
    'release-taken-back': 'De vraag is ingetrokken. Er is niets vertrokken.',
    'texts-changed':
      'De teksten zijn bewaard als nieuwe versie. Lees hieronder wat dat voor uw brieven betekent.',
    'texts-same': 'Er was niets veranderd: er is geen nieuwe versie gemaakt.',
    'release-approved':
      'Uw beslissing is genoteerd. De brieven worden nu vrijgegeven. U mag dit venster sluiten.',
    'release-stopping': 'De vrijgave wordt gestopt. Er vertrekt niets.',
    'release-resumed': 'De vrijgave gaat verder.',
    released: 'De brieven zijn vrijgegeven.',
    'deputy-named': 'De vervanger is aangeduid. Dat staat in het logboek.',
    'deputy-ended': 'De vervanging is beëindigd.',
    'glass-broken': 'U mag deze ene aanvraag een uur lang vrijgeven. Iedereen ziet dat en waarom.',
    'municipality-added':
      'De gemeente is toegevoegd. Haar mensen melden zich aan met hun rol uit het gebruikersbeheer.',
    'municipality-changed':
      'De wijziging is doorgevoerd, als nieuwe versie. De vorige versie blijft bewaard.',
    'municipality-same': 'Er was niets te wijzigen: alles stond er al zo.',
    'party-tried': 'Er is geprobeerd. Wat eruit kwam, staat bij de partij zelf.',
    'party-too-soon': 'Er is niet geprobeerd: dat kan per partij maar enkele keren per minuut. Wacht even.',
    'election-added': 'De verkiezing is toegevoegd. Zet nu haar stemlocaties en stemafdelingen erin.',
    'election-changed': 'De wijziging is doorgevoerd.',
    'election-same': 'Er was niets te wijzigen: alles stond er al zo.',
    'places-imported': 'De stemlocaties zijn ingelezen.',
    'place-edited': 'De stemlocatie is gewijzigd.',
    'room-edited': 'Het stemlokaal is gewijzigd.',
    'room-edited-released':
      'Het stemlokaal is gewijzigd. De vrijgegeven brieven noemen nog het oude: neem ze hier terug en laat nieuwe opmaken.',
    'place-same': 'Er was niets te wijzigen: alles stond er al zo.',
    'bureaus-adopted': 'Het plan is overgenomen. De bureaus en hun zitplaatsen staan hieronder.',
    'bureaus-same': 'Er was niets te wijzigen: de bureaus stonden er al zo.',
    'member-chosen': 'De keuze van de voorzitter is bewaard: deze persoon is aangewezen.',
    'member-proposed': 'De voordracht is bewaard. De magistraat beslist erover.',
    'volunteer-call-opened': 'Het formulier voor vrijwilligers staat aan.',
    'volunteer-call-closed':
      'Het formulier voor vrijwilligers staat uit. Wie zich al aanbood, blijft in de lijst.',
    'volunteer-recorded': 'De vrijwilliger staat in de lijst. Kijk na wat de regels zeggen en beslis.',
    'volunteer-confirmed': 'Genoteerd dat het aanbod klopt. Kijk na wat de regels zeggen en beslis.',
    'volunteer-accepted': 'Het aanbod is aangenomen. Is er een e-mailadres, dan vertrekt er een mail.',
    'volunteer-refused': 'Het aanbod is niet aangenomen. Is er een e-mailadres, dan vertrekt er een mail.',
    designated: 'Getekend. Wie u aanwees, krijgt een oproep van de gemeente.',
    'designated-partly':
      'Getekend, behalve wat ondertussen veranderde: dat staat hieronder, of is er niet meer.',
    'proposal-refused':
      'De voordracht is geweigerd. De zitplaats is vrij, en de gemeente draagt iemand anders voor.',
    'paper-recorded': 'Genoteerd wie de magistraat op papier aanwees. Het blad is bewaard.',
    'paper-recorded-partly':
      'Genoteerd en het blad is bewaard, behalve voor wie ondertussen iets veranderde: die staat hieronder, of is er niet meer.',
    'designation-revoked':
      'De aanwijzing is ingetrokken. Hieronder staat wie in de plaats komt, of waarom niemand. Er vertrekt geen brief.',
    'designation-revoked-told':
      'De aanwijzing is ingetrokken, en de brief die dat zegt is klaar om te vertrekken. Hieronder staat wie in de plaats komt, of waarom niemand.',
    'designation-revoked-by-hand':
      'De aanwijzing is ingetrokken, maar een brief kon niet gemaakt worden, bijvoorbeeld omdat er geen adres gekend is. Verwittig deze persoon zelf.',
    'proposal-moved': 'De voordracht is verplaatst. De magistraat beslist erover.',
    'move-asked': 'De verplaatsing is gevraagd. De magistraat beslist erover.',
    'move-refused': 'Deze persoon blijft op de eigen plaats. De gemeente leest waarom.',
    'member-moved':
      'Verplaatst: deze persoon is aangewezen voor deze plaats. De oproep vertrekt met de volgende.',
    'member-moved-told':
      'Verplaatst: deze persoon is aangewezen voor deze plaats. De nieuwe oproep, die zegt wat er veranderde, is klaar om te vertrekken.',
    'proposal-withdrawn': 'De voordracht is ingetrokken. De zitplaats is weer vrij.',
    'look-up-examined': 'Uw besluit is bewaard. Het staat in het logboek.',
    'voter-struck': 'De kiezer is geschrapt. Een brief die nog niet vertrokken was, is teruggenomen.',
    'voter-struck-sent':
      'De kiezer is geschrapt. De brief was al vertrokken en blijft bij de kiezer; hij is niet meer geldig.',
    'voter-corrected': 'De gegevens zijn verbeterd. Laat nu de nieuwe brief opmaken.',
    'voter-corrected-sent':
      'De gegevens zijn verbeterd. De oude brief was al vertrokken en is niet meer geldig. Laat nu de nieuwe opmaken.',
    'voter-corrected-stays': 'De gegevens zijn verbeterd. De brief zegt hetzelfde en blijft geldig.',
    'voter-added': 'De kiezer staat op de lijst. Laat nu de brief opmaken.',
    'taking-back-asked':
      'De brieven worden teruggenomen. U mag dit venster sluiten: het gaat vanzelf verder.',
    'taking-back-stopped': 'Het wordt gestopt. Wat teruggenomen is, blijft teruggenomen.',
    'letters-taken-back-sent':
      'De brieven zijn teruggenomen. Een deel was al vertrokken en blijft bij de kiezer; die zijn niet meer geldig. Laat nu de nieuwe opmaken.',
    'device-enrolled': 'Dit toestel is ingeschreven. Haal nu een kopie op.',
    'device-revoked':
      'Het toestel is ingetrokken. Het wist zijn kopie zodra het netwerk heeft. Wat het nog doorgeeft, kijkt iemand na.',
    'excuse-complete': 'U vond dat er niets ontbreekt. De magistraat beslist.',
    'excuse-more-asked': 'Het is gevraagd. De persoon leest het op de eigen pagina.',
    'excuse-decided':
      'De beslissing is bewaard en de brief is klaar om te vertrekken. De persoon leest ze ook op de eigen pagina.',
    'excuse-decided-by-hand':
      'De beslissing is bewaard, en de persoon leest ze op de eigen pagina. Een brief kon niet gemaakt worden, bijvoorbeeld omdat er geen adres gekend is. Vult de gemeente dat aan, dan kan ze hem van hieruit laten vertrekken.',
    'building-chosen': 'Het gebouw is bewaard.',
    'seating-asked': 'Het berekenen begint zo dadelijk. U mag dit venster sluiten: het gaat vanzelf verder.',
    'seating-stopped': 'Het berekenen stopt. De vorige verdeling blijft staan.',
    'seating-chosen': 'Uw keuze is bewaard. Bereken opnieuw om te zien wat ze verandert.',
    'seating-choice-dropped': 'De keuze is teruggenomen. Bereken opnieuw om te zien wat dat verandert.',
    'seating-proposal-asked':
      'Het voordragen begint zo dadelijk. U mag dit venster sluiten: het gaat vanzelf verder.',
    'convocation-asked':
      'Het oproepen begint zo dadelijk. U mag dit venster sluiten: het gaat vanzelf verder.',
    'corrections-asked':
      'De verbeterde oproepen vertrekken zo dadelijk. U mag dit venster sluiten: het gaat vanzelf verder.',
    'convocation-stopped': 'Het oproepen stopt. Wie opgeroepen is, blijft opgeroepen.',
    'wording-kept': 'De tekst is bewaard. Het volgende bericht zegt het zo.',
    'schedule-kept': 'Bewaard. Staat het uit, dan vertrekt er niets meer van.',
    'group-message-asked': 'Gevraagd. Het vertrekt zodra iemand anders het vrijgeeft.',
    'group-message-released': 'Vrijgegeven. De berichten vertrekken; u mag deze pagina verlaten.',
    'group-message-ended': 'Gestopt. Wat nog niet vertrokken was, vertrekt niet meer.',
    'contact-kept': 'Bewaard. De volgende berichten gaan daarnaartoe.',
    'letter-sent-again': 'De brief vertrekt opnieuw, naar het adres van nu.',
    'instructions-written': 'Bewaard als nieuwe versie. Wie hierna opgeroepen wordt, krijgt deze tekst.',
    'address-corrected': 'Het adres is bewaard. Kwam een brief niet aan? Stuur hem hieronder opnieuw.',
    'decision-letter-sent': 'De brief met de beslissing is klaar om te vertrekken.',
    'letter-proven':
      'Het bewijs is genoteerd. Vanaf dat moment loopt de tijd om een verontschuldiging te vragen.',
    'draw-committed': 'Het ligt vast. Maak nu de vingerafdruk bekend.',
    'draw-held': 'Er is geloot. Haal het controlebestand op en maak het bekend.',
    'draw-withdrawn': 'Van deze loting is afgezien.',
    'list-file-taken-over': 'Het bestand is overgenomen.',
    'list-adopted': 'De beslissing van het college is genoteerd. De lijst ligt nu vast.',
    'list-sent': 'De verzending is genoteerd.',
    'list-reopened': 'De lijst is opnieuw open, als een nieuwe versie.',
    'reader-admitted': 'Uw collega kan de stukken nu ook openen.',
    'reader-key-made': 'Uw sleutel is gemaakt. Onthoud uw wachtzin goed.',
    'reader-key-carried': 'Uw sleutel staat nu ook in de andere gemeenten.',
    'absences-reported':
      'Het dossier is gemaakt. Haal het hieronder op, bezorg het, en noteer de verzending.',
    'absences-sent': 'De verzending is genoteerd.',
    'withdrawal-made': 'De brief is gemaakt. Haal hem op, bezorg hem, en noteer dan de verzending.',
    'withdrawal-sent': 'De verzending is genoteerd. De melding is bij deze bestemming ingetrokken.',
    'absence-remarked': 'De opmerking is bewaard. Ze staat in het volgende dossier.',
    'services-recorded': 'De diensten van deze verkiezing zijn opgenomen.',
    'services-imported': 'Wat het register zegt, is overgenomen.',
    'absences-same': 'Er is niets veranderd sinds het vorige dossier: er is geen nieuw gemaakt.',
    'excused-after':
      'De reden is aanvaard, en de brief is klaar om te vertrekken. Stond deze persoon al in een dossier, dan trekt de gemeente die melding in.',
    'excused-after-by-hand':
      'De reden is aanvaard, en de persoon leest het op de eigen pagina. Een brief kon niet gemaakt worden, bijvoorbeeld omdat er geen adres gekend is. Stond deze persoon al in een dossier, dan trekt de gemeente die melding in.',
    'phoned-noted': 'Genoteerd. Hieronder ziet u hoe het bureau nu staat.',
    'training-made': 'De opleiding is gemaakt. Leden met deze functie zien ze nu op hun eigen pagina.',
    'training-changed': 'De opleiding is gewijzigd.',
    'training-moved':
      'De opleiding is gewijzigd. Wie al ingeschreven was, weet dit nog niet: bel hen of stuur hen een bericht.',
    'training-cancelled':
      'De opleiding is afgelast. Wie ingeschreven was, weet dit nog niet: bel hen of stuur hen een bericht.',
    'training-enrolled': 'Ingeschreven. Deze persoon heeft een plaats.',
    'training-waits': 'Ingeschreven. Alles is volzet: deze persoon staat op de wachtlijst.',
    'training-left': 'Uitgeschreven.',
    'training-left-moved-up':
      'Uitgeschreven. Wie het langst wachtte, heeft nu die plaats en weet dat nog niet: bel deze persoon.',
    'training-attendance': 'De aanwezigheden zijn bewaard.',
    'claim-noted': 'Bewaard. Hieronder leest u wat er nog ontbreekt.',
    'payments-exported': 'De reeks is gemaakt. Haal hieronder het bestand op en bezorg het aan wie betaalt.',
    'answer-recorded': 'Het antwoord is bewaard.',
    'issue-settled': 'Uw beslissing is bewaard.',
    'letters-taken-back': 'De brieven zijn teruggenomen. Laat nu de nieuwe opmaken.',
  } as Readonly<Record<string, string>>,
  kept: {
    title: 'Niets is verloren',
    text: 'U moest zich opnieuw aanmelden, of deed dat in een ander venster. Er is nog niets gebeurd. Wat u invulde, staat er nog: kijk het na en verstuur het opnieuw.',
  },
  pressAgain: {
    title: 'Klik nog eens',
    text: 'U moest zich opnieuw aanmelden. Er is nog niets gebeurd: klik nog eens op de knop.',
  },
  keptNot: {
    title: 'Wat u invulde, staat hier niet meer',
    /** The address names something that was kept, and it is not there for this person. */
    gone: 'Wat u vóór het aanmelden invulde, wordt één keer getoond, hoogstens een uur, en alleen aan wie het invulde. Het is nu weg. Verstuurde u het daarna al, dan is het gebeurd: kijk na hoe het staat. Anders vult u het opnieuw in.',
    alles:
      'U was niet meer aangemeld toen u iets verstuurde, en dat kon niet bewaard worden. Er is niets gebeurd: vul het opnieuw in.',
    bestand:
      'Het bestand dat u koos, is niet bewaard: u was niet meer aangemeld. Er is niets gebeurd: kies het bestand opnieuw.',
    noPlace: 'Op deze pagina is geen plaats voor dit deel van wat u invulde. Neem het zelf over:',
  },
  session: {
    until: (hour: string) => `Als u niets doet, wordt u om ${hour} afgemeld.`,
    stay: 'Aangemeld blijven',
    warning: 'Nog # min. en u wordt afgemeld. Wat u invulde, blijft bewaard als u nu aangemeld blijft.',
    last: 'Nog # min. en u moet zich opnieuw aanmelden. Wat u daarna nog verstuurt, wordt bewaard tot u weer aangemeld bent.',
    ended: 'U bent afgemeld. Wat u nog verstuurt, wordt bewaard tot u opnieuw aangemeld bent.',
    again: 'Opnieuw aanmelden',
    label: 'Aanmelding',
  },
  refusals: {
    noRight: {
      title: 'Dit mag u niet openen',
      text: 'Uw rol bij deze gemeente laat dit niet toe. Dat is genoteerd; u hoeft niets te doen.',
      help: 'Hebt u dit nodig voor uw werk? Vraag de lokale beheerder van uw gemeente om de juiste rol in het gebruikersbeheer van de Vlaamse overheid.',
      right: (right: StaffRight) => `Daarvoor is dit recht nodig: ${rightNames[right]}.`,
    },
    notFound: {
      title: 'Deze pagina is er niet',
      text: 'Misschien is het adres niet helemaal overgenomen, of bestaat de pagina niet meer.',
    },
    notFromOurPage: {
      title: 'Dit formulier is niet aanvaard',
      text: 'Het kwam niet van een pagina die u zelf opende, of die pagina was te oud. Er is niets veranderd.',
      help: 'Ga terug, herlaad de pagina en probeer het opnieuw.',
    },
    ofAnother: {
      title: 'Dit formulier is van een andere aanmelding',
      text: 'Sinds deze pagina geopend werd, meldde iemand anders zich hier aan, of dezelfde persoon voor een andere organisatie. Er is niets veranderd.',
      help: 'Wat ingevuld was, is een uur lang bewaard voor wie het invulde. Die persoon meldt zich opnieuw aan en krijgt het terug. Een bestand is niet bewaard.',
      login: 'Aanmelden als wie het invulde',
    },
    tooLarge: {
      title: 'Dit formulier is te groot',
      text: 'Er werd meer verstuurd dan dit formulier kan bevatten. Er is niets veranderd.',
    },
    back: 'Naar het begin',
  },
} as const
