import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import { joiningWholeTables } from '../platform/db/snapshot.ts'
import type { DocumentId } from '../platform/ids.ts'
import type { CampaignRef } from './campaign.ts'
import { published } from './delivery.ts'

export interface UnreadDocument {
  readonly documentId: DocumentId
  readonly receipt: string
  readonly recipientCipher: Buffer
}

/** Published documents with a receipt that were not yet seen to be opened, by document id, the page after `after`. */
export async function unreadAfter(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  after: DocumentId | undefined,
  limit: number,
): Promise<UnreadDocument[]> {
  const { rows } = await sql<UnreadDocument>`
    select d.document_id as "documentId", d.receipt, d.recipient_cipher as "recipientCipher"
    from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.state = any(${[...published]})
      and d.receipt is not null and d.document_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
      and not exists (select from delivery.reading r where r.municipality_id = ${municipalityId}
                        and r.campaign_id = ${campaignId} and r.document_id = d.document_id)
    order by d.document_id limit ${limit}`.execute(db)
  return rows
}

export async function insertReadings(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  { documentIds, now, traceId }: { documentIds: readonly DocumentId[]; now: Date; traceId: string },
): Promise<number> {
  if (documentIds.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into delivery.reading (municipality_id, campaign_id, document_id, seen_read_at, trace_id)
    select ${municipalityId}, ${campaignId}, document_id, ${now}, ${traceId} from unnest(${documentIds}::uuid[]) as document_id
    on conflict do nothing`.execute(db)
  await sql`
    update delivery.campaign as c set seen_read = c.seen_read + ${Number(numAffectedRows)}
    where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId}`.execute(db)
  return Number(numAffectedRows)
}

/** How many of a campaign were published with a receipt, which have no reason, and how many of those were seen to be opened. */
export async function countReadings(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
): Promise<{ published: number; read: number }> {
  const { rows } = await sql<{ published: number; read: number }>`
    select coalesce((select sum(t.documents) from delivery.tally t
             where t.municipality_id = ${municipalityId} and t.campaign_id = ${campaignId}
               and t.state = any(${[...published]}) and t.reason = ''), 0)::integer as published,
           coalesce((select c.seen_read from delivery.campaign c
             where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId}), 0) as read`.execute(
    db,
  )
  return rows[0]!
}

export async function markReadStatusAsked(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  at: Date,
): Promise<void> {
  await sql`
    update delivery.campaign as c set read_status_asked_at = ${at}
    where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId}`.execute(db)
}

/** When all of a campaign was last asked about; nothing when it never was. */
export async function readStatusAskedAt(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select c.read_status_asked_at as at from delivery.campaign c
    where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId}`.execute(db)
  return rows[0]?.at ?? undefined
}

/** Documents that were seen to be opened, by the hour in Brussels in which that was heard, the first one first. */
export interface HourOfReadings {
  /** `2029-05-14 09:00`. */
  readonly hour: string
  readonly read: number
}

export async function readingsByHour(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
): Promise<HourOfReadings[]> {
  const { rows } = await sql<HourOfReadings>`
    select to_char(date_trunc('hour', r.seen_read_at at time zone 'Europe/Brussels'), 'YYYY-MM-DD HH24:MI') as hour,
           count(*)::integer as read
    from delivery.reading r
    where r.municipality_id = ${municipalityId} and r.campaign_id = ${campaignId}
    group by date_trunc('hour', r.seen_read_at at time zone 'Europe/Brussels')
    order by date_trunc('hour', r.seen_read_at at time zone 'Europe/Brussels')`.execute(db)
  return rows
}

/** How many documents of a part lie in a mailbox with a receipt, and how many of those were seen to be opened. */
export interface PartReadings {
  readonly part: number
  readonly published: number
  readonly read: number
}

/** By what the sender counts its documents by. Of single documents only those are looked up that were opened. */
export async function readingsByPart(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
): Promise<PartReadings[]> {
  await joiningWholeTables(db)
  const { rows } = await sql<PartReadings>`
    with opened as (
      select d.part, count(*)::integer as read from delivery.reading r
      join delivery.delivery d on d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
        and d.document_id = r.document_id
      where r.municipality_id = ${municipalityId} and r.campaign_id = ${campaignId} group by d.part)
    select t.part, sum(t.documents)::integer as published, coalesce(max(o.read), 0)::integer as read
    from delivery.tally t left join opened o on o.part = t.part
    where t.municipality_id = ${municipalityId} and t.campaign_id = ${campaignId}
      and t.state = any(${[...published]}) and t.reason = '' and t.documents > 0
    group by t.part order by t.part`.execute(db)
  return rows
}

/** The sealed numbers of those to whom something still goes or went, by document id, the page after `after`. */
export async function recipientsAfter(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  after: DocumentId | undefined,
  limit: number,
): Promise<{ documentId: DocumentId; recipientCipher: Buffer }[]> {
  const { rows } = await sql<{ documentId: DocumentId; recipientCipher: Buffer }>`
    select d.document_id as "documentId", d.recipient_cipher as "recipientCipher" from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
      and d.state not in ('unreachable', 'cancelled') and length(d.recipient_cipher) > 0
      and d.document_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by d.document_id limit ${limit}`.execute(db)
  return rows
}
