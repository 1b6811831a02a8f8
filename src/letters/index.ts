/**
 * Election letters: composed from a closed voters list, sampled, released by two people, made again byte for byte
 * when they are sent or shown, reconciled over both channels, certified.
 */

export { type AmendOutcome, amendList } from './amend-list.ts'
export { publicCopyOfSigned } from './certificate/keep-public-copy.ts'
export { findCertificate, type Verification, verifyCertificate } from './certificate/verify-certificate.ts'
export { type WrittenCertificate, writeCertificate } from './certificate/write-certificate.ts'
export { type Composed, composeLetters } from './compose-letters.ts'
export type { LanguageRequests } from './language-requests.ts'
export { currentStates, type LetterKey, type LetterState, letterId, mailboxKey, may } from './letter.ts'
export { htmlLetter, LetterBody } from './letter-forms/html-letter.tsx'
export type { LetterForm } from './letter-forms/letter-form.ts'
export { letterStyle } from './letter-forms/letter-style.ts'
export { formats, renderForm, storedForm } from './letter-forms/render-form.ts'
export { composedDigest, letterCoverage } from './letter-overview.ts'
export { createLetterMaker, createLetterSource, type MadeLetter } from './letter-source.ts'
export { type LetterStatement, readStatement } from './letter-statement.ts'
export { type LetterRow, lettersById, lettersOfListNumber, sectionsWithLetters } from './letter-store.ts'
export { outdatedSections } from './outdated-letters.ts'
export { type Printed, printLetters } from './print-letters.ts'
export { type Check, type CheckFinding, wrongChecks } from './proof/check.ts'
export { checkTextsEn } from './proof/check-texts.ts'
export type { SampleDifference } from './proof/compare-samples.ts'
export { writeProof } from './proof/write-proof.ts'
export { readReturns } from './read-returns.ts'
export { type Reconciled, reconcileLetters } from './reconcile-letters.ts'
export { type Fault, isBalanced, type Reconciliation } from './reconciliation.ts'
export { followUpReturned, type Return, registerReturned } from './register-returned.ts'
export { refuseRelease, releaseLetters, requestRelease } from './release-letters.ts'
export { latestSample, type Release, releasesOf } from './release-store.ts'
export { reprintFile } from './reprint-file.ts'
export {
  type FollowUp,
  followUps,
  type NextStep,
  nextStep,
  type ReturnedLetter,
  type ReturnReason,
  returnReasons,
} from './returned-letter.ts'
export { returnedLetters } from './returned-store.ts'
export { type SampleContents, type TakenSample, takeSample } from './take-sample.ts'
export { withdrawLetter, withdrawOutdatedLetters } from './withdraw-letter.ts'
