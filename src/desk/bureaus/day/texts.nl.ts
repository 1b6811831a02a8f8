import type { AccessRefusal, Correction, DeedKind, Holder } from '../../../bureaus/index.ts'
import { dayInDutch } from '../../../bureaus/index.ts'

export const { standings, checkpoints, incidents, deeds, refusals, unread } = dayInDutch

export const access = {
  title: 'Toegang voor de voorzitter',
  lead: 'Met een code op papier opent de voorzitter dit bureau op een telefoon: namen, functies en wie er is. Meer niet, en tot de middag na de verkiezingsdag.',
  holders: {
    CHAIR: 'Voorzitter',
    REPLACEMENT: 'Vervanger van de voorzitter',
  } satisfies Record<Holder, string>,
  make: {
    CHAIR: 'Maak een code voor de voorzitter',
    REPLACEMENT: 'Maak een code voor de vervanger',
  } satisfies Record<Holder, string>,
  caption: 'Toegangen tot dit bureau',
  none: 'Er is nog geen toegang gemaakt.',
  columns: { who: 'Voor wie', state: 'Stand', made: 'Gemaakt', seen: 'Laatst gezien', deed: '' },
  states: {
    waiting: 'code niet gebruikt',
    used: 'in gebruik op een telefoon',
    revoked: 'ingetrokken',
    over: 'afgelopen',
  },
  never: 'nog niet',
  revoke: 'Trek in',
  revokeOf: (who: string) => `de toegang van: ${who}`,
  lost: 'Telefoon kwijt? Trek de toegang in. Met internet ziet die telefoon dan niets meer en wist ze wat ze bewaart. Zonder internet blijven de namen van dit bureau er leesbaar tot 12 uur de dag na de verkiezingen, maar wat ermee genoteerd wordt, telt niet. Maak daarna een nieuwe code.',
  refused: {
    'no-such-bureau': 'Voor een reserve is er geen toegang.',
    'access-there': 'Er is al een toegang. Trek die eerst in.',
    'day-over': 'De verkiezingsdag is voorbij.',
  } satisfies Record<AccessRefusal, string>,
  all: {
    lead: 'Een code op papier voor elk bureau dat er nog geen heeft, elk op een eigen blad.',
    make: {
      CHAIR: 'Maak de codes voor alle voorzitters',
      REPLACEMENT: 'Maak de codes voor alle vervangers',
    } satisfies Record<Holder, string>,
    title: {
      CHAIR: 'Codes voor de voorzitters',
      REPLACEMENT: 'Codes voor de vervangers',
    } satisfies Record<Holder, string>,
    once: 'U ziet deze codes maar één keer. Druk ze nu af: elk bureau komt op een eigen blad.',
    none: 'Elk bureau heeft al een code. Trek er een in bij het bureau zelf als u een nieuwe wilt.',
  },
  sheet: {
    title: 'Code voor het bureau',
    once: 'U ziet deze code maar één keer. Druk deze pagina af of schrijf de code over.',
    bureau: 'Bureau',
    who: 'Voor',
    address: 'Surf op uw telefoon naar',
    code: 'Typ deze code',
    rules: [
      'De code werkt één keer, op één telefoon. Doe het vóór de verkiezingsdag, thuis, met internet.',
      'Open de pagina de avond ervoor vanaf 18 uur nog eens met internet, of die ochtend. Daarna werkt ze ook zonder.',
      'Geef de code aan niemand door. Telefoon kwijt? Bel meteen de gemeente.',
    ],
    back: 'Terug naar het bureau',
  },
}

export const page = {
  title: (bureau: string) => `${bureau}: de dag zelf`,
  facts: { meets: 'Samenkomst', where: 'Waar', state: 'Stand', moments: 'Momenten' },
  noHour: 'geen uur in de regels',
  noMoments: 'nog niets genoteerd',
  presence: {
    title: 'Wie er was',
    caption: 'Wie er was op elk moment van het bureau',
    columns: { moment: 'Moment', when: 'Uur', there: 'Aanwezig', notThere: 'Wie er niet was' },
    everybody: 'niemand ontbrak',
  },
  left: (hour: string, reason: string) => `om ${hour}: ${reason}`,
  neverFormed: 'niet genoteerd dat het gevormd was',
  sentHome: (hour: string, reason: string) => `om ${hour}: ${reason}`,
  complete: 'volledig',
  missing: 'onvolledig',
  caption: 'Wie er moet zijn',
  none: 'Dit bureau heeft geen zitplaatsen.',
  columns: { seat: 'Zitplaats', who: 'Wie', state: 'Stand', at: 'Uur', oath: 'Eed', reserve: 'Reserve' },
  nobody: 'niemand',
  late: (minutes: number) => `${minutes} min. te laat`,
  onTheSpot: 'ter plaatse aangesteld',
  list: 'Lijst om af te drukken',
  incidents: 'Voorvallen',
  noIncidents: 'Er is geen voorval genoteerd.',
  incidentColumns: { when: 'Uur', kind: 'Wat', note: 'Beschrijving' },
  refused: 'Wat niet lukte',
  refusedLead:
    'Dit werd op een telefoon genoteerd en kon niet. Bel de voorzitter als u het niet kunt plaatsen.',
  refusedColumns: { when: 'Gedaan', noted: 'Ontvangen', what: 'Wat', why: 'Waarom niet' },
}

export const list = {
  title: (bureau: string) => `Aanwezigheid ${bureau}`,
  all: 'Aanwezigheidslijsten van alle bureaus',
  caption: (bureau: string) => `Wie er moet zijn: ${bureau}`,
  lead: 'Voor als de telefoon niet werkt. Noteer het uur van aankomst en van de eed, laat elk lid tekenen, en schrijf hoe laat en waarom iemand wegging.',
  columns: {
    seat: 'Zitplaats',
    who: 'Naam',
    arrived: 'Uur',
    oath: 'Eed',
    left: 'Weg om',
    note: 'Afwezig of weg: waarom',
    signature: 'Handtekening',
  },
  momentHint: 'Zet op elk moment van het bureau een kruis bij wie er dan is.',
  there: 'X',
  notThere: 'neen',
  oath: 'De eed',
  extra: 'Kiezers die ter plaatse zijn aangesteld (nummer op de kiezerslijst en naam)',
  moments: 'Uur waarop het bureau zover was',
}

/** What the boards of a municipality and of an area both say. */
export const anyBoard = {
  label: 'Volledige bureaus',
  figures: { complete: 'Volledig', incomplete: 'Niet volledig', incidents: 'Voorvallen' },
  countedAt: (hour: string) => `Geteld om ${hour}.`,
  said: (done: string, total: string) => `${done} van ${total} bureaus zijn volledig.`,
  pause: 'Hou stil',
  goOn: 'Volg verder',
  changed: 'Een bureau werd volledig of onvolledig.',
  lookAgain: 'Toon de lijst opnieuw',
  refresh: 'Vernieuw deze pagina',
}

export const board = {
  title: 'De bureaus op de verkiezingsdag',
  paper: 'Op papier',
  lists: 'Aanwezigheidslijsten van alle bureaus, om af te drukken',
  complete: 'volledig',
  caption: 'Bureaus en wie er ontbreekt',
  empty: 'Hier is geen enkel bureau.',
  columns: {
    bureau: 'Bureau',
    state: 'Ontbreekt',
    there: 'Aanwezig',
    last: 'Laatste moment',
    incidents: 'Voorvallen',
    where: 'Waar',
  },
  show: { label: 'Welke bureaus', all: 'Alle bureaus', incomplete: 'Alleen wie niet volledig is' },
}

export const reserve = {
  board: 'De bureaus op de verkiezingsdag',
  find: 'Zoek een reserve',
  findFor: (seat: string) => `voor: ${seat}`,
  title: (seat: string) => `Reserve voor: ${seat}`,
  lead: 'Eerst wie van dit bureau is, daarna wie het dichtst is: in vogelvlucht, tussen de gebouwen. Bel eerst; wie komt, krijgt met een klik de zitplaats. Elk nummer dat u ziet, staat in het logboek.',
  caption: 'Wie gestuurd kan worden',
  none: 'Er is geen reserve meer. De voorzitter kan een kiezer aanstellen die ter plaatse is.',
  columns: {
    who: 'Wie',
    phone: 'Telefoon',
    where: 'Vanuit',
    distance: 'Afstand',
    state: 'Stand',
    deed: 'Sturen',
  },
  noPhone: 'niet gekend',
  noDistance: 'niet gekend',
  there: 'is er',
  notThere: 'nog niet gezien',
  send: 'Geef de zitplaats',
  standsBy: {
    caption: 'Vrijwilligers die willen inspringen',
    today:
      'Zij zijn nog niet aangewezen. Laat wie kan komen naar het bureau gaan: de voorzitter kan daar een kiezer aanstellen, en noteert dat.',
    before:
      'Zij zijn nog niet aangewezen. Draag wie kan komen voor; de magistraat wijst aan. De lijsten gaan voor.',
  },
  propose: 'Of draag iemand van de lijsten voor',
  chairToo: 'ook de voorzitter kan een plaatsvervanger of een kiezer ter plaatse de zitplaats geven.',
}

/** What a bureau phones to the town hall. */
export const phoned = {
  link: 'Noteer wat het bureau telefoneert',
  title: 'Wat telefoneert het bureau?',
  lead: 'Voor een bureau waar geen telefoon met de code werkt. Op de verkiezingsdag noteert u hier hetzelfde als de voorzitter op de eigen telefoon.',
  which: 'Wat wilt u noteren?',
  choices: {
    'check-in': 'Iemand is er',
    'note-absent': 'Iemand is er niet',
    correct: 'Iemands aanwezigheid was verkeerd genoteerd',
    swear: 'Iemand legde de eed af',
    dismiss: 'Iemand werd naar huis gestuurd',
    leave: 'Iemand ging eerder weg',
    'call-up': 'Een plaatsvervanger neemt een zitplaats',
    appoint: 'Een kiezer werd ter plaatse aangesteld',
    checkpoint: 'Het bureau is een stap verder',
    incident: 'Er gebeurde iets',
  } satisfies Record<DeedKind, string>,
  to: 'Wat moest het zijn?',
  corrections: {
    THERE: 'Aanwezig: het uur hierboven is dat van aankomst, of waarop wie wegging terug was',
    ABSENT: 'Afwezig',
    UNKNOWN: 'Nog niets: het is niet geweten',
    STAYED: 'Niet weggegaan',
  } satisfies Record<Correction, string>,
  toHint: 'Wat er eerst stond, blijft in de tijdlijn staan.',
  other: 'Kies iets anders',
  caller: 'Wie belde?',
  callers: { CHAIR: 'De voorzitter, of wie die vervangt', OTHER: 'Iemand anders van het bureau' },
  callerHint: 'Naar huis sturen en ter plaatse aanstellen kan alleen de voorzitter.',
  callerMissing: 'Kies wie belde.',
  hour: 'Hoe laat gebeurde het?',
  hourHint: 'Zoals 7:25. Leeg als het nu is.',
  who: 'Over wie gaat het?',
  seat: 'Welke zitplaats?',
  reason: 'Waarom?',
  leaveHint: 'Schrijf geen namen en geen ziekte: ‘onwel’ is genoeg.',
  listNumber: 'Nummer op de kiezerslijst',
  lastName: 'Familienaam',
  sworn: 'De eed',
  didSwear: 'Deze persoon legde de eed af',
  checkpoint: 'Hoe ver is het bureau?',
  incident: 'Wat gebeurde er?',
  note: 'Beschrijf het kort, zonder namen',
  save: 'Noteer',
}
