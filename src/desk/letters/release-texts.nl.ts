import type { HeldBack, Replacing } from '../../letters/index.ts'
import { countText } from '../../platform/http/components/index.ts'
import { dayText } from '../home/day-texts.ts'
import { texts as frame } from '../texts.nl.ts'
import { counted, lettersText, sectionsText } from './texts.nl.ts'

const roads = {
  'federal-v3': 'de e-Box (federaal, versie 3)',
  'federal-v2': 'de e-Box (federaal, versie 2)',
  magda: 'de e-Box (via MAGDA)',
} as const

interface Leaves {
  readonly letters: number
  readonly sections: number
  readonly road: keyof typeof roads
  readonly isPaperForAll: boolean
}

/** Which of these letters replace one of before, and when that one was released. */
export function replacingText({ letters, first, last }: Replacing, of: number): string {
  const { all, some, replace, someReplace, others, on, between } = texts.correction
  const [from, to] = [dayText(first), dayText(last)]
  const days = from === to ? on(from) : between(from, to)
  if (letters >= of) return all(replace(of), days)
  return some(someReplace(letters), others(of - letters), days)
}

export const texts = {
  title: 'Vrijgave',
  toRelease: 'Naar de vrijgave',
  /** All that a release does, in one sentence. */
  sentence: ({ letters, sections, road, isPaperForAll }: Leaves) =>
    `${lettersText(letters)} voor ${sectionsText(sections)}: elke brief gaat naar ${roads[road]}, en ${
      isPaperForAll
        ? 'ook op papier naar elke kiezer, met de bestanden voor de drukker'
        : 'op papier naar wie geen e-Box gebruikt, met de bestanden voor de drukker'
    }.`,
  /** Of letters of which a voter has an earlier one already. */
  correction: {
    all: (replaced: string, days: string) => `Dit is een verbetering: ${replaced} die ${days}.`,
    some: (replaced: string, others: string, days: string) =>
      `Dit is voor een deel een verbetering: ${replaced} die ${days}. ${others}.`,
    replace: (count: number) =>
      count === 1 ? 'de brief vervangt er een' : `alle ${countText(count)} brieven vervangen er een`,
    someReplace: (count: number) =>
      count === 1 ? '1 brief vervangt er een' : `${countText(count)} brieven vervangen er een`,
    others: (count: number) =>
      count === 1
        ? 'De andere brief is de eerste voor die kiezer'
        : `De andere ${countText(count)} brieven zijn de eerste voor die kiezers`,
    on: (day: string) => `al vrijgegeven is op ${day}`,
    between: (first: string, last: string) => `al vrijgegeven is tussen ${first} en ${last}`,
    stays:
      'Wie de oude brief al kreeg, heeft er dan twee. De oude telt niet meer, maar niemand kan hem terughalen.',
  },
  sealed: 'Elke brief in de e-Box krijgt het elektronische zegel van uw gemeente.',
  what: 'Wat vrijgegeven wordt',
  noSample: 'Er is nog geen proef. Neem eerst een proef en kijk ze na.',
  toProof: 'Naar de proef',
  openProof: 'Open de proef en kijk de brieven na',
  notOpenedYet: 'U hebt deze proef nog niet geopend. Dat moet eerst: daarna verschijnt hier de knop.',
  undo: 'Tot de tweede persoon vrijgeeft, vertrekt er niets en kan de vraag ingetrokken worden.',
  noUndo:
    'Na de vrijgave kan een brief die in een e-Box zit niet meer teruggehaald worden. Een fout herstelt u dan met een nieuwe brief.',
  ask: {
    title: 'Vrijgave vragen',
    text: 'U bent de eerste van twee personen. Iemand anders ziet daarna dezelfde proef, met dezelfde code, en beslist.',
    button: 'Vraag de vrijgave van deze brieven',
    noRight: 'Uw rol laat niet toe om de vrijgave te vragen.',
  },
  waiting: {
    title: 'Wacht op een tweede persoon',
    own: (moment: string) =>
      `U vroeg de vrijgave op ${moment}. Iemand anders met het recht om vrij te geven, moet beslissen. Uzelf kunt dat niet.`,
    other: (name: string, moment: string) => `${name} vroeg de vrijgave op ${moment}.`,
    noRight: 'Uw rol laat niet toe om vrij te geven. Wie dat wel mag, ziet op deze pagina de knop.',
    tooNear:
      'U vervangt wie deze vrijgave vroeg, of bent door die persoon aangeduid. Dan zou één persoon beslissen: iemand anders moet vrijgeven.',
    say: 'Lees de code voor aan de tweede persoon. Die moet op dat scherm dezelfde zien.',
  },
  decide: {
    title: 'Vrijgeven',
    text: 'U bent de tweede persoon. U ziet dezelfde proef als wie de vrijgave vroeg.',
    asDeputy: (absent: string) => `U beslist als vervanger van ${absent}. Dat komt op het certificaat.`,
    byGlass: (hour: string) =>
      `U beslist bij noodgeval, tot ${hour}. Uw naam en uw reden komen op het certificaat.`,
    number: 'Typ hoeveel brieven vertrekken',
    numberHint: 'Het aantal staat hierboven. Zo weet u zeker wat u vrijgeeft.',
    numberWrong: 'Dat is niet het aantal dat hierboven staat. Er is niets vrijgegeven.',
    hold: 'Wanneer vertrekken ze?',
    holdChoices: {
      ja: {
        label: 'Eerst tegenhouden',
        hint: 'Er vertrekt niets tot iemand een eerste golf laat gaan, bijvoorbeeld één stemafdeling.',
      },
      nee: { label: 'Meteen', hint: 'Het versturen begint zodra alle brieven vrijgegeven zijn.' },
    },
    holdMissing: 'Kies of de brieven meteen vertrekken of eerst worden tegengehouden.',
    button: 'Geef deze brieven vrij',
    fresh:
      'Is uw aanmelding niet meer vers, dan vraagt het programma om opnieuw aan te melden. Wat u invulde, blijft staan.',
  },
  refuse: {
    title: 'Niet vrijgeven',
    own: 'De vraag intrekken',
    reason: 'Waarom niet?',
    ownReason: 'Waarom trekt u de vraag in?',
    hint: 'Wie de vrijgave vroeg, leest dit. Zeg wat er moet veranderen.',
    missing: 'Zeg waarom, zodat de ander weet wat er moet veranderen.',
    button: 'Weiger de vrijgave',
    ownButton: 'Trek de vraag in',
  },
  refusedBefore: (name: string, moment: string, reason: string) =>
    `${name} weigerde de vrijgave op ${moment}: “${reason}”`,
  takenBack: (name: string, moment: string, reason: string) =>
    `${name} trok de vraag in op ${moment}: “${reason}”`,
  next: 'Herstel wat er fout was, maak de brieven opnieuw op en neem een nieuwe proef.',
  again: {
    label: 'Waarom vraagt u dezelfde proef opnieuw?',
    hint: 'Deze proef is al geweigerd en er is niets aan veranderd. Wie beslist, leest uw uitleg naast de weigering.',
    title: 'Deze proef werd al geweigerd',
    because: (name: string, reason: string) => `${name} vraagt ze opnieuw: “${reason}”`,
    same: 'Er is niets aan veranderd: dezelfde brieven, dezelfde code.',
  },
  released: {
    title: (count: number) => `${lettersText(count)} vrijgegeven`,
    by: (one: string, other: string, moment: string) =>
      `Gevraagd door ${one}, vrijgegeven door ${other} op ${moment}.`,
    held: 'Eerst tegengehouden: er vertrekt niets tot iemand een golf of alles laat gaan.',
    atOnce: 'Het versturen naar de e-Box begint vanzelf.',
    toDelivery: 'Naar de verzending',
    as: {
      deputy: (absent: string, reason: string) => `Als vervanger van ${absent}: “${reason}”`,
      'broken-glass': (reason: string) => `Bij noodgeval, omdat: “${reason}”`,
    },
  },
  releasing: {
    approved: (name: string, moment: string) =>
      `${name} gaf de brieven vrij op ${moment}. Het programma voert dat nu uit.`,
    together: 'Alle brieven worden samen vrijgegeven. Zolang het bezig is, vertrekt er niets.',
    goOn: 'De vrijgave is nog niet uitgevoerd',
    goOnText:
      'Er is nog niets vrijgegeven en er is niets vertrokken. Ga verder, of weiger de vrijgave hieronder.',
    resume: 'Ga verder met de vrijgave',
    heldBack: 'De vrijgave kon niet uitgevoerd worden. Er is niets vertrokken.',
  },
  history: 'Eerdere vragen',
  states: {
    requested: 'Gevraagd',
    approved: 'Wordt uitgevoerd',
    released: 'Vrijgegeven',
    refused: 'Geweigerd',
  },
  head: { when: 'Wanneer', asked: 'Gevraagd door', decided: 'Beslist door', state: 'Uitkomst', code: 'Code' },
  absent: {
    summary: 'Is er niemand die kan vrijgeven?',
    text: 'Een vrijgave vraagt altijd twee personen. Is wie vrijgeeft afwezig, dan mag een vervanger het doen die vooraf is aangeduid.',
    deputies: (names: string) => `Wie nu als vervanger mag beslissen: ${names}.`,
    noDeputy:
      'Er is nu geen vervanger die mag beslissen. Wie vrijgeeft, of wie de medewerkers beheert, kan er een aanduiden.',
    link: 'Bekijk de vervangers, of duid er een aan',
    role: 'De lokale beheerder van uw gemeente kan iemand ook de rol van vrijgever geven in het gebruikersbeheer van de Vlaamse overheid. Die persoon meldt zich opnieuw aan en ziet dan deze vraag.',
    glass:
      'Lukt dat alles niet op tijd? Dan kan wie de medewerkers beheert bij noodgeval deze ene aanvraag vrijgeven.',
    toGlass: 'Vrijgeven bij noodgeval',
  },
  glass: {
    title: 'Vrijgeven bij noodgeval',
    lead: 'Dit is voor de dag waarop de brieven weg moeten en niemand die mag vrijgeven te bereiken is: ook geen vervanger.',
    warning: (asker: string) =>
      `U neemt de plaats in van de tweede persoon. Dat is een uitzondering op de regel die fouten tegenhoudt: ${asker} vroeg de vrijgave, en alleen u kijkt nog na.`,
    means: 'Wat er gebeurt als u verdergaat',
    meanings: [
      'U mag alleen deze ene aanvraag vrijgeven of weigeren, een uur lang, en maar één keer.',
      'Iedereen die deze verkiezing opent, ziet meteen uw naam en uw reden. Dat blijft zo.',
      'Het staat in het logboek, dat niemand kan wijzigen. Geeft u vrij, dan staat het ook op het certificaat.',
      'Er vertrekt nog niets: daarna opent u de proef, kijkt u de brieven na en geeft u vrij.',
    ],
    reason: 'Waarom kan niemand anders vrijgeven?',
    reasonHint: (shortest: number) =>
      `Schrijf wie u probeerde te bereiken en wanneer, in ten minste ${shortest} tekens. Geen ziekte of diagnose: dit komt op het certificaat.`,
    sure: 'Wat u bevestigt',
    tried: 'Ik probeerde elke vrijgever te bereiken, en er is geen vervanger die mag beslissen.',
    triedMissing: 'Bevestig dat u de anderen probeerde te bereiken. Anders is dit geen noodgeval.',
    button: 'Neem het recht om deze aanvraag vrij te geven',
    back: 'Terug zonder iets te doen',
    refused: 'Dit kan nu niet',
    because: {
      'right-missing': 'Uw rol laat dit niet toe.',
      'nothing-requested': 'Er staat geen vraag open: er is niets om vrij te geven.',
      'same-person':
        'U vroeg deze vrijgave zelf. Ook bij noodgeval beslist iemand anders: iemand die de medewerkers beheert.',
      'other-sample': 'Er is intussen een andere aanvraag. Kijk die eerst na.',
      'reason-too-short': 'Schrijf meer: wie u probeerde te bereiken, en wanneer.',
      'deputy-there': 'Er is een vervanger die mag beslissen. Vraag het aan die persoon.',
      'broken-already': 'U nam dit recht al voor deze aanvraag. Dat kan maar één keer.',
      'number-in-text': frame.numberInText,
      'may-already': 'U mag deze aanvraag al vrijgeven. Daar is geen noodgeval voor nodig.',
    },
    broken: (name: string, moment: string, until: string, reason: string) =>
      `Noodgeval: ${name} nam op ${moment} het recht om deze aanvraag vrij te geven, tot ${until}. Reden: “${reason}”`,
  },
  /** Told before somebody decides. */
  heldBack: {
    because: {
      'letters-outdated':
        'Deze brieven kloppen niet meer: de gegevens van de gemeente, de verkiezing of de stemlocaties zijn veranderd sinds ze zijn opgemaakt. Zo kunnen ze niet vrijgegeven worden.',
      'changed-since-sample':
        'De lijst of de brieven zijn veranderd sinds deze proef. Wie vrijgeeft, moet een proef van nu gezien hebben.',
      'checks-failed':
        'Een controle van de proef vond een fout. Zo kunnen deze brieven niet vrijgegeven worden.',
      'not-signed-off':
        'Waarden van de wet op deze brieven zijn door niemand goedgekeurd. Laat wie de installatie beheert ze laten goedkeuren; eerder kan niemand vrijgeven.',
      'seal-not-ready':
        'Het elektronisch zegel van uw gemeente is niet klaar. Vraag het aan wie Kiesloket beheert; eerder kan niemand vrijgeven.',
      'language-not-written':
        'Kiezers die om een Franse brief vroegen, zouden een Nederlandse krijgen. Laat eerst de Franse teksten aanvullen.',
    } satisfies Record<HeldBack, string>,
    whenRequested: {
      'letters-outdated':
        'Weiger deze vraag hieronder, of laat wie ze vroeg ze intrekken. Daarna worden de brieven opnieuw opgemaakt en komt er een nieuwe proef.',
      'changed-since-sample':
        'Weiger deze vraag hieronder, of laat wie ze vroeg ze intrekken. Daarna komt er een nieuwe proef.',
      'checks-failed':
        'Weiger deze vraag hieronder, of laat wie ze vroeg ze intrekken. Dan kan de fout hersteld worden.',
    } as Readonly<Partial<Record<HeldBack, string>>>,
  },
  because: {
    'right-missing': 'Uw rol laat dit niet toe.',
    'number-in-text': frame.numberInText,
    'no-sample': 'Er is nog geen proef.',
    'already-requested': 'De vrijgave is al gevraagd. Hieronder ziet u hoe ze ervoor staat.',
    'refused-before':
      'Deze proef is geweigerd. Herstel wat fout was en neem een nieuwe proef, of leg uit waarom u dezelfde opnieuw vraagt.',
    'not-opened': 'Open eerst de proef: u hebt die van deze code nog niet bekeken.',
    'other-sample': 'Er is intussen een andere proef. Kijk de nieuwe na; er is niets vrijgegeven.',
    'changed-since-sample':
      'De lijst of de brieven zijn veranderd sinds deze proef. Neem een nieuwe proef; er is niets vrijgegeven.',
    'letters-outdated':
      'De gegevens van de gemeente, de verkiezing of de stemlocaties zijn veranderd sinds de brieven zijn opgemaakt. Maak ze opnieuw op; er is niets vrijgegeven.',
    'checks-failed': 'Een controle van de proef vond een fout. Herstel die eerst; er is niets vrijgegeven.',
    'not-signed-off':
      'Waarden van de wet op deze brieven zijn door niemand goedgekeurd. Laat wie de installatie beheert ze laten goedkeuren; er is niets vrijgegeven.',
    'seal-not-ready':
      'Uw gemeente zet een elektronisch zegel op de brieven, en dat lukt nu niet: de sleutel of het certificaat is er niet, past niet of is niet geldig tot na de verkiezing. Vraag het aan wie Kiesloket beheert; er is niets vrijgegeven.',
    'language-not-written':
      'Kiezers die om een Franse brief vroegen, zouden een Nederlandse krijgen. Laat eerst de Franse teksten aanvullen; er is niets vrijgegeven.',
    'already-under-way': 'Er is iets bezig met deze brieven. Stop het eerst, of wacht tot het klaar is.',
    'nothing-requested': 'Er staat geen vraag meer open. Hieronder ziet u hoe ze afliep.',
    'same-person':
      'U vroeg deze vrijgave zelf, of u vervangt wie ze vroeg. Iemand anders moet vrijgeven; er is niets vrijgegeven.',
    'maybe-same-person':
      'Het programma weet niet zeker of u en wie de vrijgave vroeg twee personen zijn: de ene meldt zich aan, de andere werkt met een toegangsbewijs. Laat beiden zich hier aanmelden; er is niets vrijgegeven.',
  } as Readonly<Record<string, string>>,
  unsigned: (count: number) =>
    `Oefenomgeving: ${counted(count, 'waarde van de wet is', 'waarden van de wet zijn')} nog door niemand goedgekeurd. In het echt zouden deze brieven niet vertrekken.`,
} as const
