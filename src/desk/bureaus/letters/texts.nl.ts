import type {
  AgainRefusal,
  CannotWrite,
  ChangedPart,
  ConvocationRefusal,
  InstructedBureau,
  InstructionsRefusal,
  MemberLetterKind,
  ProofRefusal,
  SentLetterState,
} from '../../../bureaus/index.ts'
import { texts as frame } from '../../texts.nl.ts'

const people = (count: number) => (count === 1 ? '1 persoon' : `${count} mensen`)
const letters = (count: number) => (count === 1 ? '1 brief' : `${count} brieven`)
const notCalled = (count: number) => `${people(count)} niet opgeroepen`

const changedParts: Readonly<Record<ChangedPart, { readonly name: string; readonly other: string }>> = {
  role: { name: 'Functie', other: 'een andere functie' },
  bureau: { name: 'Bureau', other: 'een ander bureau' },
  place: { name: 'Gebouw', other: 'een ander gebouw' },
  room: { name: 'Zaal', other: 'een andere zaal' },
  address: { name: 'Adres', other: 'een ander adres' },
  hour: { name: 'Uur', other: 'een ander uur' },
}
const listed = (parts: readonly string[]) =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' of ')

/** Words of the letters to members of bureaus. */
export const texts = {
  title: 'Brieven aan leden',
  lead: 'Wie aangewezen is, krijgt een brief: in de e-Box, of op papier als dat niet lukt. Vanaf de aankomst loopt de tijd om een verontschuldiging te vragen.',
  kinds: {
    designation: 'Oproep',
    'called-up': 'Oproep als vervanger',
    retracted: 'Aanwijzing ingetrokken',
    'excuse-granted': 'Verontschuldiging aanvaard',
    'excuse-refused': 'Verontschuldiging geweigerd',
    'reason-accepted': 'Reden achteraf aanvaard',
    'reason-refused': 'Reden achteraf geweigerd',
  } satisfies Record<MemberLetterKind, string>,
  states: {
    sent: 'onderweg',
    delivered: 'in de e-Box',
    undelivered: 'niet in de e-Box: op papier',
    printed: 'gedrukt',
    'handed-over': 'afgegeven, met bewijs',
    replaced: 'vervangen door een nieuwere',
  } satisfies Record<SentLetterState, string>,
  figures: { toCall: 'Nog op te roepen' },
  ofPerson: {
    caption: 'Brieven aan deze persoon',
    none: 'Er vertrok nog geen brief.',
    columns: { kind: 'Brief', sent: 'Verstuurd', state: 'Stand', settled: 'Sinds' },
  },
  call: {
    title: 'Oproepen',
    nobody: 'Iedereen die aangewezen is, is opgeroepen.',
    final:
      'Een oproep die vertrokken is, komt niet terug. Kijk eerst de voorbeelden na. Niemand krijgt hem twee keer.',
    who: 'Wie aanwees, zoals de brief het zegt',
    whoHint: 'Zoals: de vrederechter van het kanton Zonnedorp.',
    button: (count: number) => `Roep ${people(count)} op`,
    refused: {
      'number-in-text': frame.numberInText,
      'no-authority': 'Schrijf wie aanwees: de brief noemt dat.',
      'nobody-to-call': 'Er is niemand meer om op te roepen.',
      'already-asked': 'Het oproepen is al bezig.',
    } satisfies Record<ConvocationRefusal, string>,
  },
  run: {
    busy: (done: string, total: string) => `Bezig met oproepen: ${done} van ${total}`,
    leave: 'U mag dit venster sluiten: het gaat vanzelf verder.',
    stopping: 'Het stopt zodra de brieven waar het mee bezig is, klaar zijn.',
    stop: 'Stop het oproepen',
    ended: {
      done: (count: number, moment: string) => `Klaar op ${moment}: ${people(count)} opgeroepen.`,
      stopped: (count: number, moment: string) =>
        `Gestopt op ${moment}, na ${people(count)}. Roep opnieuw op om verder te gaan met de anderen.`,
      failed: (count: number, moment: string) =>
        `Mislukt op ${moment}, na ${people(count)}. Roep opnieuw op om verder te gaan, en vraag de uitbater als het weer mislukt.`,
    },
    missing: {
      'no-address': (count) => `${notCalled(count)}: geen adres gekend.`,
      'no-place': (count) =>
        `${notCalled(count)}: het bureau heeft geen plaats die bij de stemplaatsen staat.`,
      'no-hour': (count) => `${notCalled(count)}: het is niet gekend hoe laat dit bureau samenkomt.`,
      'no-words': (count) => `${notCalled(count)}: voor deze functie in dit soort bureau is er geen brief.`,
      'no-decision': (count) => `${notCalled(count)}: de dag van de aanwijzing ontbreekt.`,
      unprintable: (count) => `${notCalled(count)}: een teken in naam of adres kan niet gedrukt worden.`,
    } satisfies Record<CannotWrite, (count: number) => string>,
  },
  withoutAddress: {
    title: (count: number) =>
      `Van ${people(count)} is geen adres gekend: die kunnen niet opgeroepen worden. Vul het adres aan.`,
    more: (count: number) => `En nog ${people(count)}.`,
  },
  corrections: {
    title: 'Brieven die niet meer kloppen',
    count: (count: number, changed: readonly ChangedPart[]) =>
      `${people(count)} ${count === 1 ? 'heeft' : 'hebben'} een brief met ${listed(changed.map((what) => changedParts[what].other))}.`,
    lead: 'Het plan of de stemplaatsen veranderden nadat hun oproep vertrok. Op hun eigen pagina en op de telefoon van de voorzitter staat al wat nu geldt. Een verbeterde oproep vervangt de vorige brief en zegt wat er veranderde. De tijd om een verontschuldiging te vragen blijft lopen vanaf de eerste.',
    caption: 'Wie een brief heeft die niet meer klopt',
    columns: { who: 'Wie', seat: 'Plaats', changes: 'Wat veranderde', sent: 'Brief van' },
    change: (what: ChangedPart, from: string, to: string) => `${changedParts[what].name}: ${from} → ${to}`,
    more: (count: number) => `Nog ${people(count)} meer.`,
    button: (count: number) => `Stuur ${people(count)} een verbeterde oproep`,
    notice: (count: number) =>
      `${people(count)} ${count === 1 ? 'heeft' : 'hebben'} een oproep die niet meer klopt: de zaal, het gebouw of het uur veranderde.`,
    link: 'Bekijk wie, en stuur een verbeterde oproep',
    refused: {
      'nobody-to-correct': 'Elke oproep klopt: er is niets te verbeteren.',
      'already-asked': 'Het oproepen is al bezig. Wacht tot het klaar is.',
    },
    run: {
      busy: (done: string, total: string) => `Bezig met verbeterde oproepen: ${done} van ${total}`,
      ended: {
        done: (count: number, moment: string) =>
          `Klaar op ${moment}: ${people(count)} ${count === 1 ? 'kreeg' : 'kregen'} een verbeterde oproep.`,
        stopped: (count: number, moment: string) =>
          `Gestopt op ${moment}, na ${people(count)}. Stuur opnieuw om verder te gaan met de anderen.`,
        failed: (count: number, moment: string) =>
          `Mislukt op ${moment}, na ${people(count)}. Stuur opnieuw om verder te gaan, en vraag de uitbater als het weer mislukt.`,
      },
    },
  },
  examples: {
    caption: 'Wie nog opgeroepen wordt, met een voorbeeld van elke brief',
    columns: { role: 'Als', people: 'Mensen', example: 'Voorbeeld' },
    pdf: 'PDF',
    picture: 'beeld',
    cannot: 'Dit voorbeeld kan niet gemaakt worden',
    authority: 'de magistraat',
  },
  print: {
    title: 'Op papier',
    lead: 'Brieven die geen e-Box bereikten, in één bestand voor de drukker. Elke brief begint op een nieuw blad. Bezorg ze aangetekend of aan de persoon zelf, en noteer het bewijs bij de brief.',
    none: 'Er wacht geen brief om te drukken.',
    again: 'Ging er iets mis bij het drukken?',
    button: (count: number) => `Haal ${letters(count)} op om te drukken`,
    buttonAgain: (count: number) => `Haal alle ${letters(count)} opnieuw op`,
    nothing: 'Er is geen brief meer om te drukken.',
  },
  list: {
    title: 'Alle brieven',
    caption: 'Brieven per bureau',
    none: 'Er is geen brief in deze stand.',
    filter: { label: 'Kies welke brieven', field: 'Stand', all: 'Alle', button: 'Toon' },
    columns: { who: 'Wie', seat: 'Plaats', kind: 'Brief', sent: 'Verstuurd', state: 'Stand' },
  },
  letter: {
    title: 'Een brief',
    open: 'Open de brief (PDF)',
    timeline: 'Bekijk het verloop van deze persoon',
    changed:
      'Deze brief kan niet meer gemaakt worden zoals hij vertrok: het programma is intussen vernieuwd. Vraag de uitbater.',
    facts: {
      who: 'Aan wie',
      seat: 'Plaats',
      kind: 'Brief',
      version: 'Versie',
      sent: 'Verstuurd',
      state: 'Stand',
      settled: 'Sinds',
      instructions: 'Instructies erbij',
      instructionsOf: (version: number) =>
        version === 0 ? 'die van het programma' : `versie ${version} van de gemeente`,
    },
  },
  again: {
    title: 'Stuur de brief opnieuw',
    lead: 'Deze brief bereikte niemand. Klopt het adres niet? Verbeter het eerst: de nieuwe brief gaat naar het adres van nu. De oude wordt niet meer gedrukt.',
    address: 'Bekijk of verbeter het adres',
    button: 'Stuur opnieuw',
    refused: {
      'letter-settled': 'Deze brief is intussen aangekomen, of door een andere vervangen.',
      'no-address': 'Er is geen adres gekend. Vul het eerst in.',
      'no-place': 'Het bureau heeft geen plaats die bij de stemplaatsen staat.',
      unprintable: 'Een teken in naam of adres kan niet gedrukt worden.',
    } as Readonly<Partial<Record<AgainRefusal, string>>>,
  },
  instructions: {
    title: 'Instructies voor voorzitters',
    lead: 'Voorzitters en plaatsvervangende voorzitters krijgen deze instructies achter hun oproep, in dezelfde PDF: in de e-Box en op papier.',
    how: 'Een regel die met # begint, wordt een titel. Laat een lege regel tussen twee alinea’s. Elke brief onthoudt welke versie erbij zat; wie al een brief kreeg, krijgt de nieuwe tekst niet vanzelf.',
    bureaus: {
      POLLING: 'Voor stembureaus',
      COUNTING: 'Voor telbureaus',
      MAIN: 'Voor hoofdbureaus',
    } satisfies Record<InstructedBureau, string>,
    ofTheProgram: 'Dit is de tekst van het programma. Pas hem aan waar dat nodig is.',
    version: (version: number, moment: string) => `Versie ${version} van de gemeente, van ${moment}.`,
    text: 'Tekst',
    button: 'Bewaar als nieuwe versie',
    link: 'Instructies voor voorzitters bekijken of wijzigen',
    refused: {
      'number-in-text': frame.numberInText,
      'no-text': 'Schrijf een tekst: voorzitters krijgen hem bij hun brief.',
      'text-too-long': 'Deze tekst is te lang: hoogstens 12.000 tekens.',
    } satisfies Record<InstructionsRefusal, string>,
  },
  proof: {
    title: 'Noteer het bewijs van aankomst',
    lead: 'Kwam de brief op papier aan? Noteer hoe en wanneer. Vanaf dan loopt de tijd om een verontschuldiging te vragen.',
    means: 'Hoe?',
    registered: 'Aangetekend',
    inHand: 'Aan de persoon zelf afgegeven',
    /** What the law asks, by its first means. */
    asked: {
      registered: 'De wet vraagt dat de aanwijzing met een aangetekende brief gemeld wordt.',
      'in-hand': 'De wet vraagt dat de aanwijzing aan de persoon zelf afgegeven wordt.',
    },
    number: 'Nummer van de aangetekende zending',
    numberHint: 'Alleen bij een aangetekende brief.',
    day: 'Dag',
    hour: 'Uur',
    hourHint: 'Zoals 14.30.',
    button: 'Noteer het bewijs',
    missing: {
      means: 'Kies hoe de brief aankwam.',
      day: 'Vul de dag in.',
      hour: 'Vul het uur in, zoals 14.30.',
    },
    refused: {
      'number-in-text': frame.numberInText,
      'no-such-letter': 'Deze brief is er niet.',
      'letter-settled': 'Van deze brief is intussen al genoteerd wat ermee gebeurde.',
      'number-missing': 'Vul het nummer van de aangetekende zending in.',
      'before-it-was-sent': 'Toen was de brief nog niet gemaakt. Kijk dag en uur na.',
      'in-the-future': 'Dit moment moet nog komen. Kijk dag en uur na.',
    } as Readonly<Partial<Record<ProofRefusal, string>>>,
    other: 'Dit kan nu niet: er is intussen iets veranderd. Kijk na hoe het staat.',
  },
} as const
