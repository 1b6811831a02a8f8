import type { BureauRules, Seats } from '../bureau-rules.ts'
import type { MainBureau } from '../paying/pay-rules.ts'

export interface PlannedMainBureau {
  readonly kind: 'MAIN'
  readonly code: MainBureau
  readonly number: string
  readonly seats: Seats
  readonly district?: string
}

/** Of these main bureaus those that the rules of this election don't have: a plan with one of them would drop the one that is meant. */
export function unknownMainBureaus(
  { mainBureaus }: Pick<BureauRules, 'mainBureaus'>,
  named: readonly MainBureau[],
): MainBureau[] {
  return named.filter((one) => !mainBureaus.some(({ key }) => key === one))
}

/**
 * The main bureaus of which somebody said that they sit here: which exist follows from no list of sections, so none is planned that was not
 * named. One of a district is there for each district that the sections name.
 */
export function plannedMainBureaus(
  { mainBureaus }: Pick<BureauRules, 'mainBureaus'>,
  named: readonly MainBureau[],
  districts: readonly string[],
): PlannedMainBureau[] {
  return mainBureaus
    .filter(({ key }) => named.includes(key))
    .flatMap(({ key, number, seats, perDistrict }): PlannedMainBureau[] => {
      const planned = { kind: 'MAIN', code: key, seats } as const
      if (!perDistrict || districts.length === 0) return [{ ...planned, number }]
      return districts.map((district, at) => ({ ...planned, number: `${number}${at + 1}`, district }))
    })
}
