/**
 * Bureaus: which polling and counting bureaus an election needs, with how many seats, and the draw of voters that
 * anybody can recompute. Knows nothing of letters.
 */
export { type BureauKind, type BureauRules, type SeatRole, type Seats, seatRoles } from './bureau-rules.ts'
export { commitDraw, runDraw } from './drawing/draw.ts'
export type { Draw, FrozenDraw } from './drawing/draw-file.ts'
export { type DrawCheck, verifyDraw } from './drawing/verify-draw.ts'
export { loadBureauRules } from './load-bureau-rules.ts'
export { namesNeeded } from './planning/names-needed.ts'
export { type BureauPlan, type PlannedBureau, planBureaus } from './planning/plan-bureaus.ts'
export { sumOfSeats } from './planning/seats.ts'
