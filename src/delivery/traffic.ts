import type { CampaignId } from '../platform/ids.ts'
import { type Backoff, usualBackoff } from './backoff.ts'
import { type Breaker, createBreaker } from './breaker.ts'
import { type DowntimeWatch, watchDowntime } from './downtime.ts'
import type { Party } from './mailbox.ts'
import { createPace, type Pace, type PaceLimits } from './pace.ts'

/** What one process remembers between batches: the pace of each road, the run of answers of each campaign. */
export interface Traffic {
  /** Batches that this process handles side by side, so that one sends while another writes. */
  readonly batchesAtOnce: number
  readonly backoff: Backoff
  paceOf(route: string): Pace
  breakerOf(campaignId: CampaignId): Breaker
  downtimeOf(party: Party): DowntimeWatch
  /** Those that this process can't reach at this moment. */
  partiesDown(): Party[]
}

export interface TrafficSettings extends PaceLimits {
  readonly batchesAtOnce?: number
  readonly backoff?: Backoff
}

export function createTraffic(settings: TrafficSettings): Traffic {
  const paces = new Map<string, Pace>()
  const breakers = new Map<CampaignId, Breaker>()
  const parties = new Map<string, { party: Party; watch: DowntimeWatch }>()
  return {
    batchesAtOnce: settings.batchesAtOnce ?? 2,
    backoff: settings.backoff ?? usualBackoff,
    paceOf: (route) => kept(paces, route, () => createPace(settings)),
    breakerOf: (campaignId) => kept(breakers, campaignId, () => createBreaker(settings.concurrency)),
    downtimeOf: (party) =>
      kept(parties, `${party.api} ${party.host}`, () => ({ party, watch: watchDowntime() })).watch,
    partiesDown: () => [...parties.values()].filter(({ watch }) => watch.isDown).map(({ party }) => party),
  }
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
