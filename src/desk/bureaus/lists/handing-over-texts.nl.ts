import type { DropReason, ListKind, SendListRefusal } from '../../../bureaus/index.ts'
import { texts as frame } from '../../texts.nl.ts'

/** Words of a list that is handed over: until when, as a file, who drops out before, and for who got it. */
export const handingOver = {
  send: {
    title: 'Verzonden aan de magistraat',
    lead: 'Noteer aan wie de lijst ging, en wanneer. Een gerecht of hoofdbureau dat hier aanmeldt, kan ze daarna hier lezen en ophalen. Aan iemand anders bezorgt u ze zelf.',
    receiver: 'Wie krijgt de lijst?',
    receiverHint: 'Wie hier aanmeldt, ziet alleen wat hem of haar bezorgd is.',
    elsewhere: 'Iemand anders, langs een andere weg',
    to: 'Aan wie',
    toElsewhereHint:
      'Alleen als de lijst langs een andere weg ging, zoals: vrederechter van het kanton Zonnedorp.',
    toHint: 'Zoals: vrederechter van het kanton Zonnedorp.',
    day: 'Verzonden op',
    button: 'Noteer de verzending',
    noDay: 'Vul de dag in waarop ze vertrok.',
    refused: {
      'no-addressee': 'Kies wie de lijst krijgt, of schrijf aan wie ze ging.',
      'no-such-authority':
        'Aan dit gerecht of hoofdbureau is de verkiezing niet meer toegewezen. Kies opnieuw.',
      'number-in-text': frame.numberInText,
      'list-not-adopted': 'Het college stelde deze lijst nog niet vast.',
      'list-sent': 'Dit is al genoteerd. Kijk na hoe het staat.',
      'list-differs':
        'De lijst is niet meer die van de beslissing: iemand kwam erbij, viel weg of werd kandidaat. Open ze opnieuw en laat het college ze opnieuw vaststellen.',
      'sent-too-early': 'Deze dag ligt vóór de beslissing van het college. Kijk de dag na.',
    } satisfies Record<SendListRefusal, string>,
  },
  lastDay: {
    until: (day: string) => `Beide lijsten zijn ten laatste op ${day} bij wie de leden aanwijst.`,
    over: (day: string) =>
      `Beide lijsten moesten ten laatste op ${day} bij wie de leden aanwijst zijn. Bezorg ze zo snel mogelijk.`,
  },
  handed: {
    title: (kind: ListKind, version: number) => `Lijst ${kind}, versie ${version}, om te bezorgen`,
    lead: 'Zoals het college ze vaststelde, met alleen wat de wet vraagt. Wie een bestand ophaalt, laat een spoor na.',
    numbers:
      'In dit bestand staan rijksregisternummers, omdat de wet die hier vraagt. Bewaar het zoals de kiezerslijst en bezorg het veilig.',
    csv: 'Haal op als CSV',
    pdf: 'Haal op als PDF',
    notKept:
      'Deze lijst veranderde sinds de beslissing, en wat toen vastgesteld is, werd niet bewaard. Open de lijst opnieuw en laat het college ze opnieuw vaststellen.',
  },
  dropped: {
    title: 'Wie geloot is en niet op lijst B komt',
    lead: (count: number) =>
      count === 1
        ? 'Sinds de loting valt 1 persoon weg. Wie volgt in de wachtrij, komt in de plaats. De volgorde van de loting verandert niet.'
        : `Sinds de loting vallen ${count} mensen weg. Wie volgt in de wachtrij, komt in de plaats. De volgorde van de loting verandert niet.`,
    columns: { section: 'Afdeling', rank: 'Plaats', name: 'Naam', why: 'Waarom' },
    gone: 'niet meer op de kiezerslijst',
    more: (count: number) => `En nog ${count}. Zij staan op de pagina van hun stemafdeling.`,
    why: {
      'no-voter': 'Staat niet meer op de kiezerslijst',
      struck: 'Is geschrapt van de kiezerslijst',
      candidate: 'Is kandidaat bij de verkiezing',
      'on-list-a': 'Staat op lijst A',
    } satisfies Record<DropReason, string>,
  },
  received: {
    title: 'Lijsten die u kreeg',
    lead: 'De lijsten van wie opgeroepen kan worden, zoals het college ze vaststelde en de gemeente ze u bezorgde. U kunt ze lezen en ophalen. Wie dat doet, laat een spoor na in de gemeente.',
    caption: 'Lijsten die u bezorgd zijn',
    none: 'De gemeente bezorgde u nog geen lijst.',
    columns: {
      list: 'Lijst',
      decided: 'Vastgesteld',
      sent: 'Bezorgd',
      people: 'Mensen',
      digest: 'Controlegetal',
      files: 'Ophalen',
    },
    list: (kind: ListKind, version: number) => `Lijst ${kind}, versie ${version}`,
    fileOf: (kind: ListKind, version: number) => ` van lijst ${kind}, versie ${version}`,
    empty: 'Op deze lijst staat niemand.',
    decided: (people: string, decision: string) =>
      `${people} op de lijst. Vastgesteld door het college: ${decision}.`,
    csv: 'CSV',
    pdf: 'PDF',
  },
} as const
