import type { SeatingRule } from '../bureau-rules.ts'
import type { BureauSeat, BureauToFill, Sitting } from './seating.ts'

/** A bureau with seats of one role that nobody has yet, the lowest number first. */
export interface OpenBureau {
  readonly bureau: BureauToFill
  readonly seats: readonly BureauSeat[]
}

/** The bureaus that a rule fills, by id. */
export function openSeats(
  bureaus: readonly BureauToFill[],
  { kind, role }: Pick<SeatingRule, 'kind' | 'role'>,
  taken: Sitting,
): OpenBureau[] {
  return bureaus
    .filter((bureau) => bureau.kind === kind)
    .map((bureau) => ({
      bureau,
      seats: bureau.seats
        .filter((seat) => seat.role === role && !taken.has(seat.id))
        .toSorted((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1)),
    }))
    .filter(({ seats }) => seats.length > 0)
    .toSorted((a, b) => (a.bureau.id < b.bureau.id ? -1 : 1))
}
