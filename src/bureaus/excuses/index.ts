/** Who asks to be excused, and what was decided. */
export { acceptAfter } from './accept-after.ts'
export { addEvidence, type EvidenceRefusal } from './add-evidence.ts'
export { type AdmitRefusal, admitReader } from './admit-reader.ts'
export { becomeReader, carryReaderKey } from './become-reader.ts'
export { type DecisionRefusal, decideExcuse } from './decide-excuse.ts'
export { type ReaderOfCases, readersOfCases, selectReaderKey } from './evidence-store.ts'
export {
  type AnswerChannel,
  type DocumentFacts,
  type Excuse,
  type ExcuseGround,
  excuseGrounds,
  longestExcuse,
  mostDocuments,
} from './excuse.ts'
export {
  excusesPerPage,
  type ListedExcuse,
  listExcuses,
  type ShownExcuse,
  showExcuse,
} from './excuse-overview.ts'
export { documentsOf, latestExcuse } from './excuse-store.ts'
export type { NobodyProposed, Replacement } from './fill-freed-seat.ts'
export { askForMore, noteComplete } from './judge-excuse.ts'
export { type OpenRefusal, openDocument } from './open-document.ts'
export { requestExcuse, withdrawExcuse } from './request-excuse.ts'
export { type DecisionLetterRefusal, sendDecision } from './send-decision.ts'
export type { Successor } from './successor-overview.ts'
export { type TakeBackRefusal, takeBackEvidence } from './take-back-evidence.ts'
