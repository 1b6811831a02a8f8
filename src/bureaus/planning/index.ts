/** Which bureaus an election needs, and those that are kept. */
export { adoptPlan, previewPlan } from './adopt-plan.ts'
export {
  type Acceptance,
  type Availability,
  acceptanceOf,
  namesForSeats,
  type Outcome,
  outcomes,
} from './availability.ts'
export { availabilityByRole } from './availability-overview.ts'
export { keptBureaus } from './bureau-store.ts'
export { type ChangedBureau, isSamePlan, type PlanDifference } from './compare-plan.ts'
export { firstNumbers } from './first-numbers.ts'
export { type FirstNumbers, keptFirstNumbers } from './kept-numbers.ts'
export { withKeptSeats } from './kept-seats.ts'
export { namesNeeded } from './names-needed.ts'
export { placeBureau, placeElsewhere } from './place-bureau.ts'
export type { BureauPlan, PlannedBureau } from './plan-bureaus.ts'
export { councilsToAsk, planElection, type TypedForPlan } from './plan-election.ts'
export type { PlanFaultCode } from './plan-faults.ts'
export { planCsv, planJson, type ReadPlan, readPlanCsv, readPlanJson } from './plan-file.ts'
export { type PlanGround, planGround } from './plan-law.ts'
export type { PlanRowFault } from './read-plan-row.ts'
export { sumOfSeats } from './seats.ts'
export { seatsOfLists } from './seats-of-lists.ts'
export { type KeptBureau, type KeptSeat, type WantedBureau, wantedBureaus } from './wanted-bureau.ts'
