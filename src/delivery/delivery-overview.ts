import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { DocumentId } from '../platform/ids.ts'
import type { CampaignRef } from './campaign.ts'
import { type DeliveryState, exceptions, unfinished } from './delivery.ts'

export interface DeliveryOutcome {
  readonly documentId: DocumentId
  readonly state: DeliveryState
  readonly reason: string | null
  readonly receipt: string | null
  readonly attempts: number
  readonly finishedAt: Date | null
}

const outcomeColumns = sql`
  d.document_id as "documentId", d.state, d.reason, d.receipt, d.attempts, d.finished_at as "finishedAt"`

/** Outcomes in order of document id, the page after `after`. */
export async function outcomesAfter(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  after: DocumentId | undefined,
  limit: number,
): Promise<DeliveryOutcome[]> {
  const { rows } = await sql<DeliveryOutcome>`
    select ${outcomeColumns} from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
      and d.document_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by d.document_id limit ${limit}`.execute(db)
  return rows
}

/** What did not reach a mailbox and needs a person, in order of document id, the page after `after`. */
export async function exceptionsAfter(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  after: DocumentId | undefined,
  limit: number,
): Promise<DeliveryOutcome[]> {
  const { rows } = await sql<DeliveryOutcome>`
    select ${outcomeColumns} from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
      and d.state = any(${[...exceptions]}) and d.document_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by d.document_id limit ${limit}`.execute(db)
  return rows
}

/** What may have arrived and may not: each takes a person and evidence. In order of document id, the page after `after`. */
export async function unconfirmedAfter(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  after: DocumentId | undefined,
  limit: number,
): Promise<DeliveryOutcome[]> {
  const { rows } = await sql<DeliveryOutcome>`
    select ${outcomeColumns} from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.state = 'unconfirmed'
      and d.document_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by d.document_id limit ${limit}`.execute(db)
  return rows
}

export interface HourOfOutcomes {
  /** By the clock in Brussels, as `2029-05-14 09:00`; the hour that a clock has twice is one. */
  readonly hour: string
  readonly delivered: number
  readonly inactive: number
  /** Unreachable, refused or unconfirmed. */
  readonly exceptions: number
}

/** How many documents got their outcome in each hour, the first hour first. */
export async function outcomesByHour(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
): Promise<HourOfOutcomes[]> {
  const { rows } = await sql<HourOfOutcomes>`
    select to_char(date_trunc('hour', t.finished_in at time zone 'Europe/Brussels'), 'YYYY-MM-DD HH24:MI') as hour,
           ${countOf(['delivered'])} as delivered, ${countOf(['inactive'])} as inactive,
           ${countOf(exceptions)} as exceptions
    from delivery.tally t
    where t.municipality_id = ${municipalityId} and t.campaign_id = ${campaignId} and t.finished_in > '-infinity'
      and t.documents > 0
    group by date_trunc('hour', t.finished_in at time zone 'Europe/Brussels')
    order by date_trunc('hour', t.finished_in at time zone 'Europe/Brussels')`.execute(db)
  return rows
}

/** How the documents of a part fared. What was taken back is not among them. */
export interface PartOutcomes {
  readonly part: number
  readonly documents: number
  readonly delivered: number
  readonly inactive: number
  /** Unreachable, refused or unconfirmed. */
  readonly exceptions: number
  readonly toGo: number
}

/** By what the sender counts its documents by. */
export async function outcomesByPart(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
): Promise<PartOutcomes[]> {
  const { rows } = await sql<PartOutcomes>`
    select t.part, sum(t.documents)::integer as documents, ${countOf(['delivered'])} as delivered,
           ${countOf(['inactive'])} as inactive, ${countOf(exceptions)} as exceptions, ${countOf(unfinished)} as "toGo"
    from delivery.tally t
    where t.municipality_id = ${municipalityId} and t.campaign_id = ${campaignId} and t.state <> 'cancelled'
      and t.documents > 0
    group by t.part order by t.part`.execute(db)
  return rows
}

function countOf(states: readonly DeliveryState[]): RawBuilder<number> {
  return sql<number>`coalesce(sum(t.documents) filter (where t.state = any(${[...states]}::text[])), 0)::integer`
}

export interface AttemptOnTimeline {
  readonly attempt: number
  readonly traceId: string
  /** Which request was answered, when the first one was not enough (a token that had ended). */
  readonly answeredTraceId: string | null
  /** What the other side calls its answer. */
  readonly partyTraceId: string | null
  readonly worker: string
  /** Absent for attempts from before it was kept. */
  readonly route: string | null
  readonly startedAt: Date
  readonly answeredAt: Date | null
  readonly outcome: string | null
  readonly httpStatus: number | null
  readonly code: string | null
  readonly detail: string | null
  readonly receipt: string | null
}

export interface Timeline extends DeliveryOutcome {
  /** The one key under which every attempt went, where the road knows keys. */
  readonly mailboxKey: string
  /** Of the document as it was released: nothing else is ever sent. */
  readonly documentSha256: Buffer
  readonly openedAt: Date
  readonly nextAttemptAt: Date
  /** When it was first seen that the addressee opened it; also absent where nobody asks. */
  readonly seenReadAt: Date | null
  readonly timeline: readonly AttemptOnTimeline[]
}

/** Everything that happened to one document. */
export async function timelineOf(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  documentId: DocumentId,
): Promise<Timeline | undefined> {
  const deliveries = await sql<Omit<Timeline, 'timeline'>>`
    select ${outcomeColumns}, d.mailbox_key as "mailboxKey", d.document_sha256 as "documentSha256",
           d.next_attempt_at as "nextAttemptAt", c.opened_at as "openedAt", r.seen_read_at as "seenReadAt"
    from delivery.delivery d join delivery.campaign c using (municipality_id, campaign_id)
    left join delivery.reading r using (municipality_id, campaign_id, document_id)
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.document_id = ${documentId}`.execute(
    db,
  )
  const { rows: timeline } = await sql<AttemptOnTimeline>`
    select a.attempt, a.trace_id as "traceId", a.answered_trace_id as "answeredTraceId",
           a.party_trace_id as "partyTraceId", a.worker, a.route, a.started_at as "startedAt", a.answered_at as "answeredAt",
           a.outcome, a.http_status as "httpStatus", a.code, a.detail, a.receipt
    from delivery.attempt a
    where a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId} and a.document_id = ${documentId}
    order by a.attempt`.execute(db)
  const delivery = deliveries.rows[0]
  return delivery && { ...delivery, timeline }
}
