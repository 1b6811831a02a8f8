/**
 * The voters list of an election: imported and checked, accepted, closed, amended. Knows who votes in which
 * section; knows nothing of letters. National numbers are sealed before they reach the database.
 */
export { acceptList } from './accept-list.ts'
export {
  type Amendment,
  type AmendmentCounts,
  amendmentsOf,
  countAmendments,
} from './amendments/amendment-store.ts'
export {
  type AmendContext,
  type AmendDeps,
  type Applied,
  applyMutation,
} from './amendments/apply-mutation.ts'
export { checkMutation, type MutationCells } from './amendments/check-mutation.ts'
export { lockListToAmend } from './amendments/lock-list-to-amend.ts'
export type { Mutation } from './amendments/mutation.ts'
export { fileColumns, mutationKinds, type ValueColumn, valueColumns } from './amendments/mutation-format.ts'
export { readMutations } from './amendments/read-mutations.ts'
export { correctionOf, type VoterValues, valuesOf } from './amendments/values-of-voter.ts'
export { checkDataKeys, type DataKeyFault, dataKeyFaults } from './check-data-keys.ts'
export { findingText, type TextLanguage } from './checking/finding-texts.ts'
export {
  type FileFault,
  type Finding,
  type FindingCode,
  severities as findingSeverities,
} from './checking/import-finding.ts'
export { closeList } from './close-list.ts'
export type { DataKeyInUse } from './data-keys-overview.ts'
export { type EmergencyList, mostEmergencySections, openEmergencyList } from './emergency-list.ts'
export { type ComparedVoter, compareLists } from './importing/compare-lists.ts'
export { type DifferenceKind, differenceKinds, type ListDifference } from './importing/difference-overview.ts'
export type { FindingsFile } from './importing/finding-log.ts'
export { findImportReport, type ImportReport } from './importing/import-report.ts'
export {
  type ImportDeps,
  type ImportFacts,
  type ImportOutcome,
  type ImportProgress,
  importVoters,
} from './importing/import-voters.ts'
export type { ListSource } from './importing/read-rows.ts'
export { rowRules } from './importing/row-rules.ts'
export { type ColumnName, headerColumns, listColumns } from './list-format.ts'
export { hashFrozenList } from './list-hash.ts'
export { hasListInUse } from './list-in-use.ts'
export { currentList, listsOf } from './list-store.ts'
export { type MendOutcome, mendList } from './mending/mend-list.ts'
export { writeMendingSheet } from './mending/write-mending-sheet.ts'
export { type CheckedSample, checkSample, type UnderstoodRow } from './presets/check-sample.ts'
export { listPresets, loadPreset } from './presets/load-preset.ts'
export type { Preset } from './presets/preset.ts'
export { reencryptNationalNumbers } from './reencrypt-national-numbers.ts'
export { type Found, type FoundVoter, findVoters } from './searching/find-voters.ts'
export { openVoter } from './searching/open-voter.ts'
export {
  type Description,
  longestQuestion,
  type Question,
  type SearchPlace,
  tooLongIn,
} from './searching/question.ts'
export {
  type AmendmentsEnd,
  type ClaimedAmendments,
  claimAmendments,
  endAmendments,
  keepFindings,
} from './uploads/amendments-upload.ts'
export { openKept } from './uploads/kept-file.ts'
export { dropOldUploads, stopReading } from './uploads/let-go-of-uploads.ts'
export { claimReading, findUpload, firstOfEach, readUpload } from './uploads/read-upload.ts'
export { receiveAmendments, receiveBeside, receiveList } from './uploads/receive-list.ts'
export { type RowInQuestion, rowsInQuestion } from './uploads/rows-in-question.ts'
export { openFindings, openMendingSheet } from './uploads/upload-files.ts'
export {
  isBusy,
  mostAmendmentsBytes,
  mostSheetBytes,
  mostUploadBytes,
  type UploadedList,
  type UploadOutcome,
} from './uploads/uploaded-list.ts'
export { watchReadings } from './uploads/watch-readings.ts'
export { workOnUpload } from './uploads/work-on-upload.ts'
export {
  type AddressKind,
  addressForOthers,
  entitled,
  type NoPost,
  type SealedVoter,
  type SectionCount,
  type VoterFact,
  type VoterState,
} from './voter.ts'
export {
  closedListsOfPerson,
  countsByState,
  getVoter,
  getVoterByListNumber,
  isOneOf,
  streamVoters,
  votersOfPerson,
  votersOfSection,
} from './voter-store.ts'
export type { VotersList } from './voters-list.ts'
export { sumsBySection } from './voters-tally-overview.ts'
