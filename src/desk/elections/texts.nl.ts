import type { Assembly, PollingDayFault, VotingMode } from '../../elections/index.ts'
import { longDate } from '../../platform/dates.ts'
import type { UploadRefusal } from '../../platform/http/read-upload.ts'

const upload: Readonly<Record<UploadRefusal, string>> = {
  'not-from-our-page': 'Deze pagina was te oud. Herlaad ze en kies het bestand opnieuw.',
  'no-file': 'Kies een bestand.',
  'too-large':
    'Het bestand is groter dan 2 MB. Het bestand van een verkiezing is veel kleiner: kies een ander.',
  broken: 'Het bestand kwam niet heel toe. Probeer het opnieuw.',
}

const assemblies: Readonly<Record<Assembly, string>> = {
  KAMER: 'Kamer van volksvertegenwoordigers',
  VLP: 'Vlaams Parlement',
  EP: 'Europees Parlement',
  GEMEENTERAAD: 'Gemeenteraad',
  DISTRICTSRAAD: 'Districtsraad',
  OCMW: 'Raad voor maatschappelijk welzijn',
  SCHEPENEN: 'Schepenen',
  PROVINCIERAAD: 'Provincieraad',
}

const modes: Readonly<Record<VotingMode, string>> = {
  PAPER: 'Op papier',
  DIGITAL: 'Digitaal, met een stemcomputer',
}

const events = {
  dissolution: 'de ontbinding van de Kamer',
  decision: 'de beslissing om deze verkiezing te houden',
  validation: 'de geldigverklaring',
  appeal: 'de beslissing over een beroep',
} as const

/** What is wrong with polling day; `day` is the day that would be right, or the last that would. */
const pollingDay: Readonly<Record<PollingDayFault, (day: string) => string>> = {
  'not-sunday': () => 'Dit is geen zondag. Er wordt altijd op een zondag gestemd: kies die zondag.',
  'not-meant': () =>
    'Voor deze dag is deze soort verkiezing niet gemaakt. Kijk de dag na, of ga terug en kies een andere soort.',
  'not-expected': (day) =>
    `Dit is niet de dag van de wet: dat is ${longDate(day, 'nl')}. Schrijf die dag, of noem het besluit dat hem verplaatste.`,
  'after-last': (day) => `Dit is te laat: volgens de wet mag het ten laatste op ${longDate(day, 'nl')}.`,
  'not-then': (day) =>
    `Op deze dag bestaat uw gemeente niet onder deze NIS-code: ze fuseert op ${longDate(day, 'nl')}.`,
}

export const texts = {
  upload,
  assemblies,
  modes,
  events,
  add: {
    link: 'Verkiezing toevoegen',
    title: 'Verkiezing toevoegen',
    lead: 'Welke verkiezing is het? U ziet daarna wat de wet ervan zegt en vult aan wat voor uw gemeente geldt. U beslist pas op het einde.',
    kinds: 'Kies de soort verkiezing',
    day: (day: string) => `Op ${day}.`,
    anyDay: 'Op een dag die u invult.',
    elects: (what: string) => `Gekozen wordt: ${what}.`,
    hours: (paper: string, digital: string) => `Open: op papier ${paper}, digitaal ${digital}.`,
    isThere: 'Staat er al',
    byFile: 'Of met een bestand',
    byFileLead:
      'Kreeg u een bestand van deze verkiezing, of maakte iemand er een? Kies het hier. U ziet eerst wat het wordt; er wordt nog niets toegevoegd.',
  },
  file: {
    file: 'Bestand van de verkiezing',
    ofElection: 'de verkiezing',
    hint: 'Een JSON-bestand, hoogstens 2 MB.',
    show: 'Toon wat het wordt',
    refused: (count: number) =>
      `Er is niets gebeurd. ${count === 1 ? 'Er is 1 fout' : `Er zijn ${count} fouten`} in het bestand; ze staan in de tabel.`,
    otherKind:
      'Dit is het bestand van een andere soort verkiezing. Er is niets veranderd. Voeg die verkiezing toe naast deze.',
    otherCode: (code: string) =>
      `Dit is het bestand van een andere verkiezing (${code}). Er is niets veranderd. Een verkiezing houdt haar korte naam.`,
  },
  form: {
    title: 'Een verkiezing toevoegen',
    lead: 'Vul in wat voor uw gemeente geldt. De rest komt uit de wet. U ziet eerst wat het wordt; daarna beslist u.',
    toKinds: 'Kies een andere soort verkiezing',
    show: 'Toon wat het wordt',
    showHint: 'Er wordt nog niets bewaard.',
    groups: {
      what: 'De verkiezing',
      elected: 'Wat er gekozen wordt',
      where: 'Waar',
      decided: 'Wat voor deze verkiezing beslist is',
    },
    decidedHint: 'Laat leeg wat niet beslist is: dan geldt wat de wet zegt.',
    name: 'Naam van de verkiezing',
    nameHint: 'Zoals kiezers ze op hun brief lezen.',
    frenchName: 'Franse naam van de verkiezing',
    frenchNameHint: 'In uw gemeente mag een kiezer een Franse brief vragen. Die noemt de verkiezing zo.',
    code: 'Korte naam',
    codeHint:
      'Voor adressen en mappen: kleine letters, cijfers en koppeltekens, zoals 2029. Hij verandert nooit meer.',
    pollingDay: 'Verkiezingsdag',
    pollingDayLaw: (day: string, source: string) => `Volgens de wet ${day} (${source}).`,
    pollingDayOther: 'Altijd een zondag.',
    votingMode: 'Hoe stemt uw gemeente?',
    modeHours: (hours: string, source: string) => `Open ${hours} (${source}).`,
    assemblies: 'Wat wordt gekozen?',
    assembliesHint:
      'Aangevinkt is wat volgens de wet overal gekozen wordt. Vink aan of uit wat bij u anders is.',
    uncontested: 'Waarvoor is er geen stemming?',
    uncontestedHint: 'Omdat er niet meer kandidaten zijn dan zetels. Weet u het nog niet? Vink niets aan.',
    districts: 'In welke districten is er geen stemming?',
    newMunicipality: 'Naam van de nieuwe gemeente',
    newMunicipalityHint: 'Alleen als uw gemeente fuseert en nu de eerste raad van de nieuwe gekozen wordt.',
    canton: 'Kieskanton',
    constituency: 'Kieskring',
    eventDay: (event: string) => `Dag van ${event}`,
    eventHint: (label: string) => `Vanaf die dag telt de wet: ${label.toLowerCase()}.`,
    eventSource: 'Waar staat die dag?',
    movedSource: 'Besluit dat de verkiezingsdag verplaatste',
    movedHint: 'Alleen als u een andere dag invult dan die van de wet.',
    open: 'Bureaus open om',
    close: 'Bureaus dicht om',
    hourHint: 'Uren en minuten, zoals 08:00.',
    hoursSource: 'Waar staan die uren?',
    sourceHint: 'Het besluit of de bekendmaking, zoals: koninklijk besluit van 1 maart 2029.',
  },
  wrong: {
    elsewhere: (where: string, what: string) => `In het bestand, bij ${where}: ${what}`,
    rules: {
      mendDay: 'Verbeter de dag in het bestand en kies het opnieuw.',
      unknown: 'De regels van deze verkiezing kennen dit niet.',
      oneOf: (known: string) => `Kies een van deze: ${known}.`,
      leaveOut: 'Haal het weg.',
      missing: 'Dit ontbreekt.',
      doesNotFit: 'Dit past niet bij deze verkiezing of bij uw gemeente.',
      askOrLeaveOut: 'Haal het weg, of vraag aan wie het bestand maakte wat er moet staan.',
    },
    missing: {
      name: 'Geef de verkiezing een naam.',
      code: 'Geef een korte naam.',
      pollingDay: 'Vul de verkiezingsdag in.',
    },
    votingMode: 'Kies hoe uw gemeente stemt.',
    name: 'Schrijf een naam van hoogstens 120 tekens.',
    frenchName: 'Schrijf de Franse naam, hoogstens 80 tekens.',
    code: 'Gebruik 2 tot 63 kleine letters, cijfers en koppeltekens, en begin met een letter of cijfer.',
    noDay: 'Deze dag bestaat niet. Schrijf dag, maand en jaar, zoals 10 6 2029.',
    tooLong: 'Schrijf hoogstens 120 tekens.',
    noneElected: 'Vink minstens één aan van wat er gekozen wordt.',
    uncontested: 'Hier staat iets dat niet gekozen wordt. Vink het uit.',
    open: 'Schrijf om hoe laat de bureaus opengaan, zoals 08:00.',
    close: 'Schrijf om hoe laat de bureaus dichtgaan, zoals 13:00.',
    noDistricts:
      'De districten van uw gemeente staan nog niet in haar gegevens. Wie de installatie beheert, vult ze eerst in.',
    eventMissing: 'Vul in vanaf welke dag de wet telt.',
    hoursSource: 'Schrijf waar de uren staan die u invulde.',
    eventSource: 'Schrijf waar de dag staat vanaf welke de wet telt.',
    pollingDay,
    newMunicipality:
      'Uw gemeente fuseert niet tot een gemeente van die naam. Kijk de naam na, of laat dit leeg.',
    taken: {
      code: (name: string) => `De verkiezing “${name}” heeft deze korte naam al. Kies een andere.`,
      pollingDay: (name: string) =>
        `Op deze dag staat er al zo’n verkiezing: “${name}”. Er komt geen tweede. Wat er nog gekozen wordt, hoort in die ene.`,
    },
  },
  preview: {
    addTitle: 'Kijk na wat u toevoegt',
    changeTitle: 'Kijk na wat er verandert',
    nothingYet: 'Er is nog niets toegevoegd. Klopt dit?',
    nothingChanged: 'Er is nog niets veranderd. Klopt dit?',
    calendar: 'De kalender die eruit volgt',
    calendarLead: 'Elke termijn, met het artikel waaruit hij komt.',
    waiting: 'Termijnen die nog geen dag hebben',
    add: 'Voeg de verkiezing toe',
    change: 'Voer de wijziging door',
    edit: 'Verander nog iets',
    differences: 'Wat er verandert',
    was: 'Nu',
    is: 'Wordt',
    what: 'Gegeven',
    otherPart: 'Andere gegevens van het bestand',
    otherWas: 'zoals ze zijn',
    otherIs: 'zoals in het nieuwe bestand',
  },
  facts: {
    link: 'Gegevens van de verkiezing',
    title: 'Gegevens van de verkiezing',
    name: 'Naam',
    frenchName: 'Franse naam',
    code: 'Korte naam',
    kind: 'Soort',
    kindOf: (name: string, version: number) => `${name} (versie ${version})`,
    pollingDay: 'Verkiezingsdag',
    votingMode: 'Hoe er gestemd wordt',
    hours: 'Openingsuren',
    hoursOf: (open: string, close: string, source: string) => `Van ${open} tot ${close} (${source})`,
    assemblies: 'Wat er gekozen wordt',
    uncontested: 'Zonder stemming',
    districts: 'Districten zonder stemming',
    newMunicipality: 'Nieuwe gemeente',
    canton: 'Kieskanton',
    constituency: 'Kieskring',
    eventOn: (day: string, source: string) => `${day} (${source})`,
    decided: 'Beslist voor deze verkiezing',
    decidedCount: (count: number) => (count === 1 ? '1 gegeven van de wet' : `${count} gegevens van de wet`),
    change: 'Wijzig met een formulier',
    changeByFile: 'Wijzig met een bestand',
    download: 'Bewaar het bestand van de verkiezing',
    fixed:
      'Er is een kiezerslijst aanvaard. Die is nagekeken met deze gegevens, dus ze veranderen hier niet meer. Moet het toch? Vraag het aan wie de installatie beheert.',
  },
  change: {
    title: 'De gegevens van de verkiezing wijzigen',
    lead: 'Dit kan tot een kiezerslijst aanvaard is. U ziet eerst wat er verandert; daarna beslist u.',
    fileTitle: 'De verkiezing wijzigen met een bestand',
    show: 'Toon wat er verandert',
  },
} as const
