import { EventEmitter, once } from 'node:events'
import type { CampaignRef } from './campaign.ts'
import type { DeliveryDeps } from './delivery-deps.ts'
import { type CampaignProgress, watchCampaign } from './watch-campaign.ts'

export interface CampaignFeed {
  /**
   * How a campaign stands, now and each time that changes, until it is finished or stopped or `until` says so. However many
   * follow a campaign in this process, its rows are counted for all of them together.
   */
  follow(campaign: CampaignRef, until: AbortSignal): AsyncGenerator<CampaignProgress, void>
}

/** One watch over a campaign, for all who follow it. */
interface Shared {
  readonly changes: EventEmitter
  readonly gone: AbortController
  followers: number
  latest: CampaignProgress | undefined
  isOver: boolean
}

type Deps = Pick<DeliveryDeps, 'database' | 'clock' | 'log'>

export function createCampaignFeed(deps: Deps, { everyMs = 1000 }: { everyMs?: number } = {}): CampaignFeed {
  const watched = new Map<string, Shared>()

  function join(campaign: CampaignRef): Shared {
    const there = watched.get(campaign.campaignId)
    if (there) return there
    const shared: Shared = {
      ...{ changes: new EventEmitter().setMaxListeners(0), gone: new AbortController() },
      ...{ followers: 0, latest: undefined, isOver: false },
    }
    watched.set(campaign.campaignId, shared)
    void watch(campaign, shared)
    return shared
  }

  async function watch(campaign: CampaignRef, shared: Shared): Promise<void> {
    try {
      for await (const progress of watchCampaign(deps, { ...campaign, everyMs, until: shared.gone.signal })) {
        shared.latest = progress
        shared.changes.emit('change')
      }
    } catch (error) {
      deps.log.warn({ error: (error as Error).message }, 'a campaign can not be followed now')
    } finally {
      forget(campaign, shared)
      shared.isOver = true
      shared.changes.emit('change')
    }
  }

  function forget({ campaignId }: CampaignRef, shared: Shared): void {
    if (watched.get(campaignId) === shared) watched.delete(campaignId)
  }

  return {
    async *follow(campaign, until) {
      const shared = join(campaign)
      shared.followers++
      try {
        for (let told: CampaignProgress | undefined; !until.aborted; ) {
          const { latest, isOver } = shared
          if (latest && latest !== told) {
            told = latest
            yield latest
          } else if (isOver) return
          else await once(shared.changes, 'change', { signal: until }).catch(() => {})
        }
      } finally {
        if (--shared.followers === 0) {
          shared.gone.abort()
          forget(campaign, shared)
        }
      }
    },
  }
}
