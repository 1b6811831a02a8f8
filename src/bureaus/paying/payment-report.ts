import { type Result, refused } from '../../platform/result.ts'
import type { Payment } from './payment-batch.ts'

export type PaymentState = 'paid' | 'pending' | 'rejected'

export interface PaymentOutcome {
  readonly state: PaymentState
  /** The bank's code or word, as AC04: account closed. */
  readonly reason?: string | undefined
}

export interface ReportedPayment extends PaymentOutcome {
  readonly endToEndId: string
  /** Line or row of the file. */
  readonly at: number
}

export type ReportFaultCode =
  | 'damaged-row'
  | 'no-payment-id'
  | 'unknown-state'
  | 'not-in-this-batch'
  | 'said-otherwise'
  | 'settled-otherwise'

/** What in a file was not taken, and where; it never quotes the file. */
export interface ReportFault {
  readonly at: number
  readonly code: ReportFaultCode
}

/** What a bank or a payer says of a batch. */
export interface PaymentReport {
  /** The batch that it speaks of; a CSV file does not say it. */
  readonly batchId?: string | undefined
  /** Of every payment that is not named. */
  readonly whole?: PaymentOutcome | undefined
  readonly payments: readonly ReportedPayment[]
  readonly faults: readonly ReportFault[]
}

export interface Outcomes {
  readonly byPayment: ReadonlyMap<string, PaymentOutcome>
  readonly faults: readonly ReportFault[]
}

/** What became of each payment of a batch by a report; one that the report does not speak of is not in it. */
export function outcomesOf(
  {
    batchId,
    payments,
  }: { readonly batchId: string; readonly payments: readonly Pick<Payment, 'endToEndId'>[] },
  report: PaymentReport,
): Result<{ outcomes: Outcomes }, 'another-batch'> {
  if (report.batchId !== undefined && report.batchId !== batchId) return refused('another-batch')
  const known = new Set(payments.map(({ endToEndId }) => endToEndId))
  const said = new Map<string, PaymentOutcome>()
  const faults = [...report.faults]
  for (const { endToEndId, at, ...outcome } of report.payments) {
    const before = said.get(endToEndId)
    if (!known.has(endToEndId)) faults.push({ at, code: 'not-in-this-batch' })
    else if (before && before.state !== outcome.state) faults.push({ at, code: 'said-otherwise' })
    else said.set(endToEndId, outcome)
  }
  if (report.whole) for (const id of known) if (!said.has(id)) said.set(id, report.whole)
  return { ok: true, outcomes: { byPayment: said, faults } }
}
