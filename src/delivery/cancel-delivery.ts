import type { Db } from '../platform/db/database.ts'
import type { DocumentId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import type { CampaignRef } from './campaign.ts'
import type { DeliveryState } from './delivery.ts'
import { type Cancellation, cancelWaiting, stateOf } from './delivery-store.ts'

/**
 * Keeps a document from leaving, in the caller's transaction. Refused when it left, is leaving, or may have
 * arrived by an attempt whose answer was lost; `detail` says in what state it is.
 */
export async function cancelDelivery(
  db: Db,
  { documentId, ...cancel }: CampaignRef & { documentId: DocumentId; because: string; now: Date },
): Promise<Result<object, 'no-such-delivery' | 'may-have-left'>> {
  if ((await cancelWaiting(db, { ...cancel, documentIds: [documentId] })).length > 0) return { ok: true }
  const state: DeliveryState | undefined = await stateOf(db, cancel, documentId)
  return state ? refused('may-have-left', state) : refused('no-such-delivery')
}

/** The same of many at once. Answers those that will not leave; of the others it has to be assumed that they did. */
export function cancelDeliveries(db: Db, cancel: Cancellation): Promise<DocumentId[]> {
  return cancelWaiting(db, cancel)
}
