import type { Db } from '../platform/db/database.ts'
import type { DocumentId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import type { CampaignRef } from './campaign.ts'
import type { DeliveryState } from './delivery.ts'
import { cancelWaiting, stateOf } from './delivery-store.ts'

/**
 * Keeps a document from leaving, in the caller's transaction. Refused when it left, is leaving, or may have
 * arrived by an attempt whose answer was lost; `detail` says in what state it is.
 */
export async function cancelDelivery(
  db: Db,
  delivery: CampaignRef & { documentId: DocumentId; because: string; now: Date },
): Promise<Result<object, 'no-such-delivery' | 'may-have-left'>> {
  if (await cancelWaiting(db, delivery)) return { ok: true }
  const state: DeliveryState | undefined = await stateOf(db, delivery, delivery.documentId)
  return state ? refused('may-have-left', state) : refused('no-such-delivery')
}
