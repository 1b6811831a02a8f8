import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export interface StoredSession {
  readonly personSealed: Buffer
  readonly lastSeenAt: Date
  readonly endsAt: Date
}

export async function insertSession(
  db: Db,
  tokenSha256: Buffer,
  { personSealed, lastSeenAt: startedAt, endsAt }: StoredSession,
): Promise<void> {
  await sql`insert into portal.citizen_session (token_sha256, person_sealed, started_at, last_seen_at, ends_at)
            values (${tokenSha256}, ${personSealed}, ${startedAt}, ${startedAt}, ${endsAt})`.execute(db)
  await sql`select portal.sweep_citizen_sessions()`.execute(db)
}

export async function selectSession(db: Db, tokenSha256: Buffer): Promise<StoredSession | undefined> {
  const { rows } = await sql<StoredSession>`
    select s.person_sealed as "personSealed", s.last_seen_at as "lastSeenAt", s.ends_at as "endsAt"
    from portal.citizen_session s where s.token_sha256 = ${tokenSha256}`.execute(db)
  return rows[0]
}

export async function touchSession(db: Db, tokenSha256: Buffer, at: Date): Promise<void> {
  await sql`update portal.citizen_session set last_seen_at = ${at}
            where token_sha256 = ${tokenSha256}`.execute(db)
}

export async function deleteSession(db: Db, tokenSha256: Buffer): Promise<void> {
  await sql`delete from portal.citizen_session where token_sha256 = ${tokenSha256}`.execute(db)
}

/** Takes it away and answers what it held, once: of two who ask at the same moment one gets nothing. */
export async function takeSession(
  db: Db,
  tokenSha256: Buffer,
): Promise<Pick<StoredSession, 'personSealed' | 'endsAt'> | undefined> {
  const { rows } = await sql<Pick<StoredSession, 'personSealed' | 'endsAt'>>`
    delete from portal.citizen_session s where s.token_sha256 = ${tokenSha256}
    returning s.person_sealed as "personSealed", s.ends_at as "endsAt"`.execute(db)
  return rows[0]
}
