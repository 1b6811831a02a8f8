import type { Checkpoint } from './checkpoints.ts'
import type { DeedKind, DeedRefusal } from './day-deed.ts'
import type { Standing } from './day-of-bureau.ts'
import type { IncidentKind } from './incidents.ts'
import type { PresenceAtMoment } from './moments.ts'
import type { NotThere } from './presence.ts'
import type { UnreadDeed } from './read-deed.ts'

const standings: Readonly<Record<Standing, string>> = {
  EXPECTED: 'verwacht',
  ASKING: 'vraagt een verontschuldiging',
  PRESENT: 'aanwezig',
  LATE: 'te laat',
  ABSENT: 'afwezig',
  DISMISSED: 'naar huis gestuurd',
  LEFT: 'eerder weggegaan',
}

const checkpoints: Readonly<Record<Checkpoint, string>> = {
  FORMED: 'Bureau gevormd',
  OPENED: 'Geopend',
  CLOSED: 'Gesloten',
  COUNT_STARTED: 'Telling begonnen',
  COUNTED: 'Geteld',
  HANDED_OVER: 'Overgedragen',
}

const incidents: Readonly<Record<IncidentKind, string>> = {
  MATERIAL: 'materiaal ontbreekt of is stuk',
  COMPUTER: 'computer of netwerk',
  ACCESS: 'lokaal of toegankelijkheid',
  QUEUE: 'lange rij',
  OBJECTION: 'bezwaar of opmerking van een getuige',
  DISTURBANCE: 'ordeverstoring',
  UNWELL: 'iemand werd onwel',
  OTHER: 'iets anders',
}

const deeds: Readonly<Record<DeedKind, string>> = {
  'check-in': 'aanwezig',
  'note-absent': 'afwezig',
  correct: 'aanwezigheid verbeterd',
  swear: 'eed afgelegd',
  dismiss: 'naar huis gestuurd',
  leave: 'eerder weggegaan',
  'call-up': 'neemt een andere plaats in',
  appoint: 'kiezer ter plaatse aangesteld',
  checkpoint: 'moment van het bureau',
  incident: 'voorval',
}

/** Why a deed was not done, for who did it. */
const refusals: Readonly<Record<DeedRefusal, string>> = {
  'reason-missing': 'Schrijf waarom.',
  'not-from-this-seat': 'Dat kan niet vanaf deze plaats.',
  'no-such-assignment': 'Deze persoon hoort niet meer bij het bureau.',
  'changed-meanwhile': 'Iemand anders noteerde ondertussen iets over deze persoon.',
  'no-such-seat': 'Deze plaats is er niet meer.',
  'no-such-member': 'Deze persoon is niet bekend.',
  'queue-empty': 'Er is niemand meer op de lijst.',
  'is-candidate': 'Deze persoon is kandidaat, en mag in geen enkel bureau zitten.',
  'before-proposal': 'Op die dag was deze persoon nog niet voorgedragen.',
  'not-on-polling-day': 'Dat kan alleen op de verkiezingsdag.',
  'number-in-text': 'Schrijf geen rijksregisternummer in een tekst.',
  'not-in-this-state': 'Dat past niet bij hoe het met deze persoon staat.',
  'chosen-by-chair': 'De voorzitter kiest wie hier zit.',
  'not-in-your-power': 'Dat mag alleen de voorzitter van het bureau.',
  'seat-taken': 'Op deze plaats zit al iemand.',
  'person-has-seat': 'Deze persoon heeft al een plaats in een bureau.',
  'term-not-over': 'Deze persoon kan nog een verontschuldiging vragen.',
  'in-the-future': 'Dat uur moet nog komen. Kijk het uur van het toestel na.',
  'already-noted': 'Dat stond er al: iemand anders noteerde het eerder. Dat blijft zo staan.',
  'not-of-this-bureau': 'Dat hoort niet bij dit bureau.',
  'too-early': 'Iemand is pas afwezig na het uur waarop het bureau samenkomt.',
  'never-told': 'Deze persoon kreeg nooit een oproep. Noteer dit niet als afwezig.',
  'not-there': 'Noteer eerst dat deze persoon er is.',
  'sent-home-before': 'Deze persoon is al naar huis gestuurd.',
  'before-arrival': 'Dat uur is vroeger dan het uur van aankomst.',
  'before-leaving': 'Dat uur is vroeger dan het uur waarop deze persoon wegging.',
  'no-oath': 'Voor deze functie is geen eed bekend.',
  'not-complete': 'Het bureau is nog niet volledig.',
  'out-of-order': 'Een later moment is al genoteerd.',
  'no-such-voter': 'Dit nummer staat niet op de kiezerslijst. Kijk het na.',
  'other-name': 'Nummer en familienaam horen niet bij elkaar. Kijk ze na.',
  'may-not-sit': 'Deze kiezer mag niet in een bureau zitten.',
}

const unread: Readonly<Record<UnreadDeed, string>> = {
  id: 'De pagina was te oud. Probeer het opnieuw.',
  at: 'Het uur van het toestel is niet te lezen.',
  kind: 'Dat kan hier niet.',
  assignmentId: 'Kies over wie het gaat.',
  seatId: 'Kies een plaats.',
  to: 'Kies wat het moest zijn.',
  reason: 'Schrijf waarom, in hoogstens 500 tekens.',
  listNumber: 'Vul het nummer op de kiezerslijst in: alleen cijfers.',
  lastName: 'Vul de familienaam in.',
  sworn: 'Duid aan of de eed is afgelegd.',
  checkpoint: 'Kies een moment.',
  incident: 'Kies wat er gebeurde.',
  note: 'Beschrijf wat er gebeurde, in hoogstens 500 tekens.',
  hour: 'Schrijf het uur zoals 7:25.',
}

function notThere(how: NotThere, hourOf: (moment: Date) => string): string {
  if (how.why === 'LEFT') return `weg sinds ${hourOf(how.at)}`
  if (how.why === 'CAME_LATER') return `kwam om ${hourOf(how.at)}`
  return how.why === 'ABSENT' ? 'afwezig' : 'niet genoteerd'
}

const there = ({ there: here, notThere: away }: Pick<PresenceAtMoment, 'there' | 'notThere'>) =>
  `${here.length} van ${here.length + away.length} aanwezig`

/** The words of a bureau's day, the same at the town hall and on the telephone of a chair. */
export const dayInDutch = {
  ...{ standings, checkpoints, incidents, deeds, refusals, unread },
  ...{ there, notThere },
} as const
