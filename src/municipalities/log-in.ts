import { recordAuditAtMost } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { Identity } from '../platform/identity.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { beginSession } from './begin-session.ts'
import { findIssuer } from './find-municipality.ts'
import { knownAs } from './known-as.ts'
import { logInForArea } from './log-in-for-area.ts'
import { isStaffRole, rightsOf, type StaffRole } from './roles.ts'
import { minutesLater, type SessionLimits } from './session.ts'

export interface LogInFacts {
  readonly identity: Identity
  readonly limits: SessionLimits
  /** Enterprise number of whoever runs the installation: only there the operator's role counts. */
  readonly operator?: string | undefined
  /** An invented person; the database of a production installation refuses them. */
  readonly isDemo?: boolean
  /** Where they were logged in until now: who comes for an area proves again who they are, and stays there. */
  readonly wasIn?: MunicipalityId | undefined
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
  { identity, limits, operator, isDemo = false, wasIn }: LogInFacts,
): Promise<Result<{ token: string; municipalityId: MunicipalityId; staffId: StaffId }, NotIn>> {
  const { organisation, targetGroup } = identity
  if (!organisation) return refused('no-access')
  const municipality = await findIssuer(database, organisation)
  if (!municipality)
    return logInForArea({ database, clock }, { identity, organisation, limits, isDemo, wasIn })
  if (targetGroup !== localAuthority) return refused('no-access')
  const { municipalityId } = municipality
  const roles = rolesAt(identity, organisation).filter(
    (role) => role !== 'uitbater' || organisation === operator,
  )
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (roles.length === 0) return turnAway(db, municipalityId, 'no-access')
    const { staffId, endedAt } = await knownAs(db, municipalityId, { ...identity, isDemo })
    if (endedAt) return turnAway(db, municipalityId, 'ended', staffId)
    const authenticatedAt = identity.authenticatedAt ?? new Date(0)
    const endsAt = minutesLater(clock.now(), limits.whole)
    const begun = { municipalityId, staffId, roles, rights: rightsOf(roles), authenticatedAt, endsAt }
    const token = await beginSession(db, begun, clock.now())
    return { ok: true, token, municipalityId, staffId }
  })
}

function rolesAt({ roles }: Identity, organisation: string): StaffRole[] {
  const here = roles.filter(({ organisations }) => organisations.includes(organisation))
  return [...new Set(here.map(({ role }) => role))].filter(isStaffRole)
}

async function turnAway(db: Db, municipalityId: MunicipalityId, because: NotIn, staffId?: StaffId) {
  await recordAuditAtMost(db, mostRefusalsPerMinute, {
    ...{ municipalityId, actor: staffId ?? 'unknown', action: 'staff.login-refused', details: { because } },
    ...(staffId && { subject: staffId }),
  })
  return refused(because)
}
