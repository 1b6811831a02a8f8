import type { BureauRules } from '../bureau-rules.ts'
import { kindForRules } from '../kind-for-rules.ts'
import type { KeptBureau } from './wanted-bureau.ts'

/** How many seats the law has filled from each list first. */
export interface SeatsOfLists {
  readonly listA: number
  readonly listB: ReadonlyMap<number, number>
}

/** Seats that the law asks for, by the list that it names first; list B by section. Seats that a chair fills are nobody's to call. */
export function seatsOfLists(
  { seating, chosenByChair }: Pick<BureauRules, 'seating' | 'chosenByChair'>,
  bureaus: readonly Pick<KeptBureau, 'kind' | 'code' | 'section' | 'seats'>[],
): SeatsOfLists {
  let listA = 0
  const listB = new Map<number, number>()
  for (const bureau of bureaus) {
    const { kind, section, seats } = bureau
    const ruled = kindForRules(bureau)
    for (const { role, optional } of seats) {
      if (optional || chosenByChair.value[kind]?.includes(role)) continue
      const list = seating.find((rule) => rule.kind === ruled && rule.role === role)?.lists[0]
      if (list === 'A') listA++
      if (list === 'B' && section !== undefined) listB.set(section, (listB.get(section) ?? 0) + 1)
    }
  }
  return { listA, listB }
}
