import type { CampaignId, MunicipalityId } from '../platform/ids.ts'
import { type Allotment, createAllotment } from './allotment.ts'
import { type Backoff, usualBackoff } from './backoff.ts'
import { type Breaker, createBreaker } from './breaker.ts'
import { type DowntimeWatch, watchDowntime } from './downtime.ts'
import { createLane, type Lane } from './lane.ts'
import type { Mailbox, Party } from './mailbox.ts'
import { createPace, type Pace, type PaceLimits } from './pace.ts'
import { createRoad, type Road } from './road.ts'
import { alone, type Senders } from './senders.ts'
import { createTurns, type Turns } from './turns.ts'

/** What one process remembers between batches: the pace of each road, the run of answers of each campaign. */
export interface Traffic {
  /** Batches that this process handles side by side, so that one sends while another writes. */
  readonly batchesAtOnce: number
  readonly backoff: Backoff
  paceOf(mailbox: Mailbox, municipalityId: MunicipalityId): Pace
  /** Counts this process in wherever the mailbox shares limits with other processes. */
  join(mailbox: Mailbox, municipalityId: MunicipalityId, signal: AbortSignal): Promise<{ leave(): void }>
  breakerOf(campaignId: CampaignId): Breaker
  downtimeOf(party: Party): DowntimeWatch
  /** Those that this process can't reach at this moment. */
  partiesDown(): Party[]
  close(): Promise<void>
}

/** The limits are of a party, for all processes together. */
export interface TrafficSettings extends PaceLimits {
  readonly batchesAtOnce?: number
  readonly backoff?: Backoff
}

type ToMailbox = Pick<Mailbox, 'route' | 'party' | 'ownLimits'>

/** Without `senders` this process has the limits to itself. */
export function createTraffic(settings: TrafficSettings, senders: Senders = alone): Traffic {
  const { concurrency } = settings
  const roads = new Map<string, Road>()
  const lanes = new Map<string, Lane>()
  const turns = new Map<string, Turns>()
  const allotments = new Map<string, Allotment>()
  const breakers = new Map<CampaignId, Breaker>()
  const parties = new Map<string, { party: Party; watch: DowntimeWatch }>()

  const laneOf = (name: string, limits: PaceLimits): Lane =>
    kept(lanes, named(name, limits), () => createLane(limits, () => senders.placeIn(name)))

  function roadOf({ route, party }: ToMailbox, lane: Lane): Road {
    const partyTurns = kept(turns, nameOf(party), () => createTurns(() => lane.share.ratePerSecond))
    return kept(roads, route, () => createRoad({ partyTurns, concurrency }))
  }

  return {
    batchesAtOnce: settings.batchesAtOnce ?? 2,
    backoff: settings.backoff ?? usualBackoff,
    paceOf(mailbox, municipalityId) {
      const partyLane = laneOf(nameOf(mailbox.party), settings)
      const road = roadOf(mailbox, partyLane)
      const { ownLimits } = mailbox
      if (!ownLimits) return createPace({ road, lanes: [partyLane] })
      const name = ownName(mailbox, municipalityId)
      const limits = {
        concurrency: ownLimits.concurrency ?? concurrency,
        ratePerSecond: ownLimits.ratePerSecond ?? settings.ratePerSecond,
      }
      const ownLane = laneOf(name, limits)
      const allotment =
        ownLimits.ratePerSecond === undefined
          ? undefined
          : kept(allotments, named(name, limits), () => createAllotment(() => ownLane.share.ratePerSecond))
      return createPace({ road, lanes: [ownLane, partyLane], allotment })
    },
    join: (mailbox, municipalityId, signal) =>
      senders.join(laneNames(mailbox, municipalityId), municipalityId, signal),
    breakerOf: (campaignId) => kept(breakers, campaignId, () => createBreaker(concurrency)),
    downtimeOf: (party) => kept(parties, nameOf(party), () => ({ party, watch: watchDowntime() })).watch,
    partiesDown: () => [...parties.values()].filter(({ watch }) => watch.isDown).map(({ party }) => party),
    close: () => senders.close(),
  }
}

function laneNames(mailbox: ToMailbox, municipalityId: MunicipalityId): string[] {
  return [...(mailbox.ownLimits ? [ownName(mailbox, municipalityId)] : []), nameOf(mailbox.party)]
}

function nameOf({ api, host }: Party): string {
  return `${api} ${host}`
}

/** Of a municipality on its way to a party. */
function ownName({ party }: ToMailbox, municipalityId: MunicipalityId): string {
  return `${nameOf(party)} ${municipalityId}`
}

/** Limits that change are another thing under the same name. */
function named(name: string, { concurrency, ratePerSecond }: PaceLimits): string {
  return `${name} ${concurrency} ${ratePerSecond}`
}

function kept<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}
