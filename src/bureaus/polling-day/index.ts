/** What is done in a bureau on its day, and how far all of them are. */
export { type BoardRow, dayBoard } from './board-overview.ts'
export { checkpoints } from './checkpoints.ts'
export { callers, type DayDeed, type DeedKind, longestNote } from './day-deed.ts'
export {
  canBeCorrected,
  type DayOfBureau,
  type DayPerson,
  type DaySeat,
  isFormed,
  isInSeat,
  isThere,
  type MissingRole,
} from './day-of-bureau.ts'
export { incidentKinds } from './incidents.ts'
export type { PresenceAtMoment } from './moments.ts'
export { noteDeed } from './note-deed.ts'
export { deedFields, readDeed } from './read-deed.ts'
export { showDay } from './show-day.ts'
export { showDays } from './show-days.ts'
export { type ReserveToCall, showReserves } from './show-reserves.ts'
export { dayInDutch } from './texts.nl.ts'
