/**
 * Bureaus: which polling and counting bureaus an election needs, who sits in them and what happened to each assignment, the draw
 * of voters that anybody can recompute, and what comes after polling day: what members are owed, who stayed away. Knows
 * nothing of letters to voters.
 */
export * from './absences/index.ts'
export * from './answering/index.ts'
export * from './areas/index.ts'
export * from './assigning/index.ts'
export * from './assignments/index.ts'
export * from './authorities/index.ts'
export { bureauDay } from './bureau-day.ts'
export { lastDayToDesignate, lastDayToSendLists, meetingMoment } from './bureau-moments.ts'
export {
  type BureauCount,
  bureauCounts,
  headlineCounts,
  selectAssignments,
  type WhichAssignments,
} from './bureau-overview.ts'
export type { BureauKind, BureauRules, KeptKind, ListField, SeatRole, Seats } from './bureau-rules.ts'
export * from './chair-access/index.ts'
export * from './changing/index.ts'
export * from './choosing/index.ts'
export * from './compositions/index.ts'
export * from './convoking/index.ts'
export * from './drawing/index.ts'
export * from './evidence/index.ts'
export * from './excuses/index.ts'
export { isFilledByChair } from './is-filled-by-chair.ts'
export { kindForRules } from './kind-for-rules.ts'
export * from './listing/index.ts'
export { loadBureauRules } from './load-bureau-rules.ts'
export { type MayNotSit, peopleKeptOut } from './may-not-sit-overview.ts'
export * from './messages/index.ts'
export * from './paying/index.ts'
export * from './planning/index.ts'
export * from './polling-day/index.ts'
export { type ProposedSeat, proposalsOf } from './proposals-overview.ts'
export * from './proposing/index.ts'
export { roleNames } from './role-names.nl.ts'
export * from './sealed/index.ts'
export * from './serving/index.ts'
export { type ShownAssignment, showAssignment } from './show-assignment.ts'
export { type ShownSeat, showBureau } from './show-bureau.ts'
export * from './signing/index.ts'
export * from './training/index.ts'
export * from './vacancies/index.ts'
export * from './volunteers/index.ts'
