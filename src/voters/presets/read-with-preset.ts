import { CsvFault } from '../../platform/csv/csv-fault.ts'
import type { CsvRow } from '../../platform/csv/read-csv.ts'
import { type ColumnName, type ListRow, listColumns } from '../list-format.ts'
import { columnValue } from './column-value.ts'
import { type FieldPlace, fieldsOf } from './fields-of.ts'
import type { ColumnSource, Preset } from './preset.ts'
import { type JoinedRows, readJoined } from './read-joined.ts'
import { openTable, type Table } from './read-table.ts'

type Bytes = AsyncIterable<Uint8Array>

/** The files of an export: the main one, and by name those that are joined to it. */
export interface ExportFiles {
  readonly main: Bytes
  readonly joined?: Readonly<Record<string, Bytes>> | undefined
}

/**
 * Reads an export as rows of our own format; row numbers are those of the main file. The main file goes by in
 * constant memory, joined files are held. Throws a `CsvFault` when a file or one of its fields is not there.
 */
export async function* readWithPreset(
  preset: Preset,
  files: ExportFiles,
): AsyncGenerator<CsvRow<ColumnName>, void, undefined> {
  const joined = new Map<string, JoinedRows>()
  for (const file of preset.joined ?? []) {
    const bytes = files.joined?.[file.name]
    if (!bytes) throw new CsvFault('missing-file', `the preset joins a file called ${file.name}`)
    joined.set(file.name, await readJoined(file, bytes))
  }
  const table = await openTable(preset.file, files.main)
  const fill = rowFiller(preset, table, joined)
  for await (const { row, texts, damage } of table.rows)
    yield damage ? { row, fields: fill(texts), damage } : { row, fields: fill(texts) }
}

type RowFiller = (texts: readonly string[]) => ListRow

/** Looks every field up once, so that a row is filled by position. */
function rowFiller(preset: Preset, table: Table, joined: ReadonlyMap<string, JoinedRows>): RowFiller {
  const keys = new Map(
    (preset.joined ?? []).map(({ name, on }) => [name, placeOf(table.names, on.here, 'the main file')]),
  )
  const columns = listColumns.map(({ name }) => {
    const source = preset.columns[name]
    return [name, source ? filler(source) : () => ''] as const
  })
  return (texts) => Object.fromEntries(columns.map(([name, fill]) => [name, fill(texts)])) as ListRow

  function filler(source: ColumnSource): (texts: readonly string[]) => string {
    if ('value' in source) return () => source.value
    const readers = fieldsOf(source, preset).map(reader)
    const value = columnValue(source)
    return (texts) => value(readers.map((read) => read(texts)))
  }

  function reader({ file, field }: FieldPlace): (texts: readonly string[]) => string {
    if (file === undefined) {
      const place = placeOf(table.names, field, 'the main file')
      return (texts) => texts[place] ?? ''
    }
    const { names, rows } = joined.get(file)!
    const place = placeOf(names, field, `the file ${file}`)
    const key = keys.get(file)!
    return (texts) => rows.get(texts[key] ?? '')?.[place] ?? ''
  }
}

function placeOf(names: readonly string[], field: string, where: string): number {
  const place = names.indexOf(field)
  if (place < 0) throw new CsvFault('missing-columns', `${where} has no field ${field}`)
  if (names.lastIndexOf(field) !== place)
    throw new CsvFault('double-columns', `${where} names ${field} twice`)
  return place
}
