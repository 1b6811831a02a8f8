import { staffOf } from '../platform/db/scope.ts'
import type { SessionLock } from '../platform/db/session-lock.ts'
import { takeOver } from './attempt-store.ts'
import type { BatchRef, Campaign } from './campaign.ts'
import { dueAt } from './campaign-overview.ts'
import { findCampaign } from './campaign-store.ts'
import { deliverChunk } from './deliver-chunk.ts'
import type { DeliveryDeps } from './delivery-deps.ts'
import { type Mailbox, MailboxNotConfigured } from './mailbox.ts'
import { mayLeaveFrom } from './may-leave.ts'
import { setAsideOtherRoutes } from './route-store.ts'
import { stopByItself } from './stop-by-itself.ts'
import { type HaltReason, watchBatch } from './watch-batch.ts'

export type BatchResult =
  /** Every document of the batch has its outcome. */
  | { readonly state: 'done' }
  /** The rest has to wait until then. */
  | { readonly state: 'later'; readonly at: Date }
  /** The municipality sends nothing until then: its road is closed, or it had what there is for it. */
  | { readonly state: 'paused'; readonly at: Date }
  /** Another worker has it. */
  | { readonly state: 'busy' }
  | { readonly state: HaltReason }

const never = new AbortController().signal

/**
 * Sends what is due in one batch, under a lock that PostgreSQL frees when this process dies or vanishes. Whatever
 * happens, the rows say what is left; the next run, here or elsewhere, goes on from them. `shutdown` puts the work down tidily.
 */
export async function deliverBatch(
  deps: DeliveryDeps,
  { municipalityId, campaignId, batch }: BatchRef,
  shutdown: AbortSignal = never,
): Promise<BatchResult> {
  const ref = { municipalityId, campaignId, batch }
  const name = `deliver ${municipalityId} ${campaignId} ${batch}`
  const result = await deps.database.whileLocked(name, (lock) => workThrough(deps, ref, lock, shutdown))
  return result ?? { state: 'busy' }
}

async function workThrough(
  deps: DeliveryDeps,
  batch: BatchRef,
  lock: SessionLock,
  shutdown: AbortSignal,
): Promise<BatchResult> {
  const { database } = deps
  const scope = staffOf(batch.municipalityId)
  const campaign = await database.inScope(scope, (db) => findCampaign(db, batch))
  const leavesAt = campaign && mayLeaveFrom(campaign, batch.batch, deps.clock.now())
  if (!leavesAt) return { state: 'stopped' }
  if (leavesAt > deps.clock.now()) return { state: 'later', at: leavesAt }
  const mailbox = await openMailbox(deps, campaign)
  if (!mailbox) return { state: 'stopped' }

  await takeUp(deps, batch, mailbox)

  const watch = watchBatch(deps, batch, lock, shutdown)
  let joined: { leave(): void } | undefined
  try {
    joined = await deps.traffic.join(mailbox, batch.municipalityId, watch.signal)
    const pace = deps.traffic.paceOf(mailbox, batch.municipalityId)
    while (!watch.signal.aborted) {
      const { restsUntil } = pace
      if (restsUntil !== undefined) return { state: 'paused', at: new Date(restsUntil) }
      const sent = await deliverChunk(deps, { batch, campaign, mailbox, pace, watch })
      if (sent === 0) break
    }
  } finally {
    joined?.leave()
    watch.end()
  }
  if (watch.signal.aborted) return { state: watch.signal.reason as HaltReason }
  const at = await database.inScope(scope, (db) => dueAt(db, batch))
  return at ? { state: 'later', at } : { state: 'done' }
}

/** What an earlier worker, or an earlier road, left in doubt. */
async function takeUp(deps: DeliveryDeps, batch: BatchRef, { route, hasKeys }: Mailbox): Promise<void> {
  const now = deps.clock.now()
  const { leftOver, setAside } = await deps.database.inScope(staffOf(batch.municipalityId), async (db) => ({
    leftOver: await takeOver(db, batch, { hasKeys, now }),
    setAside: await setAsideOtherRoutes(db, batch, { route, now }),
  }))
  if (leftOver > 0)
    deps.log.warn({ ...batch, documents: leftOver, hasKeys }, 'took over from a worker that was lost')
  if (setAside > 0)
    deps.log.warn({ ...batch, documents: setAside, route }, 'not sent again: an attempt went by another road')
}

async function openMailbox(deps: DeliveryDeps, campaign: Campaign): Promise<Mailbox | undefined> {
  try {
    return await deps.mailboxFor(campaign.municipalityId)
  } catch (error) {
    if (!(error instanceof MailboxNotConfigured)) throw error
    await stopByItself(deps, campaign, `mailbox-not-configured: ${error.message}`)
    return undefined
  }
}
