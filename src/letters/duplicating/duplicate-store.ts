import { sql } from 'kysely'
import type { DuplicateReason } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { CampaignId, DocumentId, ElectionId, LetterId, MunicipalityId } from '../../platform/ids.ts'
import type { Duplicate, DuplicateChannel } from './duplicate.ts'

/** Duplicates of one letter are issued one after the other: held until the transaction ends. Answers the next number. */
export async function lockNextNumber(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  letterId: LetterId,
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('duplicate ' || ${letterId}::text, 0))`.execute(db)
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(d.number), 0) + 1 as next from letters.duplicate d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId} and d.letter_id = ${letterId}`.execute(
    db,
  )
  return rows[0]!.next
}

export async function insertDuplicate(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  duplicate: Duplicate & { readonly pdf: Uint8Array | undefined; readonly requestId: string | undefined },
): Promise<void> {
  await sql`insert into letters.duplicate (municipality_id, election_id, duplicate_id, letter_id, number, channel,
      reason, identity, mark, pdf_sha256, pdf, issued_at, issued_by, request_id)
    values (${municipalityId}, ${electionId}, ${duplicate.duplicateId}, ${duplicate.letterId}, ${duplicate.number},
      ${duplicate.channel}, ${duplicate.reason}, ${duplicate.identity}, ${duplicate.mark}, ${duplicate.pdfSha256},
      ${duplicate.pdf ? Buffer.from(duplicate.pdf) : null}, ${duplicate.issuedAt}, ${duplicate.issuedBy},
      ${duplicate.requestId ?? null})`.execute(db)
}

/** What a request issued before, if it did. */
export async function duplicateOfRequest(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  request: { letterId: LetterId; channel: DuplicateChannel; requestId: string },
): Promise<{ duplicateId: DocumentId; number: number } | undefined> {
  const { rows } = await sql<{ duplicateId: DocumentId; number: number }>`
    select d.duplicate_id as "duplicateId", d.number from letters.duplicate d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
      and d.letter_id = ${request.letterId} and d.channel = ${request.channel}
      and d.request_id = ${request.requestId}`.execute(db)
  return rows[0]
}

/** How many of this letter this person issued since that moment. */
export async function countIssuedBy(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  issued: { letterId: LetterId; by: string; since: Date },
): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::integer as many from letters.duplicate d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
      and d.letter_id = ${issued.letterId} and d.issued_by = ${issued.by}
      and d.issued_at >= ${issued.since}`.execute(db)
  return rows[0]!.many
}

const columns = sql`d.duplicate_id as "duplicateId", d.letter_id as "letterId", d.number, d.channel, d.reason,
  d.identity, d.mark, d.pdf_sha256 as "pdfSha256", d.issued_at as "issuedAt", d.issued_by as "issuedBy"`

/** Duplicates of these letters, the first ones first. */
export async function duplicatesOf(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  letters: readonly LetterId[],
): Promise<Duplicate[]> {
  const { rows } = await sql<Duplicate>`
    select ${columns} from letters.duplicate d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
      and d.letter_id = any(${letters}::uuid[])
    order by d.issued_at, d.number`.execute(db)
  return rows
}

/** Duplicates by id, with the bytes of those that did not fit their plate. */
export async function duplicatesById(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  ids: readonly DocumentId[],
): Promise<(Duplicate & { readonly pdf: Buffer | null })[]> {
  const { rows } = await sql<Duplicate & { pdf: Buffer | null }>`
    select ${columns}, d.pdf from letters.duplicate d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
      and d.duplicate_id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** How many were issued, by channel. */
export async function countDuplicates(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
): Promise<{ printed: number; sent: number }> {
  const { rows } = await sql<{ printed: number; sent: number }>`
    select count(*) filter (where d.channel = 'print')::integer as printed,
      count(*) filter (where d.channel = 'mailbox')::integer as sent
    from letters.duplicate d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}`.execute(db)
  return rows[0]!
}

export interface DuplicateCount {
  readonly reason: DuplicateReason
  readonly channel: DuplicateChannel
  readonly total: number
  /** Of these, since the moment asked for. */
  readonly since: number
}

/** How many were issued, by reason and channel, and how many of them since that moment. */
export async function countByReason(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  since: Date,
): Promise<DuplicateCount[]> {
  const { rows } = await sql<DuplicateCount>`
    select d.reason, d.channel, count(*)::integer as total,
      count(*) filter (where d.issued_at >= ${since})::integer as since
    from letters.duplicate d
    where d.municipality_id = ${municipalityId} and d.election_id = ${electionId}
    group by d.reason, d.channel`.execute(db)
  return rows
}

/** Two counters that send the first duplicate at once open its campaign once: held until the transaction ends. */
export async function lockCampaign(db: Db, campaignId: CampaignId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('campaign ' || ${campaignId}::text, 0))`.execute(db)
}
