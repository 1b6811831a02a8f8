import type { CategorySelection, SeatingRule } from '../bureau-rules.ts'
import { placeOfOffer } from './may-sit.ts'
import type { ListedPerson, SeatingRules } from './seating.ts'

/** People between whom the law makes no difference; the first tier comes before the second. */
export type Tier = readonly ListedPerson[]

/** The order in which a rule asks people, those of one tier by id. */
export function legalOrder(
  { categories }: Pick<SeatingRules, 'categories'>,
  selection: CategorySelection,
  rule: Pick<SeatingRule, 'kind' | 'role' | 'lists'>,
  people: readonly ListedPerson[],
): Tier[] {
  const placeByRule = (person: ListedPerson) => [
    rule.lists.indexOf(person.list),
    ...(person.offers
      ? [placeOfOffer(rule, person) ?? Number.MAX_SAFE_INTEGER]
      : placeInList(categories.value, selection, person)),
  ]
  const placed = people.map((person) => ({
    person,
    place: placeByRule(person),
  }))
  const sorted = placed.toSorted(
    (a, b) => compareInTurn(a.place, b.place) || (a.person.id < b.person.id ? -1 : 1),
  )
  return [...Map.groupBy(sorted, ({ place }) => place.join()).values()].map((tier) =>
    tier.map(({ person }) => person),
  )
}

function placeInList(
  categories: readonly string[],
  selection: CategorySelection,
  { list, category = '', order = Number.MAX_SAFE_INTEGER, drawRank = Number.MAX_SAFE_INTEGER }: ListedPerson,
): number[] {
  if (list !== 'A' || selection === 'RANDOM') return [drawRank]
  return selection === 'RANKED' ? [categories.indexOf(category), order] : []
}

function compareInTurn(a: readonly number[], b: readonly number[]): number {
  return a.map((one, at) => one - b[at]!).find((difference) => difference !== 0) ?? 0
}
