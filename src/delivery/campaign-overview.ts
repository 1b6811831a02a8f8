import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { BatchRef, CampaignRef, CampaignState } from './campaign.ts'
import { type DeliveryState, unfinished } from './delivery.ts'

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

// One look in the index per batch: eight hundred looks for 400 000 documents, wherever the campaign stands.
const dueBatches = sql`
  from delivery.campaign c
  cross join lateral generate_series(1, c.batches) as numbered (batch)
  cross join lateral (
    select min(d.next_attempt_at) as at from delivery.delivery d
    where d.municipality_id = c.municipality_id and d.campaign_id = c.campaign_id and d.batch = numbered.batch
      and d.state in ('waiting', 'attempting')
  ) due`

/** Batches of an open campaign with something left to do and when that is due, the earliest first. */
export async function batchesToDo(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
): Promise<{ batch: number; at: Date }[]> {
  const { rows } = await sql<{ batch: number; at: Date }>`
    select numbered.batch, due.at ${dueBatches}
    where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId} and c.state = 'open'
      and due.at is not null
    order by due.at, numbered.batch`.execute(db)
  return rows
}

export interface DueBatch extends BatchRef {
  /** Lower goes first, over all campaigns of all municipalities. */
  readonly place: number
}

/** So many batches of corrections go before any campaign; what is more takes its turn like the others. */
const headStart = 64

/**
 * Batches, over all open campaigns of a municipality, with something to do at this moment, in the order of their place:
 * the campaign that is least far goes first. So a village that starts later does not wait for the rest of a city.
 */
export async function batchesDue(
  db: Db,
  municipalityId: MunicipalityId,
  now: Date,
  limit: number,
): Promise<DueBatch[]> {
  const { rows } = await sql<DueBatch>`
    select c.municipality_id as "municipalityId", c.campaign_id as "campaignId", numbered.batch,
           case when c.goes_first then numbered.batch - ${headStart}::integer else numbered.batch end as place ${dueBatches}
    where c.municipality_id = ${municipalityId} and c.state = 'open' and due.at <= ${now}
    order by place, c.opened_at limit ${limit}`.execute(db)
  return rows
}

export interface CampaignStatus {
  readonly state: CampaignState
  readonly stoppedBecause: string | null
  readonly total: number
  readonly counts: Readonly<Record<DeliveryState, number>>
  readonly byReason: readonly { state: DeliveryState; reason: string; count: number }[]
  readonly openedAt: Date
  /** When the last outcome came; absent while something is left to do. */
  readonly finishedAt?: Date
  /** Outcomes per second over the last half minute. */
  readonly perSecond: number
  /** At that rate; absent when nothing moves or nothing is left. */
  readonly secondsToGo?: number
}

const rateWindowSeconds = 30

/** How a campaign stands, straight from the rows. */
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
  const { rows: groups } = await sql<Group>`
    select d.state, d.reason, count(*)::integer as count, max(d.finished_at) as "lastAt",
           min(d.finished_at) filter (where d.finished_at > ${since} and d.state <> 'unreachable') as "firstRecentAt",
           (count(*) filter (where d.finished_at > ${since} and d.state <> 'unreachable'))::integer as recent
    from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
    group by d.state, d.reason order by d.state, d.reason`.execute(db)
  return { ...campaign, ...summary(groups, now) }
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
    ...{ total, counts, byReason, perSecond },
    ...(left === 0 && last > 0 && { finishedAt: new Date(last) }),
    ...(left > 0 && perSecond > 0 && { secondsToGo: left / perSecond }),
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
