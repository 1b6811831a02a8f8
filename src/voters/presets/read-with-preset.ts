import { foldName } from '../../platform/csv/column-name.ts'
import { CsvFault } from '../../platform/csv/csv-fault.ts'
import type { CsvRow } from '../../platform/csv/read-csv.ts'
import { type ColumnName, type ListRow, listColumns } from '../list-format.ts'
import { columnValue } from './column-value.ts'
import { type FieldPlace, fieldsOf } from './fields-of.ts'
import { joinedAsides } from './joined-asides.ts'
import { openTable } from './open-table.ts'
import { placeOfField } from './place-of-field.ts'
import type { ColumnSource, Preset } from './preset.ts'
import { type JoinedRows, joinKey, readJoined } from './read-joined.ts'
import type { Table, TableDamage } from './table.ts'
import { wantedFields } from './wanted-fields.ts'

type Bytes = AsyncIterable<Uint8Array>

/** The files of an export: the main one, and by name those that are joined to it. */
export interface ExportFiles {
  readonly main: Bytes
  readonly joined?: Readonly<Record<string, Bytes>> | undefined
}

/** An export whose files have been opened. */
export interface OpenExport {
  /** Where the header of the main file stands; absent when the preset names the fields. */
  readonly headerRow: number | undefined
  /** Fields of the main file that the preset leaves alone. */
  readonly fieldsLeft: readonly string[]
  readonly rows: AsyncGenerator<ExportRow, void, undefined>
}

/**
 * Opens an export to read it as rows of our own format; row numbers are those of the main file. The main file goes
 * by in constant memory, joined files are held. Throws a `CsvFault` when a file or one of its fields is not there.
 */
export async function openExport(preset: Preset, files: ExportFiles): Promise<OpenExport> {
  refuseStrangers(preset, files)
  const joined = new Map<string, JoinedRows>()
  for (const file of preset.joined ?? []) {
    const bytes = files.joined?.[file.name]
    if (!bytes) throw new CsvFault('missing-file', `the preset joins a file called ${file.name}`)
    joined.set(file.name, await readJoined(file, bytes, wantedFields(preset, file.name)))
  }
  const wanted = wantedFields(preset)
  const table = await openTable(preset.file, files.main, wanted)
  const read = new Set(wanted.map(foldName))
  const fieldsLeft = table.names.filter((name) => name.trim() !== '' && !read.has(foldName(name)))
  return { headerRow: table.headerRow, fieldsLeft, rows: filledRows(preset, table, joined) }
}

/** A file under a name that the preset does not join would be left unread without a word. */
function refuseStrangers({ joined = [] }: Preset, files: ExportFiles): void {
  const names = joined.map(({ name }) => name)
  const stranger = Object.keys(files.joined ?? {}).find((name) => !names.includes(name))
  if (stranger === undefined) return
  const known = names.length > 0 ? `only ${names.join(', ')}` : 'nothing'
  throw new CsvFault('missing-file', `the preset joins no file called ${stranger.slice(0, 60)}, ${known}`)
}

/** The same as rows alone. */
export async function* readWithPreset(
  preset: Preset,
  files: ExportFiles,
): AsyncGenerator<ExportRow, void, undefined> {
  const { rows } = await openExport(preset, files)
  yield* rows
}

/** Rows of our own format, and what is wrong with a row as a whole. */
export type ExportRow = Omit<CsvRow<ColumnName>, 'damage'> & {
  readonly damage?: TableDamage
  readonly detail?: string
}

/** The rows of a table as its preset understands them. */
export async function* filledRows(
  preset: Pick<Preset, 'columns' | 'joined'>,
  table: Table,
  joined: ReadonlyMap<string, JoinedRows> = new Map(),
): AsyncGenerator<ExportRow, void, undefined> {
  const used = new Map([...joined.keys()].map((name) => [name, new Set<string>()]))
  const fill = rowFiller(preset, table, joined, used)
  let isEmpty = true
  for await (const { texts, ...row } of table.rows) {
    isEmpty = false
    yield { ...row, fields: fill(texts) }
  }
  if (isEmpty) return
  for (const aside of joinedAsides(joined, used)) yield { ...aside, fields: fill([]) }
}

type RowFiller = (texts: readonly string[]) => ListRow

/** Looks every field up once, so that a row is filled by position. */
function rowFiller(
  preset: Pick<Preset, 'columns' | 'joined'>,
  table: Table,
  joined: ReadonlyMap<string, JoinedRows>,
  used: ReadonlyMap<string, Set<string>>,
): RowFiller {
  const keys = new Map(
    (preset.joined ?? []).map(({ name, on }) => {
      const place = placeOfField(table.names, on.here, 'the main file')
      const keyOf = joinKey(on)
      return [name, (texts: readonly string[]) => keyOf(texts[place] ?? '')]
    }),
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
      const place = placeOfField(table.names, field, 'the main file')
      return (texts) => texts[place] ?? ''
    }
    const { names, rows } = joined.get(file)!
    const place = placeOfField(names, field, `the file ${file}`)
    const keyOf = keys.get(file)!
    const keysUsed = used.get(file)!
    return (texts) => {
      const key = keyOf(texts)
      const partner = rows.get(key)
      if (partner) keysUsed.add(key)
      return partner?.[place] ?? ''
    }
  }
}
