import type { AssignmentRefusal, Headline, KeptKind, MainBureau, SeatRole } from '../../bureaus/index.ts'
import type { NationalNumberFault } from '../../platform/national-number.ts'
import { texts as frame } from '../texts.nl.ts'

const seatOrSeats = (count: number) => (count === 1 ? '1 zitplaats' : `${count} zitplaatsen`)

export const roles: Readonly<Record<SeatRole, string>> = {
  CHAIR: 'Voorzitter',
  DEPUTY_CHAIR: 'Plaatsvervangend voorzitter',
  SECRETARY: 'Secretaris',
  ADJUNCT_SECRETARY: 'Adjunct-secretaris',
  ASSESSOR: 'Bijzitter',
  SUBSTITUTE: 'Plaatsvervangend bijzitter',
}

const moreOf: Readonly<Record<SeatRole, string>> = {
  CHAIR: 'voorzitters',
  DEPUTY_CHAIR: 'plaatsvervangende voorzitters',
  SECRETARY: 'secretarissen',
  ADJUNCT_SECRETARY: 'adjunct-secretarissen',
  ASSESSOR: 'bijzitters',
  SUBSTITUTE: 'plaatsvervangende bijzitters',
}

export const states: Readonly<Record<Headline, string>> = {
  PROPOSED: 'voorgedragen',
  CANCELLED: 'voordracht ingetrokken',
  REVOKED: 'aanwijzing ingetrokken',
  REPLACED: 'verplaatst',
  EXCUSED: 'verontschuldigd',
  DESIGNATED: 'aangewezen',
  NOTIFIED: 'oproep verstuurd',
  UNDELIVERED: 'oproep niet aangekomen',
  DELIVERED: 'oproep aangekomen',
  ACKNOWLEDGED: 'antwoordde',
  EXCUSE_PENDING: 'vraagt een verontschuldiging',
  NO_REPLY: 'antwoordde niet',
  CONFIRMED: 'wordt verwacht',
  CALLED_UP: 'opgeroepen als vervanger',
  PRESENT: 'aanwezig',
  LATE: 'kwam te laat',
  ABSENT: 'afwezig',
  DISMISSED: 'naar huis gestuurd',
  LEFT: 'ging eerder weg',
  REPORTED: 'afwezigheid gemeld',
  EXCUSED_AFTER: 'achteraf verontschuldigd',
  SETTLED: 'betaald',
}

export const kinds: Readonly<Record<KeptKind, string>> = {
  POLLING: 'Stembureau',
  COUNTING: 'Telbureau',
  MAIN: 'Hoofdbureau',
  RESERVE: 'Reserve',
}

/** What an assignment can't do, in words. */
export const because: Readonly<Record<AssignmentRefusal, string>> = {
  'not-in-this-state': 'Dat kan niet meer: ondertussen veranderde de stand van deze persoon.',
  'not-in-your-power': 'Dat mag u niet beslissen: de magistraat doet dat.',
  'chosen-by-chair':
    'De voorzitter van het bureau kiest wie hier zit. Een magistraat wijst hier niemand aan.',
  'reason-missing': 'Schrijf waarom.',
  'not-from-this-seat': 'Dat kan niet vanaf deze zitplaats.',
  'no-such-assignment': 'Deze aanwijzing is er niet.',
  'changed-meanwhile': 'Iemand anders was u voor. Kijk na hoe het nu staat en probeer het opnieuw.',
  'queue-empty': 'Er is niemand meer op de lijst die nog opgeroepen kan worden.',
  'no-such-seat': 'Deze zitplaats is er niet meer: het plan veranderde.',
  'no-such-member': 'Deze persoon is niet gekend.',
  'seat-taken': 'Iemand anders kreeg deze zitplaats ondertussen. Kies een andere zitplaats.',
  'person-has-seat':
    'Deze persoon heeft al een zitplaats in een bureau van deze verkiezing. Trek die voordracht eerst in.',
  'term-not-over': 'De termijn loopt nog.',
  'in-the-future': 'Dat moment moet nog komen.',
  'is-candidate':
    'Deze persoon is kandidaat bij de verkiezing, en mag in geen enkel bureau zitten. Weiger de voordracht, of laat ze intrekken.',
  'before-proposal': 'Op die dag was deze persoon nog niet voorgedragen.',
  'not-on-polling-day': 'Dat kan alleen op de verkiezingsdag.',
  'number-in-text': frame.numberInText,
}

const nationalNumber: Readonly<Record<NationalNumberFault, string>> = {
  length: 'Een rijksregisternummer heeft elf cijfers.',
  'check-digits': 'Dit rijksregisternummer klopt niet. Kijk elk cijfer na.',
  date: 'Dit rijksregisternummer begint niet met een geboortedatum. Kijk het na.',
  future: 'Dit rijksregisternummer is van iemand die nog geboren moet worden. Kijk het na.',
  counter: 'Dit rijksregisternummer klopt niet. Kijk elk cijfer na.',
  'test-number': 'Dit soort nummer kan hier niet: oefennummers alleen om te oefenen.',
}

export const texts = {
  title: 'Bureaus',
  roles,
  moreOf,
  states,
  kinds,
  mainBureaus: {
    MAIN_MUNICIPAL: 'gemeentelijk hoofdbureau',
    MAIN_DISTRICT: 'stadsdistrictshoofdbureau',
    MAIN_PROVINCE_DISTRICT: 'provinciedistrictshoofdbureau',
    MAIN_CANTON: 'kantonhoofdbureau',
    MAIN_CONSTITUENCY: 'kieskringhoofdbureau',
  } as Readonly<Record<MainBureau, string>>,
  optional: 'mag erbij',
  nobody: 'niemand',
  votingMode: { PAPER: 'op papier', DIGITAL: 'op de computer' },
  reserve: {
    POLLING: 'van plaatsvervangende voorzitters voor stembureaus',
    COUNTING: 'van plaatsvervangende voorzitters voor telbureaus',
  } as Readonly<Record<string, string>>,
  counts: (sections: readonly number[]) =>
    sections.length === 1 ? `telt stemafdeling ${sections[0]}` : `telt stemafdelingen ${sections.join(', ')}`,
  noPlace: 'plaats niet gekend',
  overview: {
    volunteers: 'Vrijwilligers: wie zich aanbood om in een bureau te zitten',
    none: 'Er zijn nog geen bureaus. Maak eerst het plan: welke bureaus er zijn, met hoeveel zitplaatsen.',
    noneToSee: 'Er zijn nog geen bureaus. De gemeente maakt eerst het plan.',
    makePlan: 'Maak het plan',
    receivedLists: 'Lijsten A en B die de gemeente u bezorgde',
    composition: 'Samenstelling: bezorgd aan het gerecht en het hoofdbureau',
    paper: 'Op papier getekend: druk de lijst af of noteer wat getekend is',
    figures: {
      open: 'Open zitplaatsen',
      proposed: 'Voorgedragen',
      designated: 'Aangewezen',
      called: 'Opgeroepen',
      answered: 'Beantwoord',
      excused: 'Verontschuldigd',
      asking: (count: number) => `${count} aan het vragen`,
      ofSeats: (count: number) => `van ${seatOrSeats(count)}`,
    },
    missing: {
      title: 'Wat nog ontbreekt',
      seatsUnknown: (numbers: string) =>
        `Van ${numbers} is niet gekend hoeveel zitplaatsen er zijn. Vul in het plan de zetels van de raad in.`,
      noPlace: (numbers: string) =>
        `Van ${numbers} is niet gekend waar het zit. Zet het in het bestand van het plan.`,
      noBureau: (sections: string) =>
        `Stemafdeling ${sections} heeft geen bureau. Bekijk het plan en neem het over.`,
      noSection: (numbers: string) =>
        `De stemafdeling van bureau ${numbers} is er niet meer. Bekijk het plan en neem het over.`,
      undecided: (count: number, day: string) =>
        count === 1
          ? `1 voordracht wacht op de magistraat. De laatste dag om aan te wijzen is ${day}.`
          : `${count} voordrachten wachten op de magistraat. De laatste dag om aan te wijzen is ${day}.`,
      undecidedLate: (count: number, day: string) =>
        count === 1
          ? `1 voordracht wacht op de magistraat. De laatste dag om aan te wijzen was ${day}: vraag het vandaag.`
          : `${count} voordrachten wachten op de magistraat. De laatste dag om aan te wijzen was ${day}: vraag het vandaag.`,
    },
    show: { label: 'Welke bureaus', all: 'Alle bureaus', open: 'Met open zitplaatsen' },
    caption: 'Bureaus en hoe ver ze ingevuld zijn',
    allFilled: 'Elk bureau is ingevuld.',
    columns: {
      bureau: 'Bureau',
      where: 'Waar',
      seats: 'Zitplaatsen',
      filled: 'Ingevuld',
      designated: 'Aangewezen',
      confirmed: 'Verwacht',
      state: 'Stand',
    },
    open: (count: number) => `${count} open`,
    unknown: 'zitplaatsen niet gekend',
    filled: 'ingevuld',
  },
  bureau: {
    building: {
      label: 'In welk gebouw?',
      hint: 'Zo is bekend hoe ver leden en reserves moeten komen.',
      none: 'Kies een gebouw',
      button: 'Bewaar het gebouw',
      missing: 'Kies een gebouw uit de lijst.',
      elsewhere: {
        summary: 'Zit dit bureau buiten uw gemeente?',
        name: 'Naam van het gebouw',
        noName: 'Vul de naam van het gebouw in.',
        button: 'Bewaar dit adres',
      },
    },
    chairChooses: 'kiest de voorzitter',
    day: 'De dag zelf: wie er is, en de toegang van de voorzitter',
    facts: {
      place: 'Plaats',
      address: 'Adres',
      room: 'Lokaal',
      section: 'Stemafdeling',
      counts: 'Telt',
      district: 'District',
      mode: 'Gestemd wordt',
      meets: 'Samen om',
    },
    caption: 'Zitplaatsen en wie er zit',
    noSeats:
      'Van dit bureau is niet gekend hoeveel zitplaatsen er zijn. Vul in het plan de zetels van de raad in.',
    columns: { seat: 'Zitplaats', who: 'Wie', state: 'Stand', more: 'Wat u kunt doen' },
    timeline: 'Verloop',
    timelineOf: (name: string) => `van ${name}`,
    propose: 'Draag iemand voor',
    choose: 'Noem wie de voorzitter kiest',
    proposeFor: (seat: string) => `als ${seat.toLowerCase()}`,
    byChair: 'kiest de voorzitter',
  },
  assignment: {
    untilDay: (day: string) => `tot en met ${day}`,
    untilHour: (moment: string) => `tot ${moment}`,
    title: 'Verloop van een aanwijzing',
    facts: {
      who: 'Wie',
      seat: 'Zitplaats',
      state: 'Stand',
      origin: 'Gekozen uit',
      address: 'Adres',
      excuseUntil: 'Verontschuldiging vragen kan',
    },
    gone: 'een bureau dat er niet meer is',
    caption: 'Wat er gebeurde',
    columns: { when: 'Wanneer', what: 'Wat', power: 'Beslist door', who: 'Genoteerd door', why: 'Reden' },
    drawn: 'Loting',
    onTheSpot: 'Ter plaatse aangesteld',
    withdraw: {
      title: 'Voordracht intrekken',
      lead: 'De zitplaats komt weer vrij. De persoon krijgt geen bericht: er is nog niets verstuurd.',
      reason: 'Waarom trekt u de voordracht in?',
      reasonHint:
        'Dit blijft in het verloop staan. Schrijf niets over gezondheid en geen rijksregisternummer.',
      button: 'Trek de voordracht in',
    },
  },
  refused: 'Voordracht geweigerd',
  decide: {
    title: 'Aanwijzen of weigeren',
    lead: 'Met uw handtekening wijst u deze persoon aan. De plicht om te komen volgt daaruit. Weigert u, dan komt de zitplaats vrij.',
    sign: 'Wijs aan',
    why: 'Waarom weigert u?',
    whyHint: 'De gemeente leest dit. Schrijf niets over gezondheid en geen rijksregisternummer.',
    refuse: 'Weiger deze voordracht',
    late: (day: string) =>
      `De laatste dag om aan te wijzen was ${day}. Een aanwijzing nu telt nog, en het verloop zegt dat ze laat was.`,
    until: (day: string) => `Aanwijzen kan tot en met ${day}.`,
  },
  paper: { title: 'Op papier getekend' },
  proposals: {
    title: 'Voordrachten',
    lead: 'Wie de gemeente voordraagt. Na uw handtekening is deze persoon aangewezen. Vink uit voor wie u nu niet tekent: die voordracht blijft wachten. Wie u niet wilt, weigert u via het verloop van die persoon.',
    of: { label: 'Van welk bureau', field: 'Bureau', all: 'Alle bureaus', button: 'Toon' },
    caption: 'Voordrachten die op u wachten',
    empty: 'Er wacht geen voordracht op u.',
    columns: {
      tick: 'Tekenen',
      bureau: 'Bureau',
      seat: 'Zitplaats',
      who: 'Wie',
      origin: 'Gekozen uit',
      more: 'Verloop',
    },
    sign: 'Teken: wijs aan wie aangevinkt is',
    tick: (who: string) => `Teken voor ${who}`,
    nobodyTicked: 'Vink aan voor wie u tekent. Er is nog niets getekend.',
    already: (count: number, moment: string) =>
      count === 1
        ? `Deze persoon is al aangewezen, op ${moment}. Er is niets meer te tekenen.`
        : `Deze ${count} personen zijn al aangewezen, het laatst op ${moment}. Er is niets meer te tekenen.`,
    signHint:
      'U tekent alleen voor wie op deze pagina aangevinkt is. U bewijst eerst opnieuw wie u bent als dat te lang geleden is.',
    of1: (shown: number, all: number) => `${shown} van de ${all} voordrachten die wachten.`,
  },
  propose: {
    title: 'Iemand voordragen',
    lead: (seat: string, bureau: string) => `Voor de zitplaats van ${seat.toLowerCase()} in ${bureau}.`,
    decides: 'Dit is een voordracht. De magistraat wijst aan, en pas daarna vertrekt een oproep.',
    nationalNumber: 'Rijksregisternummer',
    nationalNumberHint: 'Zo is zeker wie u bedoelt, en krijgt niemand twee zitplaatsen.',
    lastName: 'Familienaam',
    firstNames: 'Voornamen',
    firstNamesHint: 'Leeg als deze persoon geen voornaam heeft.',
    origin: 'Hoe komt u bij deze persoon?',
    button: 'Draag voor',
    missing: { lastName: 'Vul de familienaam in.', origin: 'Kies hoe u bij deze persoon komt.' },
    taken: 'Op deze zitplaats zit al iemand.',
    byNumber: nationalNumber,
  },
} as const
