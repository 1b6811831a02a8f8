import type { ChoiceRefusal, SeatingRefusal, SeatingSource } from '../../../bureaus/index.ts'
import { counted } from '../../../platform/counted.ts'

const seats = (count: number) => counted(count, 'zitplaats', 'zitplaatsen')
const people = (count: number) => counted(count, 'persoon', 'personen')

/** In the order in which they stand on the page. */
export const wishNames = ['experience', 'household', 'lastChair'] as const
export type WishName = (typeof wishNames)[number]

const chairs = (many: number) =>
  many === 0
    ? ''
    : ` Voor nog ${seats(many)}, zoals die van secretarissen, kiest de voorzitter zelf: die tellen hier niet mee.`

export const texts = {
  title: 'Mensen over de zitplaatsen verdelen',
  lead: 'Het programma stelt voor wie waar zit. Eerst tellen de regels van de wet, dan de volgorde van de lijsten, dan de kleinste afstand. Niemand wordt voorgedragen voor u dat vraagt.',
  sources: {
    title: 'Wie verdeeld kan worden',
    listA: 'Lijst A',
    listB: 'Lijst B',
    volunteers: 'Vrijwilligers',
    adopted: (many: number) => `${people(many)} kunnen opgeroepen worden; de lijst is vastgesteld.`,
    notAdopted: 'Nog niet vastgesteld: niemand van lijst A telt mee.',
    drawn: 'Geloot. Van elke stemafdeling tellen de eersten die nog opgeroepen kunnen worden.',
    notDrawn: 'Nog niet geloot: niemand van lijst B telt mee.',
    noVolunteers: 'Er is niemand aanvaard die nog voorgedragen kan worden.',
    offered: (many: number, waiting: number) =>
      waiting === 0
        ? `${people(many)}, na de lijsten en alleen voor wat ze aanboden.`
        : `${people(many)}, na de lijsten en alleen voor wat ze aanboden. Daarvan ${waiting === 1 ? 'telt' : 'tellen'} er ${waiting} nog niet mee: een lijst die voorgaat, is nog niet klaar.`,
    seats: 'Vrije zitplaatsen',
    listBInDraft:
      'Lijst B is geloot, en het college stelde ze nog niet vast. Voordragen kan, maar laat de lijst eerst vaststellen en verzenden.',
    staying: (many: number, ofChairs: number, elsewhere: number) =>
      elsewhere === 0
        ? `${seats(many)} die nog niemand heeft. Wie al een zitplaats heeft, houdt die.${chairs(ofChairs)}`
        : `${seats(many)} die nog niemand heeft. Wie al een zitplaats heeft, houdt die.${chairs(ofChairs)} In hoofdbureaus zijn er nog ${elsewhere} vrij: daarvoor dient geen lijst, en dit voorstel vult ze niet.`,
    distance: 'Afstand',
    fromPolling:
      'In vogelvlucht, van het gebouw waar iemand stemt: waar iemand woont, staat hier niet op de kaart.',
    unknownOf: (many: number) =>
      `Van ${counted(many, 'stemafdeling', 'stemafdelingen')} is de plaats op de kaart niet bekend: daar telt geen afstand.`,
    noDistance: 'Van geen enkel gebouw is de plaats op de kaart bekend. De afstand telt dus niet mee.',
    places: 'Vul de plaats op de kaart aan',
  },
  ask: {
    title: 'Bereken een voorstel',
    wishes: 'Wat telt mee, naast de afstand?',
    wishesHint: 'Elke wens mag wat kosten: zo veel verder mag iemand reizen om ze te vervullen.',
    experience: 'In elk bureau zit iemand met ervaring',
    household: 'Niemand zit samen met iemand van hetzelfde adres',
    lastChair: 'Wie de vorige keer een bureau voorzat, zit het opnieuw voor',
    costs: (metres: string) => `Daarvoor mag er tot ${metres} verder gereisd worden.`,
    experienceHint:
      'Ervaring heeft wie bij een vorige verkiezing in deze gemeente kwam opdagen, zolang dat bewaard is.',
    rest: 'De vorige verdeling',
    restHint: 'Zo verandert een keuze met de hand zo weinig mogelijk voor de anderen.',
    keep: 'Houd ze waar dat kan',
    afresh: 'Begin helemaal opnieuw',
    button: 'Bereken een voorstel',
    again: 'Bereken opnieuw',
    noSeat: 'Er is geen vrije zitplaats om te verdelen.',
    refused: {
      'no-free-seat': 'Er is geen vrije zitplaats om te verdelen.',
      'nobody-on-the-lists':
        'Er is niemand om te verdelen. Laat het college lijst A vaststellen, of loot lijst B.',
      'already-asked': 'Er wordt al een voorstel berekend.',
    } satisfies Record<SeatingRefusal, string>,
  },
  run: {
    busy: (done: number, all: number) => `Het voorstel wordt berekend: stap ${done} van ${all}.`,
    leave: 'U mag dit venster sluiten. Stopt de server, dan begint de berekening vanzelf opnieuw.',
    stopping: 'Het stopt zo dadelijk.',
    stop: 'Stop het berekenen',
    stopped: (at: string) => `Het berekenen is gestopt op ${at}.`,
    failed: (at: string) =>
      `Het berekenen mislukte op ${at}. Er is niets veranderd. Probeer het opnieuw; lukt het weer niet, verwittig dan uw beheerder.`,
    why: {
      'category-unknown':
        'Op lijst A staat iemand met een categorie die de regels niet kennen. Kijk lijst A na.',
      'not-drawn': 'Van iemand op een lijst is de plaats in de loting niet bekend.',
    } as Readonly<Record<string, string>>,
  },
  division: {
    title: 'Het voorstel',
    computed: (at: string) => `Berekend op ${at}.`,
    filled: 'Krijgen iemand',
    empty: 'Blijven leeg',
    ofFree: (many: number) => `van ${seats(many)} die vrij waren bij deze berekening`,
    whyEmptyBelow: 'waarom staat hieronder',
    metres: 'Afstand samen',
    perPerson: (text: string) => `${text} per persoon`,
    unknownMetres: (many: number) => `van ${people(many)} niet bekend`,
    changed: 'Anders dan vorige keer',
    best: 'Beter kan niet met deze wensen: elke stap is de best mogelijke.',
    gap: (text: string) => `Er bestaat misschien een verdeling die samen ${text} beter is.`,
    missed: {
      experience: (many: number) => `${counted(many, 'bureau', 'bureaus')} zonder iemand met ervaring`,
      household: (many: number) => `${people(many)} samen met iemand van hetzelfde adres`,
      lastChair: (many: number) =>
        `${counted(many, 'voorzitter', 'voorzitters')} niet in het bureau van de vorige keer`,
      stay: (many: number) => `${people(many)} niet meer waar het vorige voorstel hen zette`,
    },
    missedTitle: 'Wensen die niet vervuld konden worden',
    emptyTitle: 'Waarom zitplaatsen leeg blijven',
    emptyLine: (many: number, why: string) => `${seats(many)}: ${why}`,
    caption: 'Bureau per bureau',
    show: {
      label: 'Welke bureaus',
      all: 'Alle',
      changed: 'Anders dan vorige keer',
      empty: 'Met lege plaatsen',
    },
    none: 'Geen enkel bureau.',
    columns: {
      bureau: 'Bureau',
      where: 'Waar',
      filled: 'Krijgen iemand',
      empty: 'Leeg',
      metres: 'Afstand',
      changed: 'Anders',
    },
  },
  choices: {
    title: 'Keuzes met de hand',
    keep: (who: string, seat: string) => `${who} komt op de zitplaats ${seat}.`,
    notHere: (who: string, bureau: string) => `${who} komt niet in ${bureau}.`,
    unknown: 'Iemand die niet meer op een lijst staat',
    drop: 'Neem terug',
  },
  propose: {
    title: 'Voordragen',
    lead: 'Iedereen van dit voorstel wordt voorgedragen, of niemand. De magistraat wijst daarna aan. Veranderde er iets aan de lijsten of de zitplaatsen sinds de berekening, dan gebeurt er niets en leest u wat.',
    button: (many: number) => `Stel deze ${people(many)} voor`,
    busy: 'De mensen worden voorgedragen.',
    done: (many: number, at: string) => `${people(many)} van dit voorstel zijn voorgedragen op ${at}.`,
    refused: 'Niemand is voorgedragen. Sinds de berekening veranderde er iets:',
    otherReason: 'Niemand is voorgedragen: ondertussen kreeg iemand een van deze zitplaatsen.',
    again: 'Bereken opnieuw, en kijk wat er anders is.',
    changed: {
      seats: 'de zitplaatsen, wie er al zit, of waar een bureau ligt',
      listA: 'lijst A, of wie daarvan nog opgeroepen kan worden',
      listB: 'lijst B, of wie daarvan nog opgeroepen kan worden',
      volunteers: 'de vrijwilligers',
      choices: 'de keuzes met de hand',
      rules: 'de regels van de wet in dit programma',
    } satisfies Record<SeatingSource, string>,
    other: 'Dit is niet meer het laatste voorstel. Kijk eerst naar het nieuwe.',
    already: 'Dit voorstel is al voorgedragen, of dat gebeurt nu.',
  },
  bureau: {
    title: (bureau: string) => `Voorstel voor ${bureau}`,
    seat: (seat: string, who: string) => `${seat}: ${who}`,
    nobody: 'Niemand',
    before: (who: string) => `Vorige keer: ${who}`,
    keep: 'Houd hier',
    notHere: 'Niet in dit bureau',
    move: 'Verplaats',
    moveTo: 'Naar bureau nummer',
    of: (who: string) => ` (${who})`,
    lead: 'Wat u hier kiest, telt bij de volgende berekening. De anderen blijven zitten waar dat kan.',
    against:
      'De volgorde van de lijsten is die van de wet of het lot. Wijkt u daarvan af, dan moet u dat kunnen uitleggen.',
    refused: {
      'nobody-there': 'Op deze zitplaats zit niemand in het laatste voorstel.',
      'no-such-bureau': 'Er is geen bureau met dat nummer.',
      'no-free-seat-there': 'In dat bureau is geen vrije zitplaats van die soort.',
    } satisfies Record<ChoiceRefusal, string>,
  },
} as const
