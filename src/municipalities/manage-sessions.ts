import { timingSafeEqual } from 'node:crypto'
import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import { minutesLater, type Session, type SessionLimits } from './session.ts'
import { markSessionsEnded, type StoredSession, selectSession, touchSession } from './session-store.ts'
import { readSessionToken, type SessionClaim, type SessionId } from './session-token.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

export type SessionFound =
  | { readonly is: 'running'; readonly session: Session }
  /** It was somebody's, and is over: what they had typed can be kept for them. */
  | { readonly is: 'over'; readonly municipalityId: MunicipalityId; readonly staffId: StaffId }
  | { readonly is: 'none' }

/** Seen at most this often, so that a page with ten pictures writes once. */
const millisecondsBetweenNotes = 30_000

/**
 * Whose session a token is. Looked up inside its own municipality, compared by hash in constant time. What a page asks by
 * itself (`isPassive`) does not make the session last longer.
 */
export async function findSession(
  { database, clock }: Deps,
  token: string,
  { isPassive = false, ...limits }: SessionLimits & { readonly isPassive?: boolean },
): Promise<SessionFound> {
  const claim = readSessionToken(token)
  if (!claim) return { is: 'none' }
  return database.inScope(staffOf(claim.municipalityId), async (db) => {
    const stored = await selectSession(db, claim.municipalityId, claim.sessionId)
    if (!stored || !timingSafeEqual(stored.tokenSha256, claim.tokenSha256)) return { is: 'none' }
    const now = clock.now()
    if (isOver(stored, now, limits))
      return { is: 'over', municipalityId: claim.municipalityId, staffId: stored.staffId }
    if (isPassive)
      return {
        is: 'running',
        session: toSession(claim, stored, minutesLater(stored.lastSeenAt, limits.idle)),
      }
    if (now.getTime() - stored.lastSeenAt.getTime() > millisecondsBetweenNotes)
      await touchSession(db, claim.municipalityId, claim.sessionId, now)
    return { is: 'running', session: toSession(claim, stored, minutesLater(now, limits.idle)) }
  })
}

function isOver(
  { endedAt, staffEndedAt, isGrantGone, endsAt, lastSeenAt }: StoredSession,
  now: Date,
  limits: SessionLimits,
) {
  const isEnded = isGrantGone || Boolean(endedAt || staffEndedAt)
  return isEnded || endsAt <= now || minutesLater(lastSeenAt, limits.idle) <= now
}

function toSession(
  { municipalityId, sessionId }: SessionClaim,
  stored: StoredSession,
  idleUntil: Date,
): Session {
  const { staffId, name, rights, roles, authenticatedAt, endsAt, authority } = stored
  return {
    ...{ sessionId, municipalityId, roles, authenticatedAt, endsAt },
    ...(authority && { authority }),
    staff: { staffId, municipalityId, name, rights },
    idleUntil: idleUntil < endsAt ? idleUntil : endsAt,
  }
}

/** Ends one session: whoever has its cookie can do nothing with it any more. */
export async function endSession(
  { database, clock }: Deps,
  { municipalityId, sessionId, by }: { municipalityId: MunicipalityId; sessionId: SessionId; by: StaffId },
): Promise<void> {
  await database.inScope(staffOf(municipalityId), async (db) => {
    if ((await markSessionsEnded(db, municipalityId, { sessionId }, clock.now())) === 0) return
    await recordAudit(db, { municipalityId, actor: by, action: 'staff.logged-out', subject: sessionId })
  })
}

/** Ends every session of a person at once. Answers how many there were. */
export async function endSessionsOf(
  { database, clock }: Deps,
  { municipalityId, staffId, by }: { municipalityId: MunicipalityId; staffId: StaffId; by: string },
): Promise<number> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const count = await markSessionsEnded(db, municipalityId, { staffId }, clock.now())
    const event = { municipalityId, actor: by, action: 'staff.sessions-ended', subject: staffId }
    await recordAudit(db, { ...event, details: { count } })
    return count
  })
}
