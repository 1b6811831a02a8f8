/** What is written to members, how it leaves, and what became of it. */

export {
  defaultInstructions,
  type InstructedBureau,
  instructedBureaus,
  longestInstructions,
} from './chair-instructions.ts'
export { currentInstructions } from './chair-instructions-store.ts'
export { type ChangedPart, changedParts, type SeatChange } from './changed-seat.ts'
export {
  askConvocation,
  askCorrections,
  type ConvocationRefusal,
  stopConvocation,
  workConvocations,
} from './convocation-run.ts'
export { type ConvocationRun, lastConvocationRun } from './convocation-run-store.ts'
export { convoke, type NotCalled } from './convoke.ts'
export { correctCalls } from './correct-calls.ts'
export { followMemberLetters } from './follow-member-letters.ts'
export {
  letterFacts,
  lettersPage,
  lettersPerPage,
  type RoleToCall,
  rolesToCall,
  type WithoutAddress,
  withoutAddress,
} from './letters-page-overview.ts'
export { loadMemberLetters } from './load-member-letters.ts'
export { createMemberLetterSource, MemberLetterChanged } from './make-member-letters.ts'
export { memberLetterCampaign } from './member-letter-campaign.ts'
export { type MemberLetterKind, memberLetterKinds } from './member-letter-facts.ts'
export {
  countToCall,
  type LetterCounts,
  type ListedLetter,
  lastAuthority,
  letterCounts,
  listLetters,
} from './member-letter-overview.ts'
export { openMemberLetter, previewCall } from './open-member-letter.ts'
export { type OutdatedCall, outdatedCalls } from './outdated-calls.ts'
export { printMemberLetters } from './print-member-letters.ts'
export { type ProofRefusal, proveDelivery } from './prove-delivery.ts'
export { type AgainRefusal, sendLetterAgain } from './send-again.ts'
export {
  callingLetters,
  mayWithLetter,
  proofMeans,
  type SentLetterState,
  sentLetterStates,
} from './sent-letter.ts'
export { type InstructionsRefusal, writeInstructions } from './write-instructions.ts'
export type { CannotWrite } from './write-letter-facts.ts'
