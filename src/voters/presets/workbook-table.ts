import { holdsName } from '../../platform/csv/column-name.ts'
import { chooseSheet, type FoundTable } from '../../platform/xlsx/choose-sheet.ts'
import { gatherWorkbook } from '../../platform/xlsx/gather-workbook.ts'
import type { SheetRow } from '../../platform/xlsx/read-sheet.ts'
import { openWorkbook } from '../../platform/xlsx/workbook.ts'
import type { WorkbookFormat } from './preset.ts'
import { type Table, type TableRow, withoutAsides } from './table.ts'

/** Opens a workbook. It is held in memory as it was packed, some hundred bytes a row; its rows go by. */
export async function workbookTable(
  format: WorkbookFormat,
  source: AsyncIterable<Uint8Array>,
  wanted: readonly string[],
): Promise<Table> {
  const workbook = await openWorkbook(await gatherWorkbook(source))
  const found = await chooseSheet(workbook, format, wanted)
  const { names, headerRow } = found
  const rows = withoutAsides(names, rowsOf(found, format, wanted))
  return headerRow === 0 ? { names, rows } : { names, headerRow, rows }
}

async function* rowsOf(
  found: FoundTable,
  format: WorkbookFormat,
  wanted: readonly string[],
): AsyncGenerator<TableRow, void> {
  const { names, headerRow, reading } = found
  const aside = (damage: TableRow['damage'], row = Math.max(headerRow, 1)) =>
    ({ row, texts: [], damage }) as TableRow
  if (found.othersHoldSomething) yield aside('sheet-not-read')
  if ([...reading.hiddenColumns].some((place) => isWanted(names[place], wanted))) yield aside('hidden-column')
  for (const row of found.firstRows) yield rowOf(row, names.length, format)
  const titles = Math.max(headerRow, format.skipLines ?? 0)
  for await (const row of reading.rows) yield rowOf(row, names.length, format)
  for (const { firstRow, lastRow } of reading.mergedCells)
    if (lastRow > titles)
      yield aside(firstRow <= headerRow ? 'merged-header' : 'merged-cells', Math.max(firstRow, titles + 1))
}

function isWanted(name: string | undefined, wanted: readonly string[]): boolean {
  return name !== undefined && wanted.some((one) => holdsName([name], one))
}

/** What stands beside the table belongs to no column. */
function rowOf({ row, cells, isHidden }: SheetRow, width: number, { hiddenRows }: WorkbookFormat): TableRow {
  const texts = Array.from({ length: width }, (_, place) => cells[place]?.trim() ?? '')
  if (!isHidden || hiddenRows === 'read') return { row, texts }
  return { row, texts, damage: hiddenRows === 'pass-over' ? 'hidden-row-passed-over' : 'hidden-row' }
}
