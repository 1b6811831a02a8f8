import type { SeatRole } from '../bureau-rules.ts'
import type { BureauSeat, BureauToFill, Chosen, ListedPerson, ToAssign } from './seating.ts'

/** Who sits in a bureau, and how they came there. */
export interface Sitter {
  readonly person: ListedPerson
  readonly role: SeatRole
  readonly seat: string
  /** Absent for who was set by hand or designated already. */
  readonly choice?: Choice
}

export interface Choice extends Chosen {
  readonly othersDidNotFit: number
  /** Metres to the nearest bureau where they might have sat. */
  readonly nearest: number | undefined
}

/** The bureaus while they fill. */
export interface Hall {
  /** Bureau and role in which somebody sat before. */
  readonly satBefore: ReadonlyMap<
    string,
    { readonly bureau: string; readonly role: SeatRole; readonly seat: string }
  >
  readonly sitting: ReadonlyMap<string, Sitter[]>
  /** Seats that have somebody, and people who have a seat. */
  readonly taken: Map<string, string>
  readonly seated: Set<string>
}

/** The bureaus with those in them who stay where they are. */
export function openHall({ bureaus, people, fixed = new Map(), before = new Map() }: ToAssign): Hall {
  const known = new Map(people.map((person) => [person.id, person]))
  const seats = bureaus.flatMap((bureau) => bureau.seats.map((seat) => ({ bureau, seat })))
  const hall: Hall = {
    satBefore: new Map(
      seats.flatMap(({ bureau, seat }) => {
        const person = before.get(seat.id)
        return person ? [[person, { bureau: bureau.id, role: seat.role, seat: seat.id }]] : []
      }),
    ),
    sitting: new Map(bureaus.map(({ id }) => [id, []])),
    taken: new Map(),
    seated: new Set(),
  }
  for (const { bureau, seat } of seats) {
    const person = known.get(fixed.get(seat.id) ?? '')
    if (person) sitDown(hall, bureau, seat, person)
  }
  return hall
}

export function sitDown(
  { sitting, taken, seated }: Hall,
  bureau: BureauToFill,
  { id, role }: BureauSeat,
  person: ListedPerson,
  choice?: Choice,
): void {
  sitting.get(bureau.id)!.push({ person, role, seat: id, ...(choice && { choice }) })
  taken.set(id, person.id)
  seated.add(person.id)
}

/** Whether somebody who sat before counts as the experience of a bureau: among those who run it, from its opening on. */
export function givesExperience(role: SeatRole): boolean {
  return role === 'CHAIR' || role === 'ASSESSOR'
}

export function hasExperience(sitters: readonly Sitter[]): boolean {
  return sitters.some(({ person, role }) => person.experienced && givesExperience(role))
}
