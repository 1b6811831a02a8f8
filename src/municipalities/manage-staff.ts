import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database, Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { violatedConstraint } from '../platform/db/violation.ts'
import { type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { markSessionsEnded } from './session-store.ts'
import { areTwoPeople, type StaffMember, type StaffRight } from './staff.ts'
import {
  insertStaff,
  lockStaffMember,
  markEnded,
  markRevoked,
  selectStaff,
  updateRights,
} from './staff-store.ts'

interface NewStaff {
  readonly municipalityId: MunicipalityId
  readonly email: string
  readonly name: string
  readonly rights: readonly StaffRight[]
  /** Invented person of the demonstration; the database refuses one in a production installation. */
  readonly isDemo?: boolean
  readonly by: string
}

/** Adds a person. The same address twice is refused: a second row would let one person act as two. */
export async function addStaff(
  { database }: { database: Database },
  { municipalityId, by, ...facts }: NewStaff,
): Promise<Result<{ staffId: StaffId }, 'already-works-here' | 'demo-in-production'>> {
  const staffId = newId<StaffId>()
  const isDemo = facts.isDemo ?? false
  const email = facts.email.trim().toLowerCase()
  try {
    await database.inScope(staffOf(municipalityId), async (db) => {
      await insertStaff(db, {
        municipalityId,
        staffId,
        email,
        name: facts.name,
        rights: facts.rights,
        isDemo,
      })
      const event = { municipalityId, actor: by, action: 'staff.added', subject: staffId }
      await recordAudit(db, { ...event, details: { rights: facts.rights, isDemo } })
    })
  } catch (error) {
    if (violatedConstraint(error, 'unique') === 'staff_municipality_id_email_key')
      return refused('already-works-here', email)
    if (isDemo && violatedConstraint(error, 'check') === '') return refused('demo-in-production')
    throw error
  }
  return { ok: true, staffId }
}

export async function listStaff(
  { database }: { database: Database },
  { municipalityId }: { municipalityId: MunicipalityId },
): Promise<StaffMember[]> {
  return database.inScope(staffOf(municipalityId), (db) => selectStaff(db, municipalityId))
}

/** Whether these two of the staff are certainly two people: see `areTwoPeople`. */
export async function areKnownAsTwo(
  db: Db,
  municipalityId: MunicipalityId,
  one: StaffId,
  other: StaffId,
): Promise<boolean> {
  const people = await selectStaff(db, municipalityId)
  const [first, second] = [one, other].map((id) => people.find(({ staffId }) => staffId === id))
  return Boolean(first && second && areTwoPeople(first, second))
}

export async function changeRights(
  { database }: { database: Database },
  facts: { municipalityId: MunicipalityId; staffId: StaffId; rights: readonly StaffRight[]; by: string },
): Promise<Result<object, 'unknown-staff' | 'ended'>> {
  const { municipalityId, staffId, rights, by } = facts
  return database.inScope(staffOf(municipalityId), async (db) => {
    const member = await lockStaffMember(db, municipalityId, staffId)
    if (!member) return refused('unknown-staff')
    if (member.endedAt) return refused('ended')
    await updateRights(db, municipalityId, staffId, rights)
    const event = { municipalityId, actor: by, action: 'staff.rights-changed', subject: staffId }
    await recordAudit(db, { ...event, details: { before: member.rights, after: rights } })
    return { ok: true }
  })
}

/** Someone leaves: all their credentials and sessions stop at once. The row stays, for the events it stands in. */
export async function endStaff(
  { database, clock }: { database: Database; clock: Clock },
  { municipalityId, staffId, by }: { municipalityId: MunicipalityId; staffId: StaffId; by: string },
): Promise<Result<{ credentialsRevoked: number }, 'unknown-staff' | 'ended'>> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const member = await lockStaffMember(db, municipalityId, staffId)
    if (!member) return refused('unknown-staff')
    if (member.endedAt) return refused('ended')
    await markEnded(db, municipalityId, staffId, clock.now())
    const credentialsRevoked = await markRevoked(db, municipalityId, { staffId }, clock.now())
    await markSessionsEnded(db, municipalityId, { staffId }, clock.now())
    const event = { municipalityId, actor: by, action: 'staff.ended', subject: staffId }
    await recordAudit(db, { ...event, details: { credentialsRevoked } })
    return { ok: true, credentialsRevoked }
  })
}
