import type { Address } from '../../platform/address.ts'
import type { ListedPersonId } from '../../platform/ids.ts'

/** A body or an employer named this person, as one of the professions of list A. */
export interface ListEntry {
  /** Key of a category of the rules. */
  readonly category: string
  readonly source: string
  /** Within the category: the roll, seniority. Absent: it has no order. */
  readonly place?: number | undefined
  /** Empty when it was not said. */
  readonly profession: string
  readonly receivedOn?: string | undefined
}

/** A person on list A, as others may know: everything but the national number. */
export interface ListedName {
  readonly personId: ListedPersonId
  readonly lastName: string
  readonly firstNames: string
  readonly birthDate?: string | undefined
  readonly address?: Address | undefined
  /** At least one, the one that counts by law first. */
  readonly entries: readonly ListEntry[]
}

/** By the order of the law: the first category first, and within it who comes first on the roll. */
export function byLegalOrder(
  categories: readonly string[],
): (one: Pick<ListEntry, 'category' | 'place'>, other: Pick<ListEntry, 'category' | 'place'>) => number {
  const last = Number.MAX_SAFE_INTEGER
  return (one, other) =>
    categories.indexOf(one.category) - categories.indexOf(other.category) ||
    (one.place ?? last) - (other.place ?? last)
}
