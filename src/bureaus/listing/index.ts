/** Lists A and B: who can be called, and who comes next. */
export { type AdoptRefusal, adoptList } from './adopt-list.ts'
export type { DroppedOut, DropReason, HandedPerson } from './handed-list.ts'
export { handedListCsv, handedListPdf, handedListTable } from './handed-list-files.ts'
export { type ImportedCandidates, importCandidates } from './import-candidates.ts'
export { type ImportedListA, importListA } from './import-list-a.ts'
export { listAColumns } from './list-a-format.ts'
export { type ListAFigures, listAFigures, listedPerPage, pageOfListA } from './list-a-overview.ts'
export {
  type DrawnVoter,
  drawnOfSection,
  drawnPerPage,
  type ListBSection,
  listBSections,
} from './list-b-overview.ts'
export { droppedOutOfListB } from './list-b-people-overview.ts'
export { documentedVersions, mostDecisionBytes, openListDocument } from './list-document-store.ts'
export {
  dropOldListFiles,
  keepListFile,
  type LookedThrough,
  lookThrough,
  mostListFileBytes,
  takeOverListFile,
} from './list-file.ts'
export type { ListFileKind } from './list-file-store.ts'
export { listReceivers } from './list-receivers.ts'
export type { ListRowFault, ListRowFaultCode } from './list-row-fault.ts'
export { listedPeople } from './listed-overview.ts'
export { type ListKind, listKinds, type MemberList, type MemberListState } from './member-list.ts'
export { memberLists } from './member-list-store.ts'
export { listsSentTo, type OpenedList, openHandedList } from './open-handed-list.ts'
export { proposeNext } from './propose-next.ts'
export { type RefusedRow, refusedRowsOfListA } from './refused-rows.ts'
export { reopenList } from './reopen-list.ts'
export { type SendListRefusal, sendList } from './send-list.ts'
export { whyNotInDutch } from './why-not-called.nl.ts'
export type { WhyNot } from './why-not-called.ts'
