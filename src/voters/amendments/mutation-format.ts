import { type ColumnName, listColumns } from '../list-format.ts'
import { additionGrounds, correctionGrounds, strikeGrounds } from '../voter.ts'

/** What a mutation does with a voter of the closed list, and on which grounds the law lets it. */
export const mutationKinds = {
  strike: strikeGrounds,
  add: additionGrounds,
  correct: correctionGrounds,
} as const

export type MutationKind = keyof typeof mutationKinds

/** Columns that say which voter, what, and on what it rests; the format page reads them here. */
export const mutationColumns = [
  { name: 'kind', required: true, meaning: '`strike`, `add` or `correct`.' },
  { name: 'list_number', required: true, meaning: 'Number of the voter on the list; empty for `add`.' },
  {
    name: 'current_last_name',
    required: true,
    meaning:
      'Last name as the list has it now, so that a slip in the number strikes nobody; empty for `add`.',
  },
  { name: 'ground', required: true, meaning: 'Category of the ground: see below.' },
  { name: 'decided_on', required: true, meaning: 'Day of the event or the decision, 2029-04-12.' },
  {
    name: 'source',
    required: true,
    meaning: 'Reference of the message or decision; never the story behind it. At most 120 characters.',
  },
] as const

type OwnColumn = (typeof mutationColumns)[number]['name']
/** What the list says of a voter, in the columns of the list format. */
export type ValueColumn = Exclude<ColumnName, 'list_number'>
export type MutationColumn = OwnColumn | ValueColumn

export const valueColumns = listColumns
  .map(({ name }) => name)
  .filter((name): name is ValueColumn => name !== 'list_number')

export const fileColumns: readonly { readonly name: MutationColumn; readonly required: boolean }[] = [
  ...mutationColumns,
  ...valueColumns.map((name) => ({ name, required: false })),
]

/** In a correction an empty cell leaves things as they are; this makes the column empty. */
export const makeEmpty = '-'
