import {
  type Deputy,
  deputiesOn,
  deputisedRight,
  isKnownToDo,
  listDeputies,
  listStaff,
  neededOfDeputy,
  type StaffMember,
} from '../../municipalities/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { type Desk, inOwnScope } from '../desk.ts'

export type DeputyState = 'now' | 'later' | 'over' | 'ended' | 'idle'

export interface ShownDeputy extends Deputy {
  readonly deputyName: string
  readonly absentName: string
  readonly namedByName: string
  readonly state: DeputyState
}

export interface KnownPeople {
  /** Who had the right to release at their last login, or by hand. */
  readonly releasers: readonly StaffMember[]
  /** Who could stand in for them, and does not release already. */
  readonly candidates: readonly StaffMember[]
  /** Newest first. */
  readonly deputies: readonly ShownDeputy[]
  /** As a choice shows it: with the address where two have one name. */
  readonly labelOf: (member: StaffMember) => string
}

/** Who releases, who stands in, and who could. */
export async function knownPeople(desk: Desk): Promise<KnownPeople> {
  const { municipalityId, staffId } = desk.staff
  const today = dayInBelgium(desk.deps.clock.now())
  const staff = await listStaff(desk.deps, { municipalityId })
  const counting = await inOwnScope(desk, (db) => deputiesOn(db, municipalityId, today))
  const nameOf = (id: string) => staff.find((one) => one.staffId === id)?.name ?? '–'
  const stateOf = (one: Deputy): DeputyState => {
    if (one.endedAt) return 'ended'
    if (one.until < today) return 'over'
    if (one.from > today) return 'later'
    return counting.some(({ deputyId }) => deputyId === one.deputyId) ? 'now' : 'idle'
  }
  const working = staff.filter(({ endedAt }) => !endedAt)
  const releasers = working.filter((one) => isKnownToDo(one, deputisedRight))
  return {
    releasers,
    candidates: working.filter(
      (one) =>
        one.staffId !== staffId &&
        !releasers.includes(one) &&
        neededOfDeputy.every((right) => isKnownToDo(one, right)),
    ),
    deputies: (await listDeputies(desk.deps, { municipalityId })).map((one) => ({
      ...one,
      deputyName: nameOf(one.deputy),
      absentName: nameOf(one.absent),
      namedByName: nameOf(one.namedBy),
      state: stateOf(one),
    })),
    labelOf: ({ name, email }) =>
      email && working.filter((one) => one.name === name).length > 1 ? `${name} (${email})` : name,
  }
}
