import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import type { SessionId } from './session-token.ts'
import type { StaffRight } from './staff.ts'

export interface NewSession {
  readonly sessionId: SessionId
  readonly staffId: StaffId
  readonly tokenSha256: Buffer
  readonly roles: readonly string[]
  readonly rights: readonly StaffRight[]
  readonly authenticatedAt: Date
  readonly startedAt: Date
  readonly endsAt: Date
  readonly authority?: string | null | undefined
}

export async function insertSession(
  db: Db,
  municipalityId: MunicipalityId,
  session: NewSession,
): Promise<void> {
  await sql`insert into municipalities.staff_session (municipality_id, session_id, staff_id, token_sha256, roles,
              rights, authenticated_at, started_at, last_seen_at, ends_at, authority)
            values (${municipalityId}, ${session.sessionId}, ${session.staffId}, ${session.tokenSha256},
                    ${[...session.roles]}::text[], ${[...session.rights]}::text[], ${session.authenticatedAt},
                    ${session.startedAt}, ${session.startedAt}, ${session.endsAt},
                    ${session.authority ?? null})`.execute(db)
}

export interface StoredSession extends NewSession {
  readonly name: string
  readonly lastSeenAt: Date
  readonly endedAt: Date | null
  /** The person left. */
  readonly staffEndedAt: Date | null
  /** What its authority was granted here was taken back. */
  readonly isGrantGone: boolean
}

export async function selectSession(
  db: Db,
  municipalityId: MunicipalityId,
  sessionId: SessionId,
): Promise<StoredSession | undefined> {
  const { rows } = await sql<StoredSession>`
    select x.session_id as "sessionId", x.staff_id as "staffId", x.token_sha256 as "tokenSha256", x.roles, x.rights,
           x.authenticated_at as "authenticatedAt", x.started_at as "startedAt", x.last_seen_at as "lastSeenAt",
           x.ends_at as "endsAt", x.ended_at as "endedAt", s.name, s.ended_at as "staffEndedAt", x.authority,
           (x.authority is not null and not exists (
             select from platform.authority_grant g
             where g.municipality_id = x.municipality_id and g.authority = x.authority)) as "isGrantGone"
    from municipalities.staff_session x
    join municipalities.staff s on s.municipality_id = x.municipality_id and s.staff_id = x.staff_id
    where x.municipality_id = ${municipalityId} and x.session_id = ${sessionId}`.execute(db)
  return rows[0]
}

export async function touchSession(
  db: Db,
  municipalityId: MunicipalityId,
  sessionId: SessionId,
  at: Date,
): Promise<void> {
  await sql`update municipalities.staff_session set last_seen_at = ${at}
            where municipality_id = ${municipalityId} and session_id = ${sessionId}`.execute(db)
}

/** Ends what is not over yet; answers how many sessions that were. */
export async function markSessionsEnded(
  db: Db,
  municipalityId: MunicipalityId,
  which: { sessionId: SessionId } | { staffId: StaffId },
  at: Date,
): Promise<number> {
  const chosen =
    'staffId' in which ? sql`x.staff_id = ${which.staffId}` : sql`x.session_id = ${which.sessionId}`
  const { numAffectedRows } = await sql`
    update municipalities.staff_session x set ended_at = ${at}
    where x.municipality_id = ${municipalityId} and ${chosen} and x.ended_at is null`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** Sessions that nobody can use any more, and what was kept for people who did not come back. */
export async function sweepSessions(db: Db, municipalityId: MunicipalityId, before: Date): Promise<void> {
  await sql`delete from municipalities.staff_session x
            where x.municipality_id = ${municipalityId} and x.ends_at < ${before}`.execute(db)
  await sql`delete from municipalities.kept_form k
            where k.municipality_id = ${municipalityId} and k.kept_at < ${before}`.execute(db)
}

/** When somebody of the municipalities of this scope came in last by a login; absent when nobody ever did. */
export async function selectLastLogin(db: Db): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(s.started_at) as at from municipalities.staff_session s`.execute(db)
  return rows[0]?.at ?? undefined
}
