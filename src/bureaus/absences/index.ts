/** Who stayed away or came late, and what somebody who served can show. */
export type { AbsenceFile, ReportedMember, Weakness } from './absence-file.ts'
export { type Addressee, type SendingMeans, sendingMeans } from './absence-rules.ts'
export { type AbsenceCount, type AbsenceReport, absenceCounts } from './absence-store.ts'
export {
  AbsenceReportChanged,
  openAbsenceReport,
  openWithdrawal,
  type ShownAbsences,
  showAbsences,
} from './absences-overview.ts'
export type { NoExemption } from './exemption.ts'
export { makeWithdrawal, type WithdrawalRefusal } from './make-withdrawal.ts'
export { longestRemark, noteRemark, type RemarkRefusal } from './note-remark.ts'
export { noteSending, type SendingRefusal } from './note-sending.ts'
export { noteWithdrawal, type WithdrawalSendingRefusal } from './note-withdrawal.ts'
export { openServiceStatement } from './open-service-statement.ts'
export { type ReportRefusal, reportAbsences } from './report-absences.ts'
export type { RouteStep } from './route-steps.ts'
export type { WithdrawalStep } from './withdrawals-overview.ts'
