import type { Finding } from '../checking/import-finding.ts'
import { type ListRow, listColumns } from '../list-format.ts'
import type { ExportRow } from '../presets/read-with-preset.ts'
import { checkOf, faultOfSheet, type MendedRow, type Mending, SheetRefused } from './mending-sheet.ts'

type Row = ExportRow

/**
 * The rows of a list with what a clerk mended put in, and the others as they are. Throws a `SheetRefused` after the last
 * row when a mended row is not on the list, or is not what it was when the sheet was made.
 */
export async function* mendRows(rows: AsyncIterable<Row>, mending: Mending): AsyncGenerator<Row, void> {
  const unmet = new Map(mending)
  const faults: Finding[] = []
  for await (const row of rows) {
    const mended = unmet.get(row.row)
    unmet.delete(row.row)
    if (!mended) yield row
    else if (checkOf(row.fields) !== mended.check) faults.push(faultOfSheet('row-changed', mended.line))
    else if (!mended.leftOut) yield mendedRow(row, mended)
  }
  if (mending.size > 0 && faults.length + unmet.size === mending.size)
    throw new SheetRefused('another-list', [])
  for (const { line } of unmet.values()) faults.push(faultOfSheet('no-such-row', line))
  if (faults.length > 0) throw new SheetRefused('sheet-refused', faults)
}

const noCells = Object.fromEntries(listColumns.map(({ name }) => [name, ''])) as ListRow

/** Cells of a row with too few or too many may stand under the wrong name: none of them is taken over. */
export function mendedRow({ row, fields, damage }: Row, { cells }: Pick<MendedRow, 'cells'>): Row {
  const isMisplaced = damage === 'too-few-fields' || damage === 'too-many-fields'
  return { row, fields: { ...(isMisplaced ? noCells : fields), ...cells } }
}
