import type { Db } from '../platform/db/database.ts'
import { batchSize } from './batch-size.ts'
import type { CampaignRef } from './campaign.ts'
import { reserveBatches } from './campaign-store.ts'
import type { DispatchedDocument } from './delivery.ts'
import { insertDeliveries } from './delivery-store.ts'

const rowsPerStatement = 5000

/**
 * Hands documents over for delivery, in the caller's transaction: releasing and handing over happen together or
 * not at all. Every mailbox key is written here, long before the first attempt. Throws when a document or a key
 * was handed over before.
 */
export async function dispatch(
  db: Db,
  campaign: CampaignRef,
  documents: readonly DispatchedDocument[],
): Promise<void> {
  const firstBatch = await reserveBatches(db, campaign, Math.ceil(documents.length / batchSize))
  for (let start = 0; start < documents.length; start += rowsPerStatement) {
    const rows = documents.slice(start, start + rowsPerStatement)
    await insertDeliveries(
      db,
      campaign,
      rows,
      (place) => firstBatch + Math.floor((start + place) / batchSize),
    )
  }
}
