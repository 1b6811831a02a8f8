import { holdsName, placeOfName } from '../csv/column-name.ts'
import { CsvFault } from '../csv/csv-fault.ts'
import type { CsvColumn } from '../csv/csv-header.ts'
import { type CsvRow, type RowDamage, readCsv } from '../csv/read-csv.ts'
import { chooseSheet } from './choose-sheet.ts'
import { gatherWorkbook, isWorkbook, withStart } from './gather-workbook.ts'
import type { SheetRow } from './read-sheet.ts'
import { openWorkbook } from './workbook.ts'

/** What an eye that looks at the sheet would read otherwise: whoever sent it is asked, and nothing is guessed. */
export type SheetDamage = 'hidden-row' | 'hidden-column' | 'merged-cells'

export interface FileRow<Name extends string = string> extends Pick<CsvRow<Name>, 'row' | 'fields'> {
  readonly damage?: RowDamage | SheetDamage
  /** Name of the sheet, of a workbook. */
  readonly sheet?: string
}

interface RowsOptions<Name extends string> {
  readonly columns: readonly CsvColumn<Name>[]
  /** Its name, or its number from 1. Absent: the one visible sheet that has the columns. */
  readonly sheet?: string | number | undefined
}

/**
 * Reads a list row by row, from a CSV file or from a workbook, told apart by how the file begins. Columns have the same names in
 * both; a day in a cell reads as 1985-01-31. Throws a `CsvFault` when the file is no such list, or unpacks to more than a list can be.
 */
export async function* readFileRows<Name extends string>(
  source: AsyncIterable<Uint8Array>,
  options: RowsOptions<Name>,
): AsyncGenerator<FileRow<Name>, void, undefined> {
  const { start, whole } = await withStart(source)
  if (isWorkbook(start)) yield* workbookRows(whole, options)
  else yield* readCsv(whole, options)
}

async function* workbookRows<Name extends string>(
  bytes: AsyncIterable<Uint8Array>,
  { columns, sheet: wanted }: RowsOptions<Name>,
): AsyncGenerator<FileRow<Name>, void> {
  const workbook = await openWorkbook(await gatherWorkbook(bytes))
  const required = columns.filter((column) => column.required).map(({ name }) => name)
  const {
    sheetName: sheet,
    names,
    headerRow,
    firstRows,
    reading,
  } = await chooseSheet(workbook, { sheet: wanted }, required)
  const places = columns.map(({ name }) => [name, placeIn(names, name)] as const)
  const rowOf = ({ row, cells }: Pick<SheetRow, 'row' | 'cells'>) => ({
    ...{ row, sheet },
    fields: Object.fromEntries(places.map(([name, place]) => [name, cells[place]?.trim() ?? ''])) as Record<
      Name,
      string
    >,
  })
  if (
    [...reading.hiddenColumns].some((place) =>
      columns.some(({ name }) => holdsName([names[place] ?? ''], name)),
    )
  )
    yield { ...rowOf({ row: headerRow, cells: [] }), damage: 'hidden-column' }
  for await (const one of rest(firstRows, reading.rows)) {
    if (one.cells.every((cell) => cell.trim() === '')) continue
    yield one.isHidden ? { ...rowOf(one), damage: 'hidden-row' } : rowOf(one)
  }
  for (const { firstRow, lastRow } of reading.mergedCells)
    if (lastRow > headerRow)
      yield { ...rowOf({ row: Math.max(firstRow, headerRow), cells: [] }), damage: 'merged-cells' }
}

async function* rest(
  first: readonly SheetRow[],
  more: AsyncIterable<SheetRow>,
): AsyncGenerator<SheetRow, void> {
  yield* first
  yield* more
}

function placeIn(names: readonly string[], wanted: string): number {
  const place = placeOfName(names, wanted)
  if (place === 'twice') throw new CsvFault('double-columns', `the header names ${wanted} twice`)
  return place === 'absent' ? -1 : place
}

/**
 * A national number of somebody born since 2000, as a cell that holds a number shows it: without the zeros at its front. Its check digits say
 * whether it was one.
 */
export function withZeros(cell: string): string {
  return /^[1-9]\d{7,9}$/.test(cell) ? cell.padStart(11, '0') : cell
}
