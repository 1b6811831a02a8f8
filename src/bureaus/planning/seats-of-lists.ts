import type { BureauRules, SeatRole, Seats } from '../bureau-rules.ts'
import { kindForRules } from '../kind-for-rules.ts'
import type { KeptBureau } from './wanted-bureau.ts'

/** How many seats the law has filled from each list first. */
export interface SeatsOfLists {
  readonly listA: Seats
  readonly listB: ReadonlyMap<number, Seats>
}

/** Seats that the law asks for, by the list that it names first and by role; list B by section. Seats that a chair fills are nobody's to call. */
export function seatsOfLists(
  { seating, chosenByChair }: Pick<BureauRules, 'seating' | 'chosenByChair'>,
  bureaus: readonly Pick<KeptBureau, 'kind' | 'code' | 'section' | 'seats'>[],
): SeatsOfLists {
  let listA: Seats = {}
  const listB = new Map<number, Seats>()
  const withOne = (of: Seats, role: SeatRole): Seats => ({ ...of, [role]: (of[role] ?? 0) + 1 })
  for (const bureau of bureaus) {
    const { kind, section, seats } = bureau
    const ruled = kindForRules(bureau)
    for (const { role, optional } of seats) {
      if (optional || chosenByChair.value[kind]?.includes(role)) continue
      const list = seating.find((rule) => rule.kind === ruled && rule.role === role)?.lists[0]
      if (list === 'A') listA = withOne(listA, role)
      if (list === 'B' && section !== undefined) listB.set(section, withOne(listB.get(section) ?? {}, role))
    }
  }
  return { listA, listB }
}
