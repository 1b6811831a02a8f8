import { CsvFault } from '../../platform/csv/csv-fault.ts'
import { openTable } from './open-table.ts'
import { placeOfField } from './place-of-field.ts'
import type { JoinedFile } from './preset.ts'
import type { TableDamage } from './table.ts'

/** A key as it is compared. */
export function joinKey({ digits }: JoinedFile['on']): (text: string) => string {
  return (text) => (digits && /^\d+$/.test(text) ? text.replace(/^0+/, '').padStart(digits, '0') : text)
}

/** A joined file in memory: its rows by their key. */
export interface JoinedRows {
  readonly names: readonly string[]
  readonly rows: ReadonlyMap<string, readonly string[]>
}

/** Rows that nobody looks up, and what is said of a file as a whole. */
const harmless: ReadonlySet<TableDamage> = new Set([
  'repeated-header',
  'total-line',
  'one-cell',
  'row-passed-over',
  'hidden-row-passed-over',
  'hidden-column',
  'sheet-not-read',
])

/** Reads a whole file that is looked up by a key. Throws a `CsvFault` at a damaged row and at a key that comes twice. */
export async function readJoined(
  { name, file, on }: JoinedFile,
  source: AsyncIterable<Uint8Array>,
  wanted: readonly string[],
): Promise<JoinedRows> {
  const { names, rows } = await openTable(file, source, wanted)
  const place = placeOfField(names, on.there, `the file ${name}`)
  const keyOf = joinKey(on)
  const found = new Map<string, readonly string[]>()
  for await (const { row, texts, damage } of rows) {
    if (damage && harmless.has(damage)) continue
    if (damage) throw new CsvFault('damaged-row', `row ${row} of the file ${name}: ${reasons[damage]}`)
    const key = keyOf(texts[place] ?? '')
    if (key === '') continue
    if (found.has(key))
      throw new CsvFault('double-keys', `row ${row} of the file ${name} has a key that was there`)
    found.set(key, texts)
  }
  return { names, rows: found }
}

const reasons: Partial<Record<TableDamage, string>> = {
  'too-few-fields': 'it has fewer cells than the header',
  'too-many-fields': 'it has more cells than the header',
  'hidden-row': 'it is hidden; show all rows, or say hiddenRows in the preset',
  'merged-cells': 'its cells are merged; split them',
  'merged-header': 'cells of its header go on in this row; say skipLines and fields in the preset',
}
