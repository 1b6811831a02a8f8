import type { Mark } from '../../elections/index.ts'
import { type BureauRules, type SeatRole, type Seats, seatRoles } from '../bureau-rules.ts'
import { namesNeeded } from './names-needed.ts'

/** What became of somebody who was designated: only who `came`, or said to come, was available in the end. `undelivered`: on paper neither. */
export const outcomes = ['came', 'excused', 'revoked', 'undelivered', 'absent'] as const
export type Outcome = (typeof outcomes)[number]
export type Outcomes = Readonly<Record<Outcome, number>>

/** How many of a role met with what, in this election or in those before it. */
export interface Availability extends Outcomes {
  readonly role: SeatRole
  readonly isEarlier: boolean
}

/** Of how many people that were designated how many come, and from what that was taken. */
export interface Acceptance {
  /** Above 0, at most 1. */
  readonly rate: number
  readonly from: 'this-election' | 'earlier-too' | 'all-roles' | 'rules' | 'typed'
  /** What was counted; nothing where nothing was measured. */
  readonly counts?: Outcomes
  /** How sure the value of the rules is. */
  readonly mark?: Mark
}

/** Before so many are known, what was measured says little: the rate could be ten in a hundred off. */
export const enoughToMeasure = 50

/**
 * Of a role how many of those who are designated come: as measured in this election, else with those before it, else of all roles
 * together, else what the rules assume.
 */
export function acceptanceOf(
  { acceptance }: Pick<BureauRules, 'acceptance'>,
  measured: readonly Availability[],
  role: SeatRole,
): Acceptance {
  const own = measured.filter((row) => row.role === role)
  const here = own.filter(({ isEarlier }) => !isEarlier)
  return (
    acceptanceFrom('this-election', here) ??
    acceptanceFrom('earlier-too', own) ??
    acceptanceFrom('all-roles', measured) ?? {
      ...{ rate: acceptance.value / 100, from: 'rules', mark: acceptance.mark },
    }
  )
}

function acceptanceFrom(from: Acceptance['from'], rows: readonly Availability[]): Acceptance | undefined {
  const counts = sumOfOutcomes(rows)
  const all = outcomes.reduce((sum, outcome) => sum + counts[outcome], 0)
  if (all < enoughToMeasure) return undefined
  // Nobody at all would ask for endlessly many names.
  return { rate: Math.max(counts.came, 1) / all, from, counts }
}

export function sumOfOutcomes(rows: readonly Outcomes[]): Outcomes {
  const sums = outcomes.map((outcome) => [outcome, rows.reduce((sum, row) => sum + row[outcome], 0)] as const)
  return Object.fromEntries(sums) as Outcomes
}

/**
 * How many names to call for these seats, with 95 % certainty that enough come. Where roles have rates of their own their mean over the
 * seats is taken: what differs from person to person spreads less than the same mean for all does, so that errs on the side of more names.
 */
export function namesForSeats(seats: Seats, rateOf: (role: SeatRole) => number): number {
  const wanted = seatRoles.filter((role) => (seats[role] ?? 0) > 0)
  const all = wanted.reduce((sum, role) => sum + seats[role]!, 0)
  if (all === 0) return 0
  return namesNeeded(all, wanted.reduce((sum, role) => sum + seats[role]! * rateOf(role), 0) / all)
}
