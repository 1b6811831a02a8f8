/**
 * Saying goodbye to the data of an election: when its result was validated, what holds a purge back, what goes on which
 * day by which article, and the proof of what went. Nothing else erases data of an election.
 */
export { purgeSteps, stays } from './holdings.ts'
export { liftLegalHold, placeLegalHold } from './legal-hold.ts'
export { purgeElection, purgePlan } from './purge-election.ts'
export {
  type LegalHold,
  openHold,
  type PlannedPart,
  type Purged,
  type PurgePlan,
  type Validation,
} from './purge-plan.ts'
export { purgeReportFormat, purgeReportSchema } from './purge-report.ts'
export { recordValidation } from './record-validation.ts'
export { isUnreported, writePurgeReport } from './write-purge-report.ts'
