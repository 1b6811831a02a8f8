/**
 * Election letters: composed from a closed voters list, sampled, released by two people, made again byte for byte
 * when they are sent or shown, reconciled over both channels, certified.
 */

export { carryOutAmendments, type Foreseen, foreseenOf, lookAtAmendments } from './amending/amend-by-file.ts'
export { type AmendOutcome, amendList } from './amending/amend-list.ts'
export type { CountOfGround } from './amending/amended.ts'
export { changeMunicipality, heldByRelease } from './amending/change-municipality.ts'
export { type Corrections, correctionsOf } from './amending/corrections.ts'
export type { NewVersions, WaitingBecause, WaitingVoters } from './amending/corrections-overview.ts'
export { keepSectionsWithLetters } from './amending/keep-sections-with-letters.ts'
export { countOutdated, outdatedSections } from './amending/outdated-letters.ts'
export type { OutdatedGroup, OutdatedReason } from './amending/outdated-reasons.ts'
export { type PlateOfSection, platesOfOtherRooms, saysOtherRoom } from './amending/says-other-room.ts'
export { withdrawLetter } from './amending/withdraw-letter.ts'
export { withdrawOutdatedLetters } from './amending/withdraw-outdated.ts'
export { type AwaitedBecause, type AwaitedLetter, awaitedLetters, firstLetters } from './awaited-letters.ts'
export { type KeptCertificate, listCertificates } from './certificate/certificate-store.ts'
export { publicCopyOfSigned } from './certificate/keep-public-copy.ts'
export { packCertificate } from './certificate/pack-certificate.ts'
export {
  type CheckName,
  findCertificate,
  type Verification,
  verifyCertificate,
} from './certificate/verify-certificate.ts'
export { type VerifiedUpload, verifyUpload } from './certificate/verify-upload.ts'
export {
  certificateFolder,
  type WrittenCertificate,
  writeCertificate,
} from './certificate/write-certificate.ts'
export { composeLetters } from './composing/compose-letters.ts'
export type { LanguageRequests } from './composing/language-requests.ts'
export { letterInCode } from './composing/letter-in-code.ts'
export { languageFor } from './composing/letter-languages.ts'
export { type LetterStatement, readStatement } from './composing/letter-statement.ts'
export {
  type Duplicate,
  type DuplicateChannel,
  type IdentityCheck,
  identityChecks,
  onlineDuplicatesPerDay,
} from './duplicating/duplicate.ts'
export {
  countByReason,
  countDuplicates,
  type DuplicateCount,
  duplicatesById,
  duplicatesOf,
} from './duplicating/duplicate-store.ts'
export { type DuplicateRefusal, issueDuplicate } from './duplicating/issue-duplicate.ts'
export { type DuplicateFormat, duplicateFormats, openDuplicate } from './duplicating/open-duplicate.ts'
export { currentStates, type LetterState, may } from './letter.ts'
export { coverageNow } from './letter-coverage.ts'
export { htmlLetter } from './letter-forms/html-letter.tsx'
export { letterStyle } from './letter-forms/letter-style.ts'
export { formats, type LetterFormat, renderForm } from './letter-forms/render-form.ts'
export { letterCoverage, type Replacing, releasedLetters, replacing } from './letter-overview.ts'
export { createLetterMaker, createLetterSource } from './letter-source.ts'
export {
  type LetterRow,
  lettersById,
  lettersOfListNumber,
  sectionsWithLetters,
  sectionsWithReleased,
} from './letter-store.ts'
export {
  countEndedInPrintFiles,
  countOnPaper,
  type PaperCounts,
  wasAnythingReleased,
} from './letters-tally-overview.ts'
export { lookAtLetter, type SeenLetter } from './look-at-letter.ts'
export { currentOf, type MyLetter, myLetters, type WhereToVote } from './my-letters.ts'
export { listDevices } from './offline/device-store.ts'
export { enrolDevice, revokeDevice, standingOf } from './offline/enrol-device.ts'
export { countIssues, findIssue, waitingIssues } from './offline/issue-store.ts'
export type { OfflineDevice } from './offline/offline-device.ts'
export { type IssueConflict, type OfflineIssue, sealedEntry } from './offline/offline-issue.ts'
export {
  endOfWork,
  lastMoment,
  type PackEnd,
  type PackedVoter,
  packEnds,
  packExpiry,
  roomText,
} from './offline/offline-pack.ts'
export { latestPacks } from './offline/pack-store.ts'
export { type Received, receiveIssues } from './offline/receive-issues.ts'
export { issueDecisions, type SettleRefusal, settleIssue } from './offline/settle-issue.ts'
export { type PackRefusal, type TakenPack, takePack } from './offline/take-pack.ts'
export { doLettersFit, type PreviewChoices, previewChoices, previewLetter } from './preview-letter.ts'
export { lettersLeftToPrint } from './printing/left-to-print.ts'
export { coverOf } from './printing/print-cover.ts'
export { printLetters } from './printing/print-letters.ts'
export { manifestName } from './printing/print-manifest.ts'
export { endedInPrintFiles, type PrintFileFacts, printFileFacts } from './printing/print-overview.ts'
export { reprintFile } from './printing/reprint-file.ts'
export { printFilesTaken, printFileTaken, type TakenFile } from './printing/taken-overview.ts'
export { type WhatToPrint, whatToPrint } from './printing/what-to-print.ts'
export { printFilesWritten, type WrittenFile } from './printing/written-overview.ts'
export { type Check, type CheckFinding, wrongChecks } from './proof/check.ts'
export { checkTextsEn, checkTextsNl } from './proof/check-texts.ts'
export { compareSamples, type SampleDifference } from './proof/compare-samples.ts'
export { type LetterBefore, letterBefore } from './proof/letter-before.ts'
export { openProof } from './proof/open-proof.ts'
export { partName } from './proof/part-name.ts'
export { wasOpenedBy } from './proof/proof-opening-store.ts'
export { reasonWords, word } from './proof/proof-texts.nl.ts'
export { type SampleContents, type TakenSample, takeSample } from './proof/take-sample.ts'
export { writeProof } from './proof/write-proof.ts'
export { lettersRead } from './read-letters-overview.ts'
export { type Reconciled, reconcileLetters } from './reconciling/reconcile-letters.ts'
export { digitalExceptions, type Fault, type FaultReason, total } from './reconciling/reconciliation.ts'
export { breakGlass, shortestReason } from './releasing/break-glass.ts'
export { type BrokenGlass, brokenGlassesOf } from './releasing/broken-glass-store.ts'
export { resumeRelease } from './releasing/carry-out-release.ts'
export { authorityOver, deputiesFor } from './releasing/release-authority.ts'
export { glanceAtRelease, type HeldBack } from './releasing/release-checks.ts'
export { approveRelease, refuseRelease, releaseLetters, requestRelease } from './releasing/release-letters.ts'
export { isOpen, latestSample, type Release, refusalsOf, releasesOf } from './releasing/release-store.ts'
export { readReturns } from './returned/read-returns.ts'
export { followUpReturned, type Return, registerReturned } from './returned/register-returned.ts'
export {
  type FollowUp,
  followUps,
  type NextStep,
  nextStep,
  type ReturnedLetter,
  type ReturnReason,
  returnReasons,
} from './returned/returned-letter.ts'
export { countReturned, returnedPart } from './returned/returned-overview.ts'
export { returnedLetters } from './returned/returned-store.ts'
export { askRun, stopRun } from './runs/ask-run.ts'
export { isUnderWay, type LetterRun, type RunKind } from './runs/letter-run.ts'
export { latestRun } from './runs/letter-run-store.ts'
export { workRuns } from './runs/work-runs.ts'
export { checkSeal } from './sealing/check-seal.ts'
export {
  outcomesBySection,
  readingsBySection,
  type SectionOutcomes,
  type SectionReadings,
} from './section-outcomes-overview.ts'
export { showLetters } from './show-letters.ts'
export { makeStatusList } from './status-list/make-status-list.ts'
