import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import {
  type AssignmentDeps,
  inElection,
  type Refusal,
  type StepContext,
  stepIn,
} from '../assignments/step-assignment.ts'
import { hashesOf } from './batch-files.ts'
import { insertBatch, insertPayments } from './batch-store.ts'
import { sealedForPayment, selectClaims } from './claim-store.ts'
import { claimCounts, claimFrom } from './claims-overview.ts'
import { type BatchFault, faultIn, makeBatch, type PayableClaim, type PayingParty } from './payment-batch.ts'
import { texts } from './texts.nl.ts'

/** So many leave together, in one transaction that others wait for some seconds. What is more leaves in the next batch. */
export const mostInBatch = 500

export interface ExportOrder {
  readonly election: Election
  readonly payer: PayingParty
  /** The day on which the bank is asked to pay. */
  readonly payOn: string
  readonly by: string
  readonly most?: number
}

export interface Exported {
  readonly batchId: string
  readonly payments: number
  /** Cents. */
  readonly sum: number
  /** Complete, and still not to be paid as they are: the name in letters that no bank takes. */
  readonly leftOut: readonly { readonly assignmentId: AssignmentId; readonly because: BatchFault }[]
  /** There are complete claims that wait for the next batch. */
  readonly hasMore: boolean
}

export type ExportRefusal = Refusal | BatchFault | 'day-past'

/**
 * Complete claims as one batch for whoever pays, with the step `export-pay` of each, in one transaction: what is in a batch is in no
 * other until it comes back.
 */
export function exportClaims(
  deps: AssignmentDeps & { readonly vault: Vault },
  order: ExportOrder,
): Promise<Result<Exported, ExportRefusal>> {
  const { election, payer, payOn, by, most = mostInBatch } = order
  return inElection<Exported, ExportRefusal>(deps, { election }, async (db, context) => {
    if (payOn < dayInBelgium(context.now)) return refused('day-past')
    const { claims, hasMore } = await payable(db, deps.vault, election, most)
    const faults = claims.map((claim) => ({ claim, because: faultIn(claim) }))
    const fine = faults.filter(({ because }) => !because).map(({ claim }) => claim)
    const [first] = faults
    if (fine.length === 0 && first?.because) return refused(first.because, first.claim.claimId)
    const about = texts.about(election.pollingDay)
    const made = makeBatch(fine, { payer, payOn, madeAt: context.now, about })
    if (!made.ok) return made
    const { batch } = made
    await insertBatch(db, election, { batch, files: hashesOf(batch), by })
    await insertPayments(db, election, batch, deps.vault)
    for (const { claimId } of batch.payments)
      await step(db, context, claimId as AssignmentId, batch.batchId, by)
    const { batchId, sum } = batch
    const details = { batch: batchId, payments: batch.payments.length }
    const { municipalityId, electionId } = election
    const event = { municipalityId, actor: by, action: 'bureaus.payments-exported', subject: electionId }
    await recordAudit(db, { ...event, details })
    const leftOut = faults.flatMap(({ claim, because }) =>
      because ? [{ assignmentId: claim.claimId as AssignmentId, because }] : [],
    )
    return { ok: true, batchId, sum, payments: batch.payments.length, leftOut, hasMore }
  })
}

async function step(db: Db, context: StepContext, assignmentId: AssignmentId, batch: string, by: string) {
  const { election } = context
  const act = { election, assignmentId, by, authority: 'municipality', details: { batch } } as const
  const done = await stepIn(db, context, act, 'export-pay')
  if (!done.ok) throw new Error(`${assignmentId} can't be paid: ${done.because}`)
}

/** Complete claims, held first and then read, so that what another wrote meanwhile counts. */
async function payable(db: Db, vault: Vault, election: Election, most: number) {
  const { factsOf } = await claimCounts(db, election)
  if (factsOf.complete.length === 0) return { claims: [], hasMore: false }
  const which = { withFacts: factsOf.complete, most: most + 1 }
  const held = (await selectClaims(db, election, which, { held: true })).map((one) => one.assignmentId)
  const assignments = held.slice(0, most)
  const rows = assignments.length > 0 ? await selectClaims(db, election, { assignments }) : []
  const complete = rows.map((row) => claimFrom(election, row)).filter(({ state }) => state === 'complete')
  const sealed = new Map(
    (await sealedForPayment(db, election, assignments)).map((one) => [one.assignmentId, one]),
  )
  const claims = complete.map(({ assignmentId, name, role, number, claim }): PayableClaim => {
    const { nrnCipher, ibanSealed, bounced } = sealed.get(assignmentId)!
    return {
      ...{ claimId: assignmentId, attempt: bounced + 1, name, bureau: number, role: texts.roles[role] },
      ...{ nationalNumber: vault.open(nrnCipher), iban: vault.open(ibanSealed) },
      ...{ fee: claim.fee, travel: claim.travel },
    }
  })
  return { claims, hasMore: held.length > most }
}
