import { recordAudit, recordAuditAtMost } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { sha256 } from '../platform/hash.ts'
import type { Identity } from '../platform/identity.ts'
import { type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { selectMunicipalityOf } from './municipality-store.ts'
import { isStaffRole, rightsOf, type StaffRole } from './roles.ts'
import { minutesLater, type SessionLimits } from './session.ts'
import { insertSession, sweepSessions } from './session-store.ts'
import { makeSessionToken, type SessionId } from './session-token.ts'
import { insertIdentity, keepLoginRights, linkIdentity, lockIdentity } from './staff-store.ts'

export interface LogInFacts {
  readonly identity: Identity
  readonly limits: SessionLimits
  /** Enterprise number of whoever runs the installation: only there the operator's role counts. */
  readonly operator?: string | undefined
  /** An invented person; the database of a production installation refuses them. */
  readonly isDemo?: boolean
}

/** `no-access`: not from here, or without a role. Which of the two it is, is nobody else's business. */
type NotIn = 'no-access' | 'ended'

const localAuthority = 'LB'
const mostRefusalsPerMinute = 30

/**
 * Starts a session for whoever comes from the login service with a role of a municipality of this installation. The
 * first time a person comes, a row of the staff is made for them. The token is in the answer and nowhere else.
 */
export async function logIn(
  { database, clock }: { database: Database; clock: Clock },
  { identity, limits, operator, isDemo = false }: LogInFacts,
): Promise<Result<{ token: string; municipalityId: MunicipalityId; staffId: StaffId }, NotIn>> {
  const { organisation, targetGroup } = identity
  if (targetGroup !== localAuthority || !organisation) return refused('no-access')
  const municipality = await database.inScope({ directory: true }, (db) =>
    selectMunicipalityOf(db, organisation),
  )
  if (!municipality) return refused('no-access')
  const { municipalityId } = municipality
  const roles = rolesAt(identity, organisation).filter(
    (role) => role !== 'uitbater' || organisation === operator,
  )
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (roles.length === 0) return turnAway(db, municipalityId, 'no-access')
    const { staffId, endedAt } = await knownAs(db, municipalityId, { ...identity, isDemo })
    if (endedAt) return turnAway(db, municipalityId, 'ended', staffId)
    const now = clock.now()
    await sweepSessions(db, municipalityId, minutesLater(now, -24 * 60))
    const sessionId = newId<SessionId>()
    const token = makeSessionToken(municipalityId, sessionId)
    const rights = rightsOf(roles)
    await keepLoginRights(db, municipalityId, staffId, rights)
    await insertSession(db, municipalityId, {
      ...{ sessionId, staffId, roles, rights, startedAt: now },
      tokenSha256: sha256(token),
      authenticatedAt: identity.authenticatedAt ?? new Date(0),
      endsAt: minutesLater(now, limits.whole),
    })
    const event = { municipalityId, actor: staffId, action: 'staff.logged-in', subject: sessionId }
    await recordAudit(db, { ...event, details: { roles } })
    return { ok: true, token, municipalityId, staffId }
  })
}

function rolesAt({ roles }: Identity, organisation: string): StaffRole[] {
  const here = roles.filter(({ organisations }) => organisations.includes(organisation))
  return [...new Set(here.map(({ role }) => role))].filter(isStaffRole)
}

/**
 * The one row of this person. Who was added by hand before and comes with the same address is that person, so that
 * nobody becomes two.
 */
async function knownAs(
  db: Db,
  municipalityId: MunicipalityId,
  identity: Identity & { isDemo: boolean },
): Promise<{ staffId: StaffId; endedAt: Date | null }> {
  const known = await lockIdentity(db, municipalityId, identity)
  if (known) return known
  const email = identity.email?.trim().toLowerCase()
  const linked = email && (await linkIdentity(db, municipalityId, { ...identity, email }))
  if (linked) {
    await recordAudit(db, {
      municipalityId,
      actor: linked.staffId,
      action: 'staff.linked',
      subject: linked.staffId,
    })
    return linked
  }
  const staffId = newId<StaffId>()
  const person = { ...identity, staffId, email }
  if (!(await insertIdentity(db, municipalityId, person))) {
    const meanwhile = await lockIdentity(db, municipalityId, identity)
    if (meanwhile) return meanwhile
    // Some services give colleagues one address: the first of them keeps it.
    await insertIdentity(db, municipalityId, { ...person, email: undefined })
  }
  const event = { municipalityId, actor: staffId, action: 'staff.added', subject: staffId }
  await recordAudit(db, { ...event, details: { by: 'login' } })
  return { staffId, endedAt: null }
}

async function turnAway(db: Db, municipalityId: MunicipalityId, because: NotIn, staffId?: StaffId) {
  await recordAuditAtMost(db, mostRefusalsPerMinute, {
    ...{ municipalityId, actor: staffId ?? 'unknown', action: 'staff.login-refused', details: { because } },
    ...(staffId && { subject: staffId }),
  })
  return refused(because)
}
