import type { VotingMode } from '../../elections/index.ts'
import { type ExtraSeats, type Seats, seatRoles } from '../bureau-rules.ts'

/** The seats of all of these together. */
export function sumOfSeats(all: readonly Seats[]): Seats {
  const sums = seatRoles.map(
    (role) => [role, all.reduce((sum, seats) => sum + (seats[role] ?? 0), 0)] as const,
  )
  return Object.fromEntries(sums.filter(([, sum]) => sum > 0))
}

/** Seats that may be added to a polling bureau with so many voters. */
export function addedSeats(rules: readonly ExtraSeats[], votingMode: VotingMode, voters: number): Seats {
  const fitting = rules.filter((rule) => rule.votingMode === votingMode && voters > rule.aboveVoters)
  return sumOfSeats(fitting.map(({ seats }) => seats))
}
