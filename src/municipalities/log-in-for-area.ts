import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { Identity } from '../platform/identity.ts'
import type { MunicipalityId, StaffId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { beginSession } from './begin-session.ts'
import { knownAs } from './known-as.ts'
import { endSession } from './manage-sessions.ts'
import type { Municipality } from './municipality.ts'
import { selectMunicipalities } from './municipality-store.ts'
import { authorityRights, authorityRolesIn } from './roles.ts'
import { minutesLater, type Session, type SessionLimits } from './session.ts'
import type { Staff } from './staff.ts'
import { selectIdentity } from './staff-store.ts'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

type Entered = { token: string; municipalityId: MunicipalityId; staffId: StaffId }

/** The municipalities in which something is granted to this court or main bureau, by name. */
export function areaOf(
  { database }: Pick<Deps, 'database'>,
  enterpriseNumber: string,
): Promise<Municipality[]> {
  return database.inScope({ authority: enterpriseNumber }, selectMunicipalities)
}

/**
 * Starts a session for who comes from a court or a main bureau, in the first municipality of its area, or where they were before they
 * proved again who they are; from there they go to the others. Never linked by mail address to somebody of the municipality: they are not its staff.
 */
export async function logInForArea(
  { database, clock }: Deps,
  {
    identity,
    organisation,
    limits,
    isDemo,
    wasIn,
  }: {
    identity: Identity
    organisation: string
    limits: SessionLimits
    isDemo: boolean
    wasIn: MunicipalityId | undefined
  },
): Promise<Result<Entered, 'no-access' | 'ended'>> {
  if (!/^\d{10}$/.test(organisation)) return refused('no-access')
  const roles = authorityRolesIn(identity, organisation)
  const area = roles.length > 0 ? await areaOf({ database }, organisation) : []
  const first = area.find(({ municipalityId }) => municipalityId === wasIn) ?? area[0]
  if (!first) return refused('no-access')
  const { issuer, subject, name, authenticatedAt = new Date(0) } = identity
  return enter({ database, clock }, first.municipalityId, {
    person: { issuer, subject, name, isDemo },
    session: { roles, authenticatedAt, endsAt: minutesLater(clock.now(), limits.whole) },
    authority: organisation,
  })
}

/** From one municipality of the area to another: a new session, as long as the one before would have lasted. */
export async function changeMunicipality(
  deps: Deps,
  { session, slug }: { session: Session; slug: string },
): Promise<Result<Entered, 'no-access' | 'ended'>> {
  const { authority, municipalityId, staff, roles, authenticatedAt, endsAt } = session
  const area = authority ? await areaOf(deps, authority) : []
  const there = area.find((one) => one.slug === slug)
  const person = await deps.database.inScope(staffOf(municipalityId), (db) =>
    selectIdentity(db, municipalityId, staff.staffId),
  )
  if (!authority || !there || !person) return refused('no-access')
  const entered = await enter(deps, there.municipalityId, {
    ...{ person, authority, session: { roles, authenticatedAt, endsAt } },
  })
  if (entered.ok) await endSession(deps, { ...session, by: staff.staffId })
  return entered
}

/**
 * Who is logged in for a court or main bureau, as somebody of another municipality of the area: what they do there is written down there,
 * under their name. Absent when that municipality is not, or no longer, granted.
 */
export async function staffInArea(
  { database }: Pick<Deps, 'database'>,
  { session, municipalityId }: { session: Session; municipalityId: MunicipalityId },
): Promise<Staff | undefined> {
  const { authority, staff } = session
  const area = authority ? await areaOf({ database }, authority) : []
  if (!area.some((one) => one.municipalityId === municipalityId)) return undefined
  if (municipalityId === session.municipalityId) return staff
  const person = await database.inScope(staffOf(session.municipalityId), (db) =>
    selectIdentity(db, session.municipalityId, staff.staffId),
  )
  if (!person) return undefined
  return database.inScope(staffOf(municipalityId), async (db) => {
    const { staffId, endedAt } = await knownAs(db, municipalityId, person)
    return endedAt ? undefined : { staffId, municipalityId, name: staff.name, rights: authorityRights }
  })
}

interface Entering {
  readonly person: { issuer: string; subject: string; name: string; isDemo: boolean }
  readonly session: Pick<Session, 'roles' | 'authenticatedAt' | 'endsAt'>
  readonly authority: string
}

function enter(
  { database, clock }: Deps,
  municipalityId: MunicipalityId,
  { person, session, authority }: Entering,
): Promise<Result<Entered, 'ended'>> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const { staffId, endedAt } = await knownAs(db, municipalityId, person)
    if (endedAt) return refused('ended')
    const begun = { ...session, municipalityId, staffId, authority, rights: authorityRights }
    const token = await beginSession(db, begun, clock.now())
    return { ok: true, token, municipalityId, staffId }
  })
}
