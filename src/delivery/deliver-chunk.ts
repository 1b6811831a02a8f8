import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { mapWithLimit } from '../platform/concurrency.ts'
import { throughTrouble } from '../platform/db/connection-trouble.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type Outcome, recordOutcomes } from './attempt-store.ts'
import type { BatchInHand, DeliveryDeps } from './delivery-deps.ts'
import { prepareParcels } from './prepare-parcels.ts'
import { sendParcel } from './send-parcel.ts'

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
  { batch, mailbox }: BatchInHand,
  claim: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  const now = deps.clock.now()
  const counts = await throughTrouble(
    () =>
      deps.database.inScope(staffOf(batch.municipalityId), (db) =>
        recordOutcomes(db, batch, { claim, now, outcomes }),
      ),
    answersKeptMs,
  )
  for (const { state, count } of counts) deps.meter?.moved(mailbox.party, state, count)
}
