import { setTimeout as sleep } from 'node:timers/promises'
import { throughTrouble } from '../platform/db/connection-trouble.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { CampaignRef } from './campaign.ts'
import { type CampaignStatus, campaignStatus } from './campaign-overview.ts'
import type { DeliveryDeps } from './delivery-deps.ts'

export interface CampaignWatch extends CampaignRef {
  readonly until?: AbortSignal
  readonly everyMs?: number
}

/** A campaign as it was at one moment. */
export interface CampaignProgress extends CampaignRef, CampaignStatus {
  readonly at: Date
}

/**
 * How a campaign stands, now and each time that changes, whoever sends it, until it is finished or stopped. It looks less
 * often the longer looking takes.
 */
export async function* watchCampaign(
  { database, clock }: Pick<DeliveryDeps, 'database' | 'clock'>,
  { municipalityId, campaignId, until, everyMs = 1000 }: CampaignWatch,
): AsyncGenerator<CampaignProgress, void> {
  const campaign = { municipalityId, campaignId }
  for (let told = ''; !until?.aborted; ) {
    const started = Date.now()
    const at = clock.now()
    const status = await throughTrouble(() =>
      database.inScope(staffOf(municipalityId), (db) => campaignStatus(db, campaign, at)),
    )
    if (!status) return
    const seen = JSON.stringify(status)
    if (seen !== told) yield { at, ...campaign, ...status }
    told = seen
    if (status.finishedAt || status.state === 'stopped') return
    const pauseMs = Math.max(everyMs, 10 * (Date.now() - started))
    await sleep(pauseMs, undefined, until && { signal: until }).catch(() => {})
  }
}
