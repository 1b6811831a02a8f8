import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { BatchRef, Campaign, CampaignRef, CampaignState } from './campaign.ts'
import { findCampaign, waveOf } from './campaign-store.ts'
import { type DeliveryState, unfinished } from './delivery.ts'
import { mayLeaveFrom, placeOf } from './may-leave.ts'
import { lastPlaceLeaving } from './schedule.ts'
import { forecast } from './schedule-forecast.ts'

/** When the next document of a batch is due; nothing when every document has its outcome. */
export async function dueAt(
  db: Db,
  { municipalityId, campaignId, batch }: BatchRef,
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(d.next_attempt_at) as at from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.batch = ${batch}
      and d.state in ('waiting', 'attempting')`.execute(db)
  return rows[0]?.at ?? undefined
}

// One look in the index per batch, from the first that has something left: eight hundred looks for 400 000 documents that
// are still to go, one when all have their outcome. A finished campaign stays open, and is asked about for ever.
const dueBatches = sql`
  from delivery.campaign c
  cross join lateral (
    select min(d.batch) as batch from delivery.delivery d
    where d.municipality_id = c.municipality_id and d.campaign_id = c.campaign_id
      and d.state in ('waiting', 'attempting')
  ) unfinished
  cross join lateral generate_series(unfinished.batch, c.batches) as numbered (batch)
  cross join lateral (
    select min(d.next_attempt_at) as at from delivery.delivery d
    where d.municipality_id = c.municipality_id and d.campaign_id = c.campaign_id and d.batch = numbered.batch
      and d.state in ('waiting', 'attempting')
      and (c.wave_from is null or d.batch between c.wave_from and c.wave_through)
  ) due`

/** Batches of an open campaign with something left to do that is not held back, and when it may leave, the earliest first. */
export async function batchesToDo(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  now: Date,
): Promise<{ batch: number; at: Date }[]> {
  const { rows } = await sql<{ batch: number; at: Date }>`
    select numbered.batch, due.at ${dueBatches}
    where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId} and c.state = 'open'
      and due.at is not null
    order by due.at, numbered.batch`.execute(db)
  const campaign = await findCampaign(db, { municipalityId, campaignId })
  if (!campaign?.schedule) return rows
  return rows
    .map(({ batch, at }) => ({ batch, at: later(at, mayLeaveFrom(campaign, batch, now) ?? at) }))
    .toSorted((one, other) => one.at.getTime() - other.at.getTime())
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}

export interface DueBatch extends BatchRef {
  /** Lower goes first, over all campaigns of all municipalities. */
  readonly place: number
}

/** So many batches of corrections go before any campaign; what is more takes its turn like the others. */
const headStart = 64

/**
 * Batches, over all open campaigns of these municipalities, with something to do at this moment, in the order of their
 * place: the campaign that is least far goes first. So a village that starts later does not wait for the rest of a city.
 */
export async function batchesDue(
  db: Db,
  municipalities: readonly MunicipalityId[],
  now: Date,
  limit: number,
): Promise<DueBatch[]> {
  const { campaigns, last } = await scheduledCampaigns(db, municipalities, now)
  const { rows } = await sql<DueBatch>`
    select c.municipality_id as "municipalityId", c.campaign_id as "campaignId", numbered.batch,
           case when c.goes_at_once then -${headStart}::integer
           when c.goes_first then numbered.batch - ${headStart}::integer else numbered.batch end as place ${dueBatches}
    left join unnest(${campaigns}::uuid[], ${last}::integer[]) as leaving (campaign_id, last) using (campaign_id)
    where c.municipality_id = any(${municipalities}::integer[]) and c.state = 'open' and due.at <= ${now}
      and (leaving.last is null or numbered.batch <= leaving.last)
    order by place, c.opened_at limit ${limit}`.execute(db)
  return rows
}

/** Of the campaigns with a schedule: the last batch that may leave now. */
async function scheduledCampaigns(db: Db, municipalities: readonly MunicipalityId[], now: Date) {
  const { rows } = await sql<{ campaignId: string } & Pick<Campaign, 'wave'> & Scheduled>`
    select c.campaign_id as "campaignId", c.schedule, ${waveOf} as wave from delivery.campaign c
    where c.municipality_id = any(${municipalities}::integer[]) and c.state = 'open' and c.schedule is not null`.execute(
    db,
  )
  return {
    campaigns: rows.map(({ campaignId }) => campaignId),
    last: rows.map(({ schedule, wave }) =>
      Math.min((wave?.from ?? 1) + lastPlaceLeaving(schedule, now), highestBatch),
    ),
  }
}

interface Scheduled {
  readonly schedule: NonNullable<Campaign['schedule']>
}

const highestBatch = 2 ** 31 - 1

export interface CampaignStatus {
  readonly state: CampaignState
  readonly stoppedBecause: string | null
  readonly total: number
  readonly counts: Readonly<Record<DeliveryState, number>>
  readonly byReason: readonly { state: DeliveryState; reason: string; count: number }[]
  readonly openedAt: Date
  /** Only a wave may leave, or nothing at all: so many of its documents are still to go. */
  readonly wave?: { readonly toGo: number }
  /** When the next document may leave, by the schedule. */
  readonly goesOnAt?: Date
  /** When the last outcome came; absent while something is left to do. */
  readonly finishedAt?: Date
  /** Outcomes per second, of the minutes in which some came during the last half minute. */
  readonly perSecond: number
  /**
   * Until all that may leave has left, at that rate and by the schedule; absent when nothing moves, nothing of it is left, or the
   * campaign is stopped.
   */
  readonly secondsToGo?: number
}

const rateWindowSeconds = 30

/** How a campaign stands, by the sums that the database keeps while its documents move. */
export async function campaignStatus(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  now: Date,
): Promise<CampaignStatus | undefined> {
  const campaigns = await sql<Pick<CampaignStatus, 'state' | 'stoppedBecause' | 'openedAt'>>`
    select c.state, c.stopped_because as "stoppedBecause", c.opened_at as "openedAt" from delivery.campaign c
    where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId}`.execute(db)
  const campaign = campaigns.rows[0]
  if (!campaign) return undefined
  const since = new Date(now.getTime() - rateWindowSeconds * 1000)
  const isRecent = sql`(t.last_at > ${since} and t.state <> 'unreachable')`
  const { rows: groups } = await sql<Group>`
    select t.state, nullif(t.reason, '') as reason, sum(t.documents)::integer as count, max(t.last_at) as "lastAt",
           min(t.first_at) filter (where ${isRecent}) as "firstRecentAt",
           coalesce(sum(t.documents) filter (where ${isRecent}), 0)::integer as recent
    from delivery.tally t
    where t.municipality_id = ${municipalityId} and t.campaign_id = ${campaignId} and t.documents > 0
    group by t.state, t.reason order by t.state, t.reason`.execute(db)
  const { left, ...sums } = summary(groups, now)
  const gated = await gatedOf(db, { municipalityId, campaignId })
  const seconds = campaign.state === 'open' ? secondsToGo(gated ?? left, sums.perSecond, now) : undefined
  return {
    ...{ ...campaign, ...sums },
    ...(gated && heldBack(gated, now)),
    ...(seconds !== undefined && { secondsToGo: seconds }),
  }
}

/** What a wave and a schedule let go, and the first batch of that. */
interface Gated {
  readonly campaign: Campaign
  readonly toGo: number
  readonly next: number | null
}

/** Nothing where there is no wave and no schedule. */
async function gatedOf(db: Db, ref: CampaignRef): Promise<Gated | undefined> {
  const campaign = await findCampaign(db, ref)
  if (!campaign?.wave && !campaign?.schedule) return undefined
  const { wave } = campaign
  const { rows } = await sql<{ toGo: number; next: number | null }>`
    select coalesce(sum(t.documents), 0)::integer as "toGo", min(t.batch) as next from delivery.tally t
    where t.municipality_id = ${ref.municipalityId} and t.campaign_id = ${ref.campaignId}
      and t.state in ('waiting', 'attempting') and t.documents > 0
      and (${wave === null} or t.batch between ${wave?.from ?? 1} and ${wave?.through ?? 0})`.execute(db)
  return { campaign, ...rows[0]! }
}

function heldBack({ campaign, toGo, next }: Gated, now: Date): Pick<CampaignStatus, 'wave' | 'goesOnAt'> {
  const at = next === null ? undefined : mayLeaveFrom(campaign, next, now)
  return { ...(campaign.wave && { wave: { toGo } }), ...(at && at > now && { goesOnAt: at }) }
}

/** Of so many documents, or of what the wave and the schedule let go. */
function secondsToGo(of: number | Gated, perSecond: number, now: Date): number | undefined {
  const documents = typeof of === 'number' ? of : of.toGo
  if (documents === 0 || perSecond === 0) return undefined
  if (typeof of === 'number' || of.next === null || !of.campaign.schedule) return documents / perSecond
  const { schedule, wave } = of.campaign
  const firstPlace = placeOf(of.next, wave)
  const expected = forecast(schedule, { documents, firstPlace, perSecond, now })
  return expected && (expected.end.getTime() - now.getTime()) / 1000
}

interface Group {
  state: DeliveryState
  reason: string | null
  count: number
  lastAt: Date | null
  firstRecentAt: Date | null
  recent: number
}

function summary(groups: readonly Group[], now: Date) {
  const counts: Record<DeliveryState, number> = {
    ...{ waiting: 0, attempting: 0, delivered: 0, inactive: 0 },
    ...{ unreachable: 0, refused: 0, unconfirmed: 0, cancelled: 0 },
  }
  for (const { state, count } of groups) counts[state] += count
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const byReason = groups.flatMap(({ state, reason, count }) => (reason ? [{ state, reason, count }] : []))
  const left = unfinished.reduce((sum, state) => sum + counts[state], 0)
  const perSecond = rate(groups, now)
  const last = Math.max(...groups.map(({ lastAt }) => lastAt?.getTime() ?? 0), 0)
  return {
    ...{ total, counts, byReason, perSecond, left },
    ...(left === 0 && last > 0 && { finishedAt: new Date(last) }),
  }
}

function rate(groups: readonly Group[], now: Date): number {
  const recent = groups.reduce((sum, group) => sum + group.recent, 0)
  if (recent === 0) return 0
  const first = Math.min(
    ...groups.map(({ firstRecentAt }) => firstRecentAt?.getTime() ?? Number.POSITIVE_INFINITY),
  )
  return recent / Math.max((now.getTime() - first) / 1000, 1)
}

/** What waits in the campaigns of some municipalities, in batches. */
export interface Backlog {
  readonly toDo: number
  readonly due: number
  readonly stopped: number
  /** 0 when nothing is due. */
  readonly oldestDueSeconds: number
}

export async function backlogOf(
  db: Db,
  municipalities: readonly MunicipalityId[],
  now: Date,
): Promise<Backlog> {
  const { rows } = await sql<Backlog>`
    select count(*) filter (where c.state = 'open')::integer as "toDo",
           count(*) filter (where c.state = 'open' and due.at <= ${now})::integer as due,
           count(*) filter (where c.state = 'stopped')::integer as stopped,
           coalesce(extract(epoch from ${now} - min(due.at) filter (where c.state = 'open' and due.at <= ${now})), 0)::float
             as "oldestDueSeconds" ${dueBatches}
    where c.municipality_id = any(${municipalities}::integer[]) and due.at is not null`.execute(db)
  return rows[0]!
}
