import type { Division } from './division.ts'
import type { Tier } from './legal-order.ts'
import { seatInOrder } from './seat-in-order.ts'
import type { ListedPerson } from './seating.ts'

/** Somebody whom the law gives a seat, or who is one of those of whom it gives some a seat. */
export interface Member {
  readonly person: ListedPerson
  /** Where they could sit while everybody has a seat. */
  readonly start: number | undefined
  /** From 1, the same for people between whom the law makes no difference. */
  readonly position: number
  readonly of: number
  /** People before them for whom no seat was left in which they may sit. */
  readonly othersDidNotFit: number
}

export interface Members extends Pick<Division, 'groups'> {
  readonly members: readonly Member[]
}

/** Whom the law gives the seats: as many of the first tier as fit together, then of the second. */
export function whoSits(
  tiers: readonly Tier[],
  mayOpen: (person: ListedPerson) => readonly number[],
  capacity: readonly number[],
): Members {
  const starts = seatInOrder(
    tiers.flat().map((person) => mayOpen(person)),
    capacity,
  )
  const members: Member[] = []
  const groups: { people: number[]; seated: number }[] = []
  let before = 0
  let unseated = 0
  for (const tier of tiers) {
    const ofTier = starts.slice(before, before + tier.length)
    const seated = ofTier.filter((start) => start !== undefined).length
    const first = members.length
    if (seated > 0)
      for (const [at, person] of tier.entries())
        members.push({
          person,
          start: ofTier[at],
          position: before + 1,
          of: starts.length,
          othersDidNotFit: unseated,
        })
    if (seated > 0 && seated < tier.length) groups.push({ people: tier.map((_, at) => first + at), seated })
    before += tier.length
    unseated += tier.length - seated
  }
  return { members, groups }
}
