import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import { dayInBelgium, isDay } from '../platform/dates.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../platform/free-text.ts'
import { type MunicipalityId, newId, type StaffId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import { type Deputy, type DeputyId, deputisedRight, mostDays, neededOfDeputy } from './deputy.ts'
import { insertDeputy, markDeputyEnded, selectDeputies } from './deputy-store.ts'
import { isKnownToDo, mayDo, type Staff } from './staff.ts'
import { lockStaffMember } from './staff-store.ts'

export interface NewDeputy {
  /** Who is absent, and has the right to release. */
  readonly absent: StaffId
  readonly deputy: StaffId
  /** First and last day, `yyyy-mm-dd`. */
  readonly from: string
  readonly until: string
  readonly reason: string
}

export type DeputyRefusal =
  | 'right-missing'
  | 'not-a-day'
  | 'period-wrong'
  | 'reason-missing'
  | 'unknown-staff'
  | 'nothing-to-deputise'
  | 'not-oneself'
  | NumberInText
  | 'deputy-sees-nothing'

/**
 * Names somebody who may release while the releaser is absent. The releaser does, or who manages the staff; nobody names
 * oneself. From a day on that is not over, for three months at most. Named again for the same days, it is named once: two
 * would have to be ended twice.
 */
export async function nameDeputy(
  { database, clock }: { database: Database; clock: Clock },
  { staff, absent, deputy, from, until, reason }: NewDeputy & { staff: Staff },
): Promise<Result<{ deputyId: DeputyId }, DeputyRefusal>> {
  const { municipalityId } = staff
  if (!mayName(staff, absent)) return refused('right-missing')
  for (const day of [from, until]) if (!isDay(day)) return refused('not-a-day', day)
  if (until < from || until < dayInBelgium(clock.now()) || daysBetween(from, until) > mostDays)
    return refused('period-wrong', `${mostDays} days at most`)
  if (reason.trim() === '') return refused('reason-missing')
  const inText = refuseNumbers(reason)
  if (inText) return inText
  if (deputy === absent || deputy === staff.staffId) return refused('not-oneself')
  return database.inScope(staffOf(municipalityId), async (db) => {
    const [away, here] = [
      await lockStaffMember(db, municipalityId, absent),
      await lockStaffMember(db, municipalityId, deputy),
    ]
    if (!away || !here || away.endedAt || here.endedAt) return refused('unknown-staff')
    if (!isKnownToDo(away, deputisedRight)) return refused('nothing-to-deputise')
    if (!neededOfDeputy.every((right) => isKnownToDo(here, right))) return refused('deputy-sees-nothing')
    const known = (await selectDeputies(db, municipalityId)).find(
      (one) => !one.endedAt && isSame(one, { absent, deputy, from, until }),
    )
    if (known) return { ok: true, deputyId: known.deputyId }
    const deputyId = newId<DeputyId & { readonly __id: 'deputy' }>() as DeputyId
    const facts = { deputyId, absent, deputy, from, until, reason, namedBy: staff.staffId }
    await insertDeputy(db, municipalityId, { ...facts, namedAt: clock.now() })
    const event = { municipalityId, actor: staff.staffId, action: 'staff.deputy-named', subject: deputy }
    await recordAudit(db, { ...event, details: { deputyId, for: absent, from, until, reason } })
    return { ok: true, deputyId }
  })
}

type Standing = Pick<NewDeputy, 'absent' | 'deputy' | 'from' | 'until'>

function isSame(one: Standing, other: Standing): boolean {
  return (['absent', 'deputy', 'from', 'until'] as const).every((field) => one[field] === other[field])
}

/** Ends it before its last day: the releaser is back. */
export async function endDeputy(
  { database, clock }: { database: Database; clock: Clock },
  { staff, deputyId }: { staff: Staff; deputyId: DeputyId },
): Promise<Result<object, 'right-missing' | 'no-such-deputy'>> {
  const { municipalityId } = staff
  return database.inScope(staffOf(municipalityId), async (db) => {
    const known = (await selectDeputies(db, municipalityId)).find((one) => one.deputyId === deputyId)
    if (!known) return refused('no-such-deputy')
    if (!mayName(staff, known.absent) && known.deputy !== staff.staffId) return refused('right-missing')
    const end = { at: clock.now(), by: staff.staffId }
    if (!(await markDeputyEnded(db, municipalityId, deputyId, end))) return refused('no-such-deputy')
    const event = {
      municipalityId,
      actor: staff.staffId,
      action: 'staff.deputy-ended',
      subject: known.deputy,
    }
    await recordAudit(db, { ...event, details: { deputyId } })
    return { ok: true }
  })
}

/** All deputies that were named, newest first. */
export function listDeputies(
  { database }: { database: Database },
  { municipalityId }: { municipalityId: MunicipalityId },
): Promise<Deputy[]> {
  return database.inScope(staffOf(municipalityId), (db) => selectDeputies(db, municipalityId))
}

function mayName(staff: Staff, absent: StaffId): boolean {
  return mayDo(staff, 'staff.manage') || (staff.staffId === absent && mayDo(staff, deputisedRight))
}

function daysBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / 86_400_000
}
