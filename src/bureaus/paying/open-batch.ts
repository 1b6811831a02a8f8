import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { type BatchFormat, hashOf, writeBatch } from './batch-files.ts'
import { type KeptBatch, paymentFrom, selectBatches, selectPayments } from './batch-store.ts'
import type { PaymentBatch } from './payment-batch.ts'

type Deps = { readonly database: Database; readonly vault: Pick<Vault, 'open'> }

/** The file of a batch is not what left: rows were changed, or a later version of the program writes otherwise. */
export class BatchChanged extends Error {
  override readonly name = 'BatchChanged'
}

/**
 * The file of a batch, the same bytes as when it was made; throws `BatchChanged` rather than give another. National numbers and
 * accounts are in it: whoever takes it leaves a trace.
 */
export function openBatchFile(
  { database, vault }: Deps,
  { election, batchId, format, by }: { election: Election; batchId: string; format: BatchFormat; by: string },
): Promise<Result<{ text: string }, 'no-such-batch'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const [kept] = await selectBatches(db, election, { batchId, most: 1 })
    if (!kept) return refused('no-such-batch')
    const payments = (await selectPayments(db, election, batchId)).map((one) => paymentFrom(one, vault))
    const pieces = [...writeBatch(batchFrom(kept, payments), format)]
    const sha256 = format === 'csv' ? kept.csvSha256 : kept.xmlSha256
    if (!hashOf(pieces).equals(sha256)) throw new BatchChanged(batchId)
    const event = { municipalityId, actor: by, action: 'bureaus.payments-downloaded', subject: electionId }
    await recordAudit(db, { ...event, details: { batch: batchId, format } })
    return { ok: true, text: pieces.join('') }
  })
}

function batchFrom(
  { batchId, payer, payOn, about, sum, madeAt }: KeptBatch,
  payments: PaymentBatch['payments'],
): PaymentBatch {
  const inOrder = [...payments].sort((one, other) => (one.endToEndId < other.endToEndId ? -1 : 1))
  return { batchId, payer, payOn, about, sum, madeAt, payments: inOrder }
}
