import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './db/database.ts'
import { sha256OfJson } from './hash.ts'
import type { MunicipalityId } from './ids.ts'

/** What a person or a job did. Details never hold a name or a national number. */
export interface AuditEvent {
  readonly municipalityId: MunicipalityId
  /** A staff id, or the command or job that acted by itself. */
  readonly actor: string
  readonly action: string
  readonly subject?: string
  readonly details?: Readonly<Record<string, unknown>>
}

/** Appends an event in the caller's transaction: what is rolled back was never done. */
export async function recordAudit(db: Db, event: AuditEvent): Promise<void> {
  await sql`insert into platform.audit_event (municipality_id, actor, action, subject, details)
            values (${event.municipalityId}, ${event.actor}, ${event.action}, ${event.subject ?? null},
                    ${JSON.stringify(event.details ?? {})}::jsonb)`.execute(db)
}

/** Appends many events of one kind at once, each with a subject of its own. */
export async function recordAudits(
  db: Db,
  event: Omit<AuditEvent, 'subject' | 'details'>,
  each: readonly Required<Pick<AuditEvent, 'subject' | 'details'>>[],
): Promise<void> {
  await sql`insert into platform.audit_event (municipality_id, actor, action, subject, details)
            select ${event.municipalityId}, ${event.actor}, ${event.action}, one.subject, one.details::jsonb
            from unnest(${each.map(({ subject }) => subject)}::text[],
                        ${each.map(({ details }) => JSON.stringify(details))}::text[]) as one (subject, details)`.execute(
    db,
  )
}

/**
 * Appends an event that anybody can cause at will, at most so many of its kind a minute for each actor of a
 * municipality: nobody fills the log, nor hides by that what another does. The last of a minute says that more may have
 * been left out.
 */
export async function recordAuditAtMost(db: Db, mostPerMinute: number, event: AuditEvent): Promise<void> {
  const { municipalityId, actor, action } = event
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from platform.audit_event e
    where e.municipality_id = ${municipalityId} and e.happened_at > clock_timestamp() - interval '1 minute'
      and e.action = ${action} and e.actor = ${actor}`.execute(db)
  const left = mostPerMinute - rows[0]!.count
  if (left === 1) await recordAudit(db, { ...event, details: { ...event.details, moreLeftOut: true } })
  else if (left > 1) await recordAudit(db, event)
}

/** The newest events, newest first. */
export async function latestAuditEvents(
  db: Db,
  municipalityId: MunicipalityId,
  limit: number,
): Promise<(AuditEvent & { readonly happenedAt: Date })[]> {
  const { rows } = await sql<StoredEvent & { happened: Date }>`
    select e.happened_at as happened, e.actor, e.action, e.subject, e.details from platform.audit_event e
    where e.municipality_id = ${municipalityId} order by e.event_id desc limit ${limit}`.execute(db)
  return rows.map(({ happened, actor, action, subject, details }) => ({
    happenedAt: happened,
    municipalityId,
    actor,
    action,
    ...(subject && { subject }),
    details: details as Record<string, unknown>,
  }))
}

/** Events of one kind of the last so many minutes, by the clock of the database, newest first. */
export async function recentAuditEvents(
  db: Db,
  municipalityId: MunicipalityId,
  { action, minutes }: { action: string; minutes: number },
): Promise<{ happenedAt: Date; details: Readonly<Record<string, unknown>> }[]> {
  const { rows } = await sql<{ happenedAt: Date; details: Record<string, unknown> }>`
    select e.happened_at as "happenedAt", e.details from platform.audit_event e
    where e.municipality_id = ${municipalityId} and e.action = ${action}
      and e.happened_at > clock_timestamp() - ${minutes}::integer * interval '1 minute'
    order by e.event_id desc`.execute(db)
  return rows
}

interface StoredEvent {
  event_id: number
  happened_at: string
  actor: string
  action: string
  subject: string | null
  details: unknown
}

interface StoredSeal {
  seal_number: number
  up_to: string
  last_event_id: number
  event_count: number
  seal: Buffer
}

const settled = sql`date_trunc('minute', now()) - interval '5 minutes'`

/**
 * Seals the events of the minutes that are over, five minutes late, so that a transaction that writes its event
 * last has committed by then. Each seal hashes its events and the seal before it.
 * Returns how many events were sealed. One process at a time per municipality (a lock in the transaction).
 */
export async function sealAudit(db: Db, municipalityId: MunicipalityId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('seal ' || ${municipalityId}::text, 0))`.execute(db)
  const last = await lastSeal(db, municipalityId)
  const [upTo] = (await sql<{ at: string }>`select (${settled})::text as at`.execute(db)).rows
  const events = await eventsBetween(db, municipalityId, last?.up_to, upTo!.at)
  if (events.length === 0) return 0
  const seal = sealOver(last?.seal, events)
  await sql`insert into platform.audit_seal (municipality_id, seal_number, up_to, last_event_id, event_count, seal)
            values (${municipalityId}, ${(last?.seal_number ?? 0) + 1}, ${upTo!.at}::timestamptz,
                    ${Math.max(...events.map((event) => event.event_id))}, ${events.length}, ${seal})`.execute(
    db,
  )
  return events.length
}

/** Recomputes the chain. Answers the first seal that no longer fits its events, if there is one. */
export async function verifyAudit(
  db: Db,
  municipalityId: MunicipalityId,
): Promise<{ seals: number; broken?: number }> {
  const seals = await sql<StoredSeal>`
    select s.seal_number, s.up_to::text as up_to, s.last_event_id, s.event_count, s.seal from platform.audit_seal s
    where s.municipality_id = ${municipalityId} order by s.seal_number`.execute(db)
  let before: StoredSeal | undefined
  for (const seal of seals.rows) {
    const events = await eventsBetween(db, municipalityId, before?.up_to, seal.up_to)
    if (!sealOver(before?.seal, events).equals(seal.seal))
      return { seals: seals.rows.length, broken: seal.seal_number }
    before = seal
  }
  return { seals: seals.rows.length }
}

async function lastSeal(db: Db, municipalityId: MunicipalityId): Promise<StoredSeal | undefined> {
  const { rows } = await sql<StoredSeal>`
    select s.seal_number, s.up_to::text as up_to, s.last_event_id, s.event_count, s.seal from platform.audit_seal s
    where s.municipality_id = ${municipalityId} order by s.seal_number desc limit 1`.execute(db)
  return rows[0]
}

async function eventsBetween(
  db: Db,
  municipalityId: MunicipalityId,
  after: string | undefined,
  upTo: string,
): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select e.event_id, e.happened_at::text as happened_at, e.actor, e.action, e.subject, e.details
    from platform.audit_event e
    where e.municipality_id = ${municipalityId}
      and e.happened_at >= coalesce(${after ?? null}::timestamptz, '-infinity') and e.happened_at < ${upTo}::timestamptz
    order by e.event_id`.execute(db)
  return rows
}

function sealOver(before: Buffer | undefined, events: readonly StoredEvent[]): Buffer {
  const chain = createHash('sha256').update(before ?? Buffer.alloc(32))
  for (const event of events) chain.update(sha256OfJson(event))
  return chain.digest()
}
