import type { BureauRules, SeatRole } from '../bureau-rules.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import type { KeptBureau, KeptSeat } from '../planning/wanted-bureau.ts'

/** A seat that the law asks for, that no chair fills, and that nobody has. */
export interface Vacancy {
  readonly bureau: KeptBureau
  readonly seat: KeptSeat
  /** Its bureau has no chair, or nobody beside the chair: as it is, it can't be formed. */
  readonly isAlone: boolean
}

const byRole: readonly SeatRole[] = [
  'CHAIR',
  'ASSESSOR',
  'SECRETARY',
  'ADJUNCT_SECRETARY',
  'DEPUTY_CHAIR',
  'SUBSTITUTE',
]

/**
 * The open seats of an election, the most urgent first: a chair before all others, then the bureaus that can't be formed, then those that
 * miss the greatest part of their seats. No law gives this order.
 */
export function vacanciesOf(
  rules: Pick<BureauRules, 'chosenByChair'>,
  bureaus: readonly KeptBureau[],
): Vacancy[] {
  const placed = bureaus.flatMap((bureau, at) => {
    const asked = bureau.seats.filter(
      ({ optional, role }) => !optional && !isFilledByChair(rules, bureau.kind, role),
    )
    const open = asked.filter(({ isTaken }) => !isTaken)
    const isAlone = bureau.kind !== 'RESERVE' && (isEmpty(asked, 'CHAIR') || isEmpty(asked, 'ASSESSOR'))
    return open.map((seat) => ({
      vacancy: { bureau, seat, isAlone },
      place: [
        seat.role === 'CHAIR' ? 0 : 1,
        isAlone && seat.role === 'ASSESSOR' ? 0 : 1,
        byRole.indexOf(seat.role),
        1 - open.length / asked.length,
        at,
        seat.ordinal,
      ],
    }))
  })
  return placed.toSorted((a, b) => compare(a.place, b.place)).map(({ vacancy }) => vacancy)
}

/** The law asks for somebody of this role, and there is nobody. */
function isEmpty(asked: readonly KeptSeat[], role: SeatRole): boolean {
  const seats = asked.filter((seat) => seat.role === role)
  return seats.length > 0 && seats.every(({ isTaken }) => !isTaken)
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((one, at) => one - b[at]!).find((difference) => difference !== 0) ?? 0
}
