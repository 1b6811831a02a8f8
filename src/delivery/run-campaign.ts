import { setTimeout as sleep } from 'node:timers/promises'
import { mayPass, throughTrouble } from '../platform/db/connection-trouble.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { CampaignRef } from './campaign.ts'
import { batchesToDo, type CampaignStatus, campaignStatus } from './campaign-overview.ts'
import { deliverBatch } from './deliver-batch.ts'
import type { DeliveryDeps } from './delivery-deps.ts'

export interface CampaignRun extends CampaignRef {
  readonly onProgress?: (status: CampaignStatus) => void
  /** Puts the work down tidily: what is on its way is waited for, nothing more leaves. */
  readonly shutdown?: AbortSignal
}

const longestNapMs = 1000
/** A look at a million rows keeps the processors busy for a second, and those should be sending: so it comes as seldom. */
const timesItsOwn = 40

/**
 * Delivers a campaign in the foreground until every document has its outcome, the campaign is stopped, or `shutdown`
 * says so. Any number of these and of `work` processes may share one campaign. Answers how it stands at the end.
 */
export async function runCampaign(
  deps: DeliveryDeps,
  { municipalityId, campaignId, onProgress, shutdown }: CampaignRun,
): Promise<CampaignStatus> {
  const campaign = { municipalityId, campaignId }
  const over = new AbortController()
  const reporting = onProgress && report(deps, campaign, onProgress, over.signal)
  try {
    await work(deps, campaign, shutdown ?? over.signal)
  } finally {
    over.abort()
    await reporting
  }
  const status = await statusOf(deps, campaign)
  onProgress?.(status)
  return status
}

async function work(deps: DeliveryDeps, campaign: CampaignRef, shutdown: AbortSignal): Promise<void> {
  const scope = staffOf(campaign.municipalityId)
  while (!shutdown.aborted) {
    const toDo = await throughTrouble(() =>
      deps.database.inScope(scope, (db) => batchesToDo(db, campaign, deps.clock.now())),
    )
    if (toDo.length === 0) return
    const now = deps.clock.now()
    const due = toDo.filter(({ at }) => at <= now)
    const goOnAt = due.length > 0 ? await passOver(deps, campaign, due, shutdown) : toDo[0]!.at.getTime()
    await nap(Math.min(longestNapMs, goOnAt - now.getTime()), shutdown)
  }
}

/** Handles each due batch once, some side by side; answers when it is worth to look again (epoch milliseconds). */
async function passOver(
  deps: DeliveryDeps,
  campaign: CampaignRef,
  due: readonly { batch: number }[],
  shutdown: AbortSignal,
): Promise<number> {
  const queue = [...due]
  let goOnAt = deps.clock.now().getTime() + longestNapMs
  const runner = async () => {
    for (let next = queue.shift(); next && !shutdown.aborted; next = queue.shift()) {
      const result = await deliverThroughTrouble(deps, { ...campaign, batch: next.batch }, shutdown)
      if (result.state === 'done' || result.state === 'stopped') goOnAt = 0
      if ('at' in result) goOnAt = Math.min(goOnAt, result.at.getTime())
      if (result.state === 'stopped' || result.state === 'paused') queue.length = 0
    }
  }
  await Promise.all(Array.from({ length: deps.traffic.batchesAtOnce }, runner))
  return goOnAt
}

/**
 * A batch that lost its database is picked up again once that is back; and so is one over which two workers stood in each
 * other's way: one that takes over, and one that writes down its last answers.
 */
async function deliverThroughTrouble(
  deps: DeliveryDeps,
  batch: CampaignRef & { batch: number },
  shutdown: AbortSignal,
) {
  try {
    return await deliverBatch(deps, batch, shutdown)
  } catch (error) {
    if (!mayPass(error)) throw error
    const { message } = error as Error
    deps.log.warn(
      { batch: batch.batch, error: message },
      'the database could not be used; the batch goes on in a moment',
    )
    return { state: 'lock-lost' as const }
  }
}

async function report(
  deps: DeliveryDeps,
  campaign: CampaignRef,
  onProgress: (status: CampaignStatus) => void,
  over: AbortSignal,
): Promise<void> {
  while (!over.aborted) {
    const started = Date.now()
    const status = await statusOf(deps, campaign).catch(() => undefined)
    if (status && !over.aborted) onProgress(status)
    await nap(Math.max(500, timesItsOwn * (Date.now() - started)), over)
  }
}

async function statusOf(deps: DeliveryDeps, campaign: CampaignRef): Promise<CampaignStatus> {
  const status = await throughTrouble(() =>
    deps.database.inScope(staffOf(campaign.municipalityId), (db) =>
      campaignStatus(db, campaign, deps.clock.now()),
    ),
  )
  if (!status) throw new Error(`no campaign ${campaign.campaignId}`)
  return status
}

function nap(ms: number, until: AbortSignal): Promise<void> {
  return sleep(Math.max(ms, 10), undefined, { signal: until }).catch(() => {})
}
