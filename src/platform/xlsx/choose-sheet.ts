import { foldName } from '../csv/column-name.ts'
import { CsvFault } from '../csv/csv-fault.ts'
import { type HeaderLine, isHeader, mostLinesAbove, noHeader } from '../csv/find-header.ts'
import { readSheet, type SheetReading, type SheetRow } from './read-sheet.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** Where in a workbook the table stands. */
export interface SheetChoice {
  /** Its name, or its number from 1. Absent: the one visible sheet that has the fields. */
  readonly sheet?: string | number | undefined
  readonly skipLines?: number | undefined
  /** Names of the fields, of a table without a header. */
  readonly fields?: readonly string[] | undefined
}

/** The sheet with the table, read up to its first rows. */
export interface FoundTable {
  readonly sheetName: string
  readonly names: readonly string[]
  /** 0 when the preset names the fields. */
  readonly headerRow: number
  /** Rows below the header that were read already. */
  readonly firstRows: readonly SheetRow[]
  readonly reading: SheetReading
  /** Of the sheets that can be seen. */
  readonly othersHoldSomething: boolean
}

interface Start {
  readonly sheet: Sheet
  readonly reading: SheetReading
  readonly rows: readonly SheetRow[]
  /** Which of the rows is the header; −1 when none is. */
  readonly headerAt: number
}

/** Takes the sheet that is named, or the one that can be seen and holds the table. */
export async function chooseSheet(
  workbook: Workbook,
  format: SheetChoice,
  wanted: readonly string[],
): Promise<FoundTable> {
  const starts: Start[] = []
  for (const sheet of sheetsToRead(workbook, format))
    starts.push(await startOf(workbook, sheet, format, wanted))
  const filled = starts.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) throw new CsvFault('empty', 'no sheet that can be seen holds anything')
  const fitting = format.fields ? filled : filled.filter(({ headerAt }) => headerAt >= 0)
  const [chosen] = fitting
  if (!chosen) throw noHeader(filled.flatMap(linesOf), { required: wanted, known: wanted })
  if (fitting.length > 1)
    throw new CsvFault(
      'which-sheet',
      `these sheets may be the list: ${namesOf(fitting.map(({ sheet }) => sheet))}`,
    )
  for (const { reading } of starts) if (reading !== chosen.reading) await reading.rows.return()
  return tableIn(chosen, format, filled.length > 1)
}

function tableIn(
  { sheet, rows, reading, headerAt }: Start,
  { fields }: SheetChoice,
  othersHoldSomething: boolean,
): FoundTable {
  const found = { sheetName: sheet.name, reading, othersHoldSomething }
  if (fields) return { ...found, names: fields, headerRow: 0, firstRows: rows }
  const { cells, row: headerRow } = rows[headerAt]!
  return { ...found, names: trimmed(cells), headerRow, firstRows: rows.slice(headerAt + 1) }
}

function sheetsToRead({ sheets }: Workbook, { sheet }: SheetChoice): readonly Sheet[] {
  if (sheet === undefined) {
    const seen = sheets.filter(({ isHidden }) => !isHidden)
    return seen.length > 0 ? seen : sheets
  }
  const named =
    typeof sheet === 'number'
      ? sheets[sheet - 1]
      : sheets.find(({ name }) => foldName(name) === foldName(sheet))
  if (!named) throw new CsvFault('which-sheet', `there is no sheet ${sheet}, but: ${namesOf(sheets)}`)
  return [named]
}

async function startOf(
  workbook: Workbook,
  sheet: Sheet,
  { fields, skipLines = 0 }: SheetChoice,
  wanted: readonly string[],
): Promise<Start> {
  const reading = readSheet(workbook, sheet)
  const rows: SheetRow[] = []
  const sought = { required: wanted, known: wanted }
  while (rows.length < (fields ? 1 : mostLinesAbove)) {
    const { done, value } = await reading.rows.next()
    if (done) break
    if (value.row <= skipLines) continue
    rows.push(value)
    if (!fields && isHeader(trimmed(value.cells), sought))
      return { sheet, reading, rows, headerAt: rows.length - 1 }
  }
  return { sheet, reading, rows, headerAt: -1 }
}

function trimmed(cells: readonly string[]): string[] {
  return Array.from(cells, (cell) => cell?.trim() ?? '')
}

function linesOf({ rows }: Start): HeaderLine[] {
  return rows.map(({ row, cells }) => ({ names: cells, linesAbove: row - 1 }))
}

function namesOf(sheets: readonly Sheet[]): string {
  return sheets.map(({ name }) => `"${name.slice(0, 31)}"`).join(', ')
}
