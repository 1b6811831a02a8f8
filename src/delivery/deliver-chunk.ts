import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { type AuditEvent, recordAudit } from '../platform/audit.ts'
import { mapWithLimit } from '../platform/concurrency.ts'
import { throughTrouble } from '../platform/db/connection-trouble.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId } from '../platform/ids.ts'
import { type Outcome, type Recorded, recordOutcomes } from './attempt-store.ts'
import type { BatchRef } from './campaign.ts'
import type { BatchInHand, DeliveryDeps } from './delivery-deps.ts'
import { isKeyClash } from './judge-answer.ts'
import { prepareParcels } from './prepare-parcels.ts'
import { sendParcel } from './send-parcel.ts'
import { stopByItself } from './stop-by-itself.ts'

/**
 * An answer is known here and nowhere else, so it is kept for as long as a database may be gone: without keys each one
 * that is lost is a letter that somebody has to look up.
 */
const answersKeptMs = 30 * 60_000

/**
 * Claims some documents, makes them, sends them, writes down what became of them; answers how many it claimed.
 */
export async function deliverChunk(deps: DeliveryDeps, inHand: BatchInHand): Promise<number> {
  const claim = `${hostname()}:${process.pid}:${randomUUID()}`
  const parcels = await prepareParcels(deps, inHand, claim)
  const atOnce = Math.max(1, inHand.pace.concurrency)
  const outcomes = await mapWithLimit(parcels, atOnce, (parcel) => sendParcel(deps, inHand, parcel))
  if (outcomes.length > 0) await writeDown(deps, inHand, claim, outcomes)
  return outcomes.length
}

async function writeDown(
  deps: DeliveryDeps,
  inHand: BatchInHand,
  claim: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  const { batch, mailbox } = inHand
  const now = deps.clock.now()
  const recorded = await throughTrouble(
    () =>
      deps.database.inScope(staffOf(batch.municipalityId), async (db) => {
        const recorded = await recordOutcomes(db, batch, { claim, now, outcomes })
        for (const documentId of repeatedIn(recorded))
          await recordAudit(db, alarm('delivery.receipt-repeated', batch, documentId))
        for (const documentId of besideIn(recorded))
          await recordAudit(db, alarm('delivery.arrived-beside', batch, documentId))
        // Done a second time, when nobody knew whether it was done, it moves nothing and says nothing.
        if (recorded.some(({ state }) => state === 'unconfirmed'))
          for (const { documentId } of outcomes.filter(({ verdict }) => isKeyClash(verdict)))
            await recordAudit(db, alarm('delivery.key-clash', batch, documentId))
        return recorded
      }),
    answersKeptMs,
  )
  for (const { state, count } of recorded) if (state) deps.meter?.moved(mailbox.party, state, count)
  const beside = besideIn(recorded).length
  if (beside > 0)
    deps.log.error({ ...batch, documents: beside }, 'a document arrived that was sent again since')
  await heedRepeats(deps, inHand, repeatedIn(recorded), outcomes)
}

function repeatedIn(recorded: readonly Recorded[]): DocumentId[] {
  return recorded.flatMap((each) => each.receiptRepeated)
}

function besideIn(recorded: readonly Recorded[]): DocumentId[] {
  return recorded.flatMap((each) => each.arrivedBeside)
}

function alarm(
  action: 'delivery.receipt-repeated' | 'delivery.arrived-beside' | 'delivery.key-clash',
  { municipalityId, campaignId }: BatchRef,
  subject: DocumentId,
): AuditEvent {
  return { municipalityId, actor: 'delivery', action, subject, details: { campaignId } }
}

/** One receipt that was given before is a letter to look up. When no other receipts come, nothing is proven any more. */
async function heedRepeats(
  deps: DeliveryDeps,
  { batch, watch }: BatchInHand,
  repeated: readonly DocumentId[],
  outcomes: readonly Outcome[],
): Promise<void> {
  if (repeated.length === 0) return
  deps.log.error(
    { ...batch, documents: repeated.length },
    'the other side gave the receipt of another document',
  )
  const receipts = outcomes.filter(({ verdict }) => verdict.receipt !== null).length
  if (repeated.length < receipts || receipts < 2) return
  watch.halt('stopped')
  await stopByItself(deps, batch, `receipts-repeated: ${receipts}`)
}
