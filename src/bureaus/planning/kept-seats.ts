import type { VotingMode } from '../../elections/index.ts'
import { type Seats, seatRoles } from '../bureau-rules.ts'
import { pairsOf } from './compare-plan.ts'
import type { BureauPlan, PlannedBureau } from './plan-bureaus.ts'
import { type KeptBureau, type KeptSeat, wantedBureaus } from './wanted-bureau.ts'

/**
 * A plan in which counting bureaus of unknown seats have those that are kept, as they stay when it is adopted; and of which kinds that
 * is. A bureau that would be new, or was kept without seats, stays unknown.
 */
export function withKeptSeats(
  plan: BureauPlan,
  kept: readonly KeptBureau[],
  votingMode: VotingMode,
): { readonly plan: BureauPlan; readonly kinds: readonly string[] } {
  const pairs = pairsOf(kept, wantedBureaus(plan, votingMode))
  const kinds = new Set<string>()
  const bureaus = plan.bureaus.map((planned, at): PlannedBureau => {
    const bureau = pairs[at]?.bureau
    if (planned.seats || !bureau || bureau.seats.length === 0) return planned
    kinds.add(bureau.code)
    const extra = seatsOf(bureau.seats.filter(({ optional }) => optional))
    const seats = seatsOf(bureau.seats.filter(({ optional }) => !optional))
    return { ...planned, seats, ...(Object.keys(extra).length > 0 && { extra }) }
  })
  return { plan: { ...plan, bureaus }, kinds: [...kinds] }
}

function seatsOf(kept: readonly KeptSeat[]): Seats {
  const counts = seatRoles.map((role) => [role, kept.filter((seat) => seat.role === role).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}
