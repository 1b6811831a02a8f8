import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type AssignmentDeps, inElection, type Refusal, stepIn } from '../assignments/step-assignment.ts'
import { selectBatches, selectPayments, settlePayment } from './batch-store.ts'
import { outcomesOf, type PaymentOutcome, type PaymentReport, type ReportFault } from './payment-report.ts'

const portion = 100

export interface ReadBack {
  readonly paid: number
  readonly bounced: number
  /** Not settled yet, by this report. */
  readonly pending: number
  /** The report said what was known. */
  readonly known: number
  readonly faults: readonly ReportFault[]
}

export interface ReportOfBatch {
  readonly election: Election
  readonly batchId: string
  readonly report: PaymentReport
  readonly by: string
}

/**
 * Takes over what became of the payments of a batch: `note-paid`, or `note-bounced`, which opens the claim again. A hundred in a
 * transaction; the same report once more changes nothing, so what was stopped is simply sent again.
 */
export async function readBackPayments(
  deps: AssignmentDeps,
  { election, batchId, report, by }: ReportOfBatch,
): Promise<Result<ReadBack, Refusal | 'no-such-batch' | 'another-batch'>> {
  const { municipalityId, electionId } = election
  const kept = await deps.database.inScope(staffOf(municipalityId), async (db) => {
    const [batch] = await selectBatches(db, election, { batchId, most: 1 })
    return batch && selectPayments(db, election, batchId)
  })
  if (!kept) return refused('no-such-batch')
  const read = outcomesOf({ batchId, payments: kept.map(asPayment) }, report)
  if (!read.ok) return read
  const rows = new Map(report.payments.map(({ endToEndId, at }) => [endToEndId, at]))
  const said = [...read.outcomes.byPayment]
  const settled = said.filter(([, { state }]) => state !== 'pending')
  const faults = [...read.outcomes.faults]
  const sum = { paid: 0, bounced: 0, known: 0 }
  for (let start = 0; start < settled.length; start += portion) {
    const outcomes = new Map(settled.slice(start, start + portion))
    const done = await settle(deps, { election, batchId, outcomes, by })
    if (!done.ok) return done
    sum.paid += done.paid
    sum.bounced += done.bounced
    sum.known += done.known
    for (const id of done.otherwise) faults.push({ at: rows.get(id) ?? 1, code: 'settled-otherwise' })
  }
  const event = { municipalityId, actor: by, action: 'bureaus.payments-read-back', subject: electionId }
  await deps.database.inScope(staffOf(municipalityId), (db) =>
    recordAudit(db, { ...event, details: { batch: batchId, ...sum } }),
  )
  const inOrder = faults.sort((one, other) => one.at - other.at)
  return { ok: true, ...sum, pending: said.length - settled.length, faults: inOrder }
}

type Settled = { paid: number; bounced: number; known: number; otherwise: readonly string[] }

function settle(
  deps: AssignmentDeps,
  {
    election,
    batchId,
    outcomes,
    by,
  }: Omit<ReportOfBatch, 'report'> & { outcomes: ReadonlyMap<string, PaymentOutcome> },
): Promise<Result<Settled, Refusal>> {
  return inElection<Settled, Refusal>(deps, { election }, async (db, context) => {
    const otherwise: string[] = []
    const sum = { paid: 0, bounced: 0, known: 0 }
    for (const { endToEndId, assignmentId, state } of await selectPayments(db, election, batchId, [
      ...outcomes.keys(),
    ])) {
      const outcome = outcomes.get(endToEndId)!
      const next = outcome.state === 'paid' ? 'PAID' : 'BOUNCED'
      if (state !== 'EXPORTED') {
        if (state === next) sum.known++
        else otherwise.push(endToEndId)
        continue
      }
      const reason = codeOf(outcome)
      const act = { election, assignmentId, by, authority: 'municipality' } as const
      const details = { batch: batchId, ...(reason && { reason }) }
      const step = next === 'PAID' ? 'note-paid' : 'note-bounced'
      const done = await stepIn(db, context, { ...act, details }, step)
      if (!done.ok) return done
      await settlePayment(db, election, { endToEndId, state: next, reason, at: context.now })
      if (next === 'PAID') sum.paid++
      else sum.bounced++
    }
    return { ok: true, ...sum, otherwise }
  })
}

/** Of a reason only a code is kept, as AC04: what somebody typed may hold a name. */
function codeOf({ reason }: PaymentOutcome): string | undefined {
  return reason && /^[A-Z0-9]{2,8}$/.test(reason) ? reason : undefined
}

const asPayment = ({ endToEndId }: { readonly endToEndId: string }) => ({ endToEndId })
