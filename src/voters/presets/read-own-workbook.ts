import { foldName, holdsName } from '../../platform/csv/column-name.ts'
import { headerColumns } from '../list-format.ts'
import { openTable } from './open-table.ts'
import { type ExportRow, filledRows } from './read-with-preset.ts'

export interface OwnHeader {
  readonly unknownColumns: readonly string[]
  readonly row: number
}

/** Reads a list in our own format that was saved as a workbook. Throws a `CsvFault` when it is none. */
export async function* readOwnWorkbook(
  bytes: AsyncIterable<Uint8Array>,
  onHeader: (header: OwnHeader) => void,
): AsyncGenerator<ExportRow, void, undefined> {
  const required = headerColumns.filter((column) => column.required).map(({ name }) => name)
  const table = await openTable({ format: 'xlsx' }, bytes, required)
  const known = new Set(headerColumns.map(({ name }) => foldName(name)))
  const unknownColumns = table.names.filter((name) => name !== '' && !known.has(foldName(name)))
  onHeader({ unknownColumns, row: table.headerRow ?? 1 })
  const present = headerColumns.filter(({ name }) => holdsName(table.names, name))
  yield* filledRows({ columns: Object.fromEntries(present.map(({ name }) => [name, { from: name }])) }, table)
}
