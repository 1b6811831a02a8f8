import { sha256 } from '../../platform/hash.ts'
import type { SeatRole } from '../bureau-rules.ts'
import type { Sitter } from './hall.ts'
import type { BureauToFill, ListedPerson, SoftWish, SoftWishes } from './seating.ts'
import { metresBetween } from './travel.ts'

/** What is known when seats of one role are filled. */
export interface Moment {
  readonly role: SeatRole
  readonly wishes: SoftWishes
  /** Bureau and role in which somebody sat before. */
  readonly satBefore: ReadonlyMap<string, { readonly bureau: string; readonly role: SeatRole }>
  /** Who sits in a bureau already. */
  readonly sitting: ReadonlyMap<string, readonly Sitter[]>
}

/** Whether one person in one bureau keeps a wish, for the wishes that they have. */
export function keptWishes(
  { role, satBefore, sitting }: Moment,
  person: ListedPerson,
  bureau: string,
): Partial<Record<SoftWish, boolean>> {
  const before = satBefore.get(person.id)
  const { chairedLast, household } = person
  return {
    ...(chairedLast && role === 'CHAIR' && { lastChair: chairedLast === bureau }),
    ...(before && { stay: before.bureau === bureau && before.role === role }),
    ...(household && {
      household: !sitting
        .get(bureau)
        ?.some((other) => other.person !== person && other.person.household === household),
    }),
  }
}

/** Metres to travel, and what the wishes are worth that are not kept there. */
export function placeCost(moment: Moment, person: ListedPerson, bureau: BureauToFill): number {
  const worth = Object.entries(keptWishes(moment, person, bureau.id)).map(([wish, kept]) =>
    kept ? 0 : (moment.wishes[wish as SoftWish] ?? 0),
  )
  return worth.reduce((sum, one) => sum + one, metresBetween(person.home, bureau.place) ?? 0)
}

/**
 * Less than a metre for all seats together: of divisions that are equally good, that one is taken of which the sum of these
 * numbers is least. They are made from the ids alone, so neither the order of the input nor the solver decides.
 */
export function tieBreakers(ids: readonly string[], bureaus: readonly string[]) {
  const people = ids.map(numberOf)
  const places = bureaus.map(numberOf)
  const levels = 12
  const unit = 2 ** -(levels + Math.ceil(Math.log2(ids.length + 1)))
  return (person: number, place: number) => {
    const mixed = Math.imul(people[person]! ^ Math.imul(places[place]!, 0x9e3779b1), 0x85ebca6b)
    return (Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> (32 - levels)) * unit
  }
}

function numberOf(id: string): number {
  return sha256(id).readInt32BE()
}
