import { recordAudit } from '../platform/audit.ts'
import type { Db } from '../platform/db/database.ts'
import { sha256 } from '../platform/hash.ts'
import { type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { minutesLater } from './session.ts'
import { insertSession, sweepSessions } from './session-store.ts'
import { makeSessionToken, type SessionId } from './session-token.ts'
import type { StaffRight } from './staff.ts'
import { keepLoginRights } from './staff-store.ts'

export interface SessionToBegin {
  readonly municipalityId: MunicipalityId
  readonly staffId: StaffId
  readonly roles: readonly string[]
  readonly rights: readonly StaffRight[]
  readonly authenticatedAt: Date
  readonly endsAt: Date
  /** Of who comes for a court or main bureau: its enterprise number. */
  readonly authority?: string | undefined
}

/** A session in the caller's transaction. The token is in the answer and nowhere else. */
export async function beginSession(db: Db, session: SessionToBegin, now: Date): Promise<string> {
  const { municipalityId, staffId, roles, rights, authority } = session
  await sweepSessions(db, municipalityId, minutesLater(now, -24 * 60))
  const sessionId = newId<SessionId>()
  const token = makeSessionToken(municipalityId, sessionId)
  await keepLoginRights(db, municipalityId, staffId, rights)
  await insertSession(db, municipalityId, {
    ...{ ...session, sessionId, startedAt: now, tokenSha256: sha256(token) },
  })
  const event = { municipalityId, actor: staffId, action: 'staff.logged-in', subject: sessionId }
  await recordAudit(db, { ...event, details: { roles, ...(authority && { organisation: authority }) } })
  return token
}
