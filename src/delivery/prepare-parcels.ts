import { throughTrouble } from '../platform/db/connection-trouble.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import type { DocumentId } from '../platform/ids.ts'
import { type ClaimedDocument, claimDocuments, giveBack } from './attempt-store.ts'
import { type Campaign, messageIn } from './campaign.ts'
import type { BatchInHand, DeliveryDeps } from './delivery-deps.ts'
import { DocumentsNotReady, type MadeDocument } from './document-source.ts'
import { stopByItself } from './stop-by-itself.ts'

/**
 * In flights. More means fewer statements; less means fewer receipts lost with a worker that is killed, because
 * outcomes are written down by the chunk.
 */
const flightsPerChunk = 4

/** A claimed document, ready to leave. */
export interface Parcel {
  readonly claimed: ClaimedDocument
  readonly made: MadeDocument
  readonly message: ReturnType<typeof messageIn>
}

/** Claims documents and makes them. When anything fails here, nothing was sent, and the claim is given back. */
export async function prepareParcels(
  deps: DeliveryDeps,
  inHand: BatchInHand,
  claim: string,
): Promise<Parcel[]> {
  const { batch, campaign } = inHand
  const { database } = deps
  const scope = staffOf(batch.municipalityId)
  const now = deps.clock.now()
  try {
    const limit = chunkSize(deps, inHand)
    const claimed = await database.inScope(scope, (db) =>
      claimDocuments(db, batch, { claim, now, limit, by: inHand.mailbox }),
    )
    if (claimed.length === 0) return []
    const ids = claimed.map(({ documentId }) => documentId)
    const { documentKind, reference } = campaign
    const made = await deps.documents.render(batch.municipalityId, reference, ids, documentKind)
    const parcels = claimed.flatMap((each) => pack(campaign, each, made.get(each.documentId)) ?? [])
    if (parcels.length === claimed.length) return parcels
    await stopForDocument(deps, inHand, claimed, made)
  } catch (error) {
    await throughTrouble(() => database.inScope(scope, (db) => giveBack(db, batch, { claim, now })))
    if (!(error instanceof DocumentsNotReady)) throw error
    await stop(deps, inHand, `${error.code}: ${error.message}`)
    return []
  }
  await database.inScope(scope, (db) => giveBack(db, batch, { claim, now }))
  return []
}

/** Without keys, all that a killed worker has claimed becomes `unconfirmed`: so it claims only what flies at once. */
function chunkSize({ traffic }: DeliveryDeps, { mailbox, pace }: BatchInHand): number {
  const flight = Math.max(1, Math.floor(pace.concurrency / traffic.batchesAtOnce))
  const size = mailbox.hasKeys ? flightsPerChunk * traffic.batchesAtOnce * flight : flight
  return Math.max(1, Math.min(size, pace.left))
}

/** Only the very bytes that were released may leave, with what is added behind them. */
function pack(
  { message }: Campaign,
  claimed: ClaimedDocument,
  made: MadeDocument | undefined,
): Parcel | undefined {
  if (!made || !sha256(made.document.subarray(0, made.handedOver)).equals(claimed.documentSha256))
    return undefined
  return { claimed, made, message: messageIn(message, made.language) }
}

async function stopForDocument(
  deps: DeliveryDeps,
  inHand: BatchInHand,
  claimed: readonly ClaimedDocument[],
  made: ReadonlyMap<DocumentId, MadeDocument>,
): Promise<void> {
  const faulty = claimed.find((each) => !pack(inHand.campaign, each, made.get(each.documentId)))!.documentId
  const because = `${made.has(faulty) ? 'document-changed' : 'document-missing'}: ${faulty}`
  await stop(deps, inHand, because)
}

async function stop(deps: DeliveryDeps, { batch, watch }: BatchInHand, because: string): Promise<void> {
  await stopByItself(deps, batch, because)
  watch.halt('stopped')
}
