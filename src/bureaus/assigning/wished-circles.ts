import type { SeatRole } from '../bureau-rules.ts'
import type { Circle } from './division.ts'
import { givesExperience, type Hall, hasExperience } from './hall.ts'
import type { OpenBureau } from './open-seats.ts'
import type { SoftWishes } from './seating.ts'
import type { Member } from './who-sits.ts'

/** The wishes that speak of more than one person: experience in each bureau, households apart. */
export function circlesOf(
  { experience = 0, household = 0 }: SoftWishes,
  role: SeatRole,
  members: readonly Member[],
  open: readonly OpenBureau[],
  hall: Hall,
): Circle[] {
  return [
    ...(experience > 0 && givesExperience(role) ? [experienceIn(experience, members, open, hall)] : []),
    ...(household > 0 ? householdsApart(household, members, open, hall) : []),
  ]
}

function experienceIn(penalty: number, members: readonly Member[], open: readonly OpenBureau[], hall: Hall) {
  return {
    penalty,
    people: members.flatMap(({ person }, at) => (person.experienced ? [at] : [])),
    least: open.map(({ bureau }) => (hasExperience(hall.sitting.get(bureau.id)!) ? 0 : 1)),
  }
}

function householdsApart(
  penalty: number,
  members: readonly Member[],
  open: readonly OpenBureau[],
  { sitting }: Hall,
): Circle[] {
  const households = Map.groupBy(members.keys(), (at) => members[at]!.person.household)
  return [...households]
    .filter(([household, people]) => household !== undefined && people.length > 1)
    .map(([household, people]) => ({
      penalty,
      people,
      // Where one of them sits already, each who comes has paid for it by themselves.
      most: open.map(({ bureau }) =>
        sitting.get(bureau.id)!.some(({ person }) => person.household === household)
          ? Number.POSITIVE_INFINITY
          : 1,
      ),
    }))
}
