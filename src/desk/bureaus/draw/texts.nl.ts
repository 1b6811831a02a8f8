import type { FreezeRefusal, HoldRefusal, WithdrawRefusal } from '../../../bureaus/index.ts'
import { texts as frame } from '../../texts.nl.ts'

const dice = (count: number) => (count === 1 ? '1 dobbelsteen' : `${count} dobbelstenen`)

/** Words of the draw of list B. */
export const texts = {
  title: 'Loting',
  lead: 'Hier wordt geloot wie op lijst B komt. Niemand kiest, en iedereen kan het narekenen.',
  how: {
    summary: 'Hoe gaat dit, en waarom kan niemand vals spelen?',
    steps: [
      'Eerst ligt vast uit wie geloot wordt. Daarvan maakt het programma een lang getal: de vingerafdruk. Verandert er één naam, dan is de vingerafdruk anders.',
      'U maakt die vingerafdruk bekend, vóór iemand het toeval kent: op de website van de gemeente of in een verslag.',
      'Daarna spreekt het toeval: een openbare uitslag waar hier niemand iets aan kan doen, zoals de Lotto, en de dobbelstenen van de magistraat.',
      'Uit die twee volgt de volgorde. Het programma rekent, niemand kiest. De eerste namen vormen lijst B, de anderen de wachtrij.',
      'Wie het wil nakijken, haalt het controlebestand op. Daar staan geen namen in. Met dat bestand en de vingerafdruk rekent iedereen alles na, ook zonder dit programma.',
    ],
    result: 'De loting stelt mensen voor. De magistraat wijst ze aan.',
  },
  states: { COMMITTED: 'ligt vast, nog niet geloot', DRAWN: 'geloot', WITHDRAWN: 'ingetrokken' },
  facts: {
    state: 'Stand',
    hash: 'Vingerafdruk',
    committed: 'Vastgelegd',
    by: (moment: string, who: string) => `${moment}, door ${who}`,
    source: 'Openbare uitslag',
    known: 'Bekend vanaf',
    dice: 'Dobbelstenen van de magistraat',
    people: 'Geloot uit',
    units: (people: string, units: number) =>
      units === 1 ? `${people} mensen, in 1 groep` : `${people} mensen, in ${units} groepen`,
    two: 'Wie loot',
    twoYes: 'Een ander dan wie dit vastlegde',
    twoNo: 'Ook wie dit vastlegde, mag loten',
    value: 'Wat de uitslag zei',
    eyes: 'Gegooid',
    seed: 'Startgetal dat daaruit volgt',
    drawn: 'Geloot',
    why: 'Waarom ingetrokken',
  },
  commit: {
    title: '1. Leg vast uit wie geloot wordt',
    lead: 'Iedereen die opgeroepen kan worden en niet op lijst A staat, per stemafdeling. Lees eerst lijst A en de kandidaten in: wie dan nog verandert, verandert deze loting niet meer.',
    source: 'Welke openbare uitslag?',
    sourceHint: 'Zoals: Lotto van woensdag 21 augustus 2030, de zes getallen en het bonusgetal.',
    day: 'Dag waarop die uitslag bekend wordt',
    hour: 'Uur',
    hourHint: 'Zoals 20.30. Loten kan pas daarna.',
    withoutListA: 'Lijst A is nog niet vastgesteld',
    withoutListAAnyway: 'Toch vastleggen zonder lijst A',
    withoutListAHint:
      'Ook op lijst A beslist de loting. Wie er later bijkomt, staat achter iedereen die geloot is. Laat liever eerst het college lijst A vaststellen.',
    noListA:
      'Lijst A is nog niet vastgesteld. Wie op lijst A staat, wordt niet geloot: wie er later bijkomt, kan nu nog wel geloot worden.',
    dice: 'Hoeveel dobbelstenen gooit de magistraat?',
    diceHint:
      'Met 0 hangt alles af van de openbare uitslag. Dat kan, als die pas bekend wordt nadat dit vastligt en niemand er iets aan kan doen.',
    two: 'Wie voert de loting uit?',
    twoYes: 'Een ander dan ik',
    twoHint: 'Zo is er altijd een tweede persoon bij. Zet dit alleen af als er echt niemand anders is.',
    button: 'Leg vast',
    missing: {
      day: 'Vul de dag in.',
      hour: 'Vul het uur in, zoals 20.30.',
    },
    refused: {
      'right-missing': 'Dit mag u niet.',
      'no-public-source': 'Schrijf welke openbare uitslag het wordt, in hoogstens 300 tekens.',
      'no-dice': 'Geef een aantal van 0 tot 100.',
      'moment-passed': 'Dit moment is voorbij. Kies een uitslag die nog niemand kent.',
      'no-list': 'Er is nog geen kiezerslijst. Lees die eerst in.',
      'not-accepted': 'De kiezerslijst is nog niet aanvaard. Aanvaard ze eerst.',
      'already-committed': 'Er ligt al een loting vast. Kijk na hoe het staat.',
      'list-a-not-adopted':
        'Het college stelde lijst A nog niet vast. Ook daaruit wordt geloot. Laat ze eerst vaststellen, of vink aan dat u zonder verdergaat.',
      'nobody-to-draw':
        'Er is niemand uit wie geloot kan worden. Zijn er stemafdelingen, en staan er kiezers in?',
    } satisfies Record<FreezeRefusal, string>,
  },
  announce: {
    title: '2. Maak dit bekend',
    lead: 'Zet deze tekst op de website of in een verslag, vóór de uitslag bekend is. Bewaar waar en wanneer u dat deed: dat is het bewijs.',
    caption: 'Tekst om bekend te maken',
    text: (facts: {
      municipality: string
      source: string
      moment: string
      dice: number
      people: string
      hash: string
    }) =>
      [
        `Loting van lijst B, ${facts.municipality}`,
        `Er wordt geloot uit ${facts.people} mensen. Hun lijst ligt vast met deze vingerafdruk (SHA-256):`,
        facts.hash,
        `Het toeval komt van: ${facts.source}, bekend vanaf ${facts.moment}${
          facts.dice > 0 ? `, en van ${dice(facts.dice)} die de magistraat gooit` : ''
        }.`,
        'De openbare uitslag wordt geschreven in de volgorde waarin ze bekendgemaakt wordt: getallen en letters met één spatie ertussen, zonder nul vooraan.',
        'Na de loting kan iedereen ze narekenen met het controlebestand.',
      ].join('\n'),
  },
  run: {
    title: '3. Loot',
    wait: (moment: string) => `Loten kan vanaf ${moment}. Tot dan kent niemand het toeval.`,
    other: 'U legde deze loting vast. Een ander voert ze uit: vraag een collega of de griffier.',
    noRight: 'Wie mag loten, doet dit hier vanaf dat moment.',
    value: 'Wat zei de openbare uitslag?',
    valueHint:
      'In de volgorde waarin ze bekendgemaakt is: 4 8 15 16 23 42. Streepjes, komma’s, hoofdletters en nullen vooraan maken geen verschil.',
    dice: (count: number) => `De ogen van ${dice(count)}, in de volgorde van het gooien`,
    diceHint: 'Cijfers van 1 tot 6 met een spatie of komma ertussen: 3 5 1.',
    final: 'Loten kan maar één keer. Kijk elk cijfer na met de magistraat.',
    button: 'Loot nu',
    refused: {
      'right-missing': 'Dit mag u niet.',
      'nothing-committed': 'Er ligt geen loting meer vast. Kijk na hoe het staat.',
      'already-drawn': 'Er is intussen al geloot. Kijk na hoe het staat.',
      'before-the-moment': 'Het is nog te vroeg: de uitslag is nog niet bekend.',
      'committed-by-same-person': 'U legde deze loting vast. Een ander voert ze uit.',
      'no-public-value': 'Schrijf wat de openbare uitslag zei.',
      'not-those-dice':
        'Dit klopt niet met het aantal dobbelstenen. Geef voor elke dobbelsteen een cijfer van 1 tot 6.',
    } satisfies Record<HoldRefusal, string>,
  },
  check: {
    title: '4. Laat het nakijken',
    lead: 'Zet het controlebestand bij wat u bekendmaakte. Er staan geen namen in: elke kiezer is een getal dat alleen de gemeente herkent.',
    file: 'Haal het controlebestand op (JSON)',
    recipe: 'Haal het rekenprogramma op (narekenen.mjs)',
    how: 'Zet ook het rekenprogramma erbij. Het is één bladzijde tekst, die zegt hoe de volgorde berekend wordt en die iedereen kan lezen. Het heeft niets van dit programma nodig: wie gratis Node.js (nodejs.org) op een computer heeft, zet beide bestanden in één map en voert daar deze opdracht uit. De vingerafdruk is die van vóór de loting.',
    caption: 'Opdracht om de loting na te rekenen',
    lists: 'Bekijk lijst B',
  },
  withdraw: {
    title: 'Zie af van deze loting',
    lead: 'Kan de openbare uitslag niet doorgaan, of klopt iets niet? Zie er dan van af, en leg een nieuwe loting vast. De vingerafdruk en uw reden blijven hier staan, en komen in het controlebestand van de volgende loting: iedereen leest ze. Noem niemand.',
    after:
      'De openbare uitslag kan al bekend zijn. Ziet u nu nog van deze loting af, dan staat in het controlebestand dat dit gebeurde nadat het toeval gesproken kon hebben, met uw reden. Doe dit alleen als de loting echt niet kan gelden, bijvoorbeeld omdat ze uit de verkeerde mensen zou gebeuren.',
    afterLabel: 'Na de uitslag',
    afterYes: 'Ik weet dat het controlebestand dit meldt',
    reason: 'Waarom?',
    button: 'Zie af van deze loting',
    refused: {
      'right-missing': 'Dit mag u niet.',
      'no-reason': 'Schrijf waarom.',
      'after-chance': 'De openbare uitslag kan al bekend zijn. Vink aan dat u dit weet.',
      'number-in-text': frame.numberInText,
      'nothing-committed': 'Er ligt geen loting meer vast. Kijk na hoe het staat.',
      'already-drawn': 'Er is intussen al geloot. Wat geloot is, blijft.',
    } satisfies Record<WithdrawRefusal, string>,
  },
  pools: {
    caption: 'Uit wie geloot wordt',
    unit: 'Groep',
    people: 'Mensen',
    places: 'Plaatsen op de lijst',
    section: (number: string) => `Stemafdeling ${number}`,
    listA: 'Lijst A',
  },
  earlier: {
    caption: 'Eerdere lotingen',
    hash: 'Vingerafdruk',
    committed: 'Vastgelegd',
    state: 'Stand',
    why: 'Waarom',
    afterChance: 'ingetrokken nadat de uitslag bekend kon zijn',
  },
} as const
