import type { NationalNumber } from '../../platform/national-number.ts'
import { listColumns } from '../list-format.ts'
import { listCells } from '../list-hash.ts'
import { addressForOthers, type VoterFact } from '../voter.ts'
import { makeEmpty, type ValueColumn, valueColumns } from './mutation-format.ts'

export type VoterValues = Readonly<Record<ValueColumn, string>>

/** What the list says of a voter, by column, for who corrects it: without the national number or a protected address. */
export function valuesOf(voter: VoterFact): VoterValues {
  const cells = listCells(voter, '' as NationalNumber)
  const isHidden = (name: ValueColumn) => !addressForOthers(voter) && addressColumns.has(name)
  return Object.fromEntries(
    valueColumns.map((name) => [name, isHidden(name) ? '' : cells[placeOf(name)]!]),
  ) as Record<ValueColumn, string>
}

/** What is typed otherwise than it was, as a correction asks it: a cell that was made empty says so. */
export function correctionOf(before: VoterValues, typed: VoterValues): Partial<Record<ValueColumn, string>> {
  const changed = valueColumns.filter((name) => typed[name] !== before[name])
  return Object.fromEntries(changed.map((name) => [name, typed[name] || makeEmpty]))
}

const addressColumns = new Set<ValueColumn>(
  (['care_of', 'street', 'house_number', 'box', 'postcode', 'city', 'country'] as const).flatMap(
    (name) => [name, `delivery_${name}`] as const,
  ),
)

function placeOf(column: ValueColumn): number {
  return listColumns.findIndex(({ name }) => name === column)
}
