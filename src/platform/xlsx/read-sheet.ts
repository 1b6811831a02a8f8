import { CsvFault } from '../csv/csv-fault.ts'
import { dayText, notWorkedOut, numberText, plainText } from './cell-text.ts'
import { type Attributes, type XmlListener, xmlReader } from './read-xml.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** A row of a sheet with something in it, as its cells show it; a date as 1985-01-31. */
export interface SheetRow {
  readonly row: number
  readonly cells: readonly string[]
  readonly isHidden: boolean
}

/** Cells that are one to the eye: only the first of them holds something. */
export interface MergedCells {
  readonly firstRow: number
  readonly lastRow: number
}

export interface SheetReading {
  readonly rows: AsyncGenerator<SheetRow, void, undefined>
  /** Places of the columns that nobody sees; known when the first row is. */
  readonly hiddenColumns: ReadonlySet<number>
  /** Known when the last row has been read. */
  readonly mergedCells: readonly MergedCells[]
}

const mostColumns = 16_384
const mostRows = 1_048_576

/** Reads a sheet row by row, in constant memory. Throws a `CsvFault` when it is damaged. */
export function readSheet(workbook: Workbook, { part }: Sheet): SheetReading {
  const hiddenColumns = new Set<number>()
  const mergedCells: MergedCells[] = []
  const rows: SheetRow[] = []
  const reader = xmlReader(part, sheetListener(workbook, { hiddenColumns, mergedCells, rows }))

  async function* rowsOf(): AsyncGenerator<SheetRow, void> {
    for await (const chunk of workbook.parts.read(part)) {
      reader.write(chunk)
      yield* rows.splice(0)
    }
    reader.end()
  }
  return { rows: rowsOf(), hiddenColumns, mergedCells }
}

interface Found {
  readonly hiddenColumns: Set<number>
  readonly mergedCells: MergedCells[]
  readonly rows: SheetRow[]
}

function sheetListener(workbook: Workbook, { hiddenColumns, mergedCells, rows }: Found): XmlListener {
  let row = 0
  let isHidden = false
  let cells: string[] = []
  let column = -1
  let cell: CellSoFar = { attributes: {}, hasFormula: false, text: '' }
  let isShown = false

  const opening = new Map<string, OnTag>([
    ['col', (attributes) => columnsOf(attributes, hiddenColumns)],
    [
      'row',
      ({ r, hidden, zeroHeight }) => {
        row = r === undefined ? row + 1 : rowNumber(r, row)
        isHidden = isTrue(hidden) || isTrue(zeroHeight)
        column = -1
        cells = []
      },
    ],
    [
      'c',
      (attributes) => {
        column = attributes.r === undefined ? column + 1 : columnNumber(attributes.r, row)
        cell = { attributes, hasFormula: false, text: '' }
      },
    ],
    ['f', () => (cell.hasFormula = true)],
    ['v', () => (isShown = true)],
    ['t', () => (isShown = true)],
    ['mergeCell', ({ ref }) => mergedCells.push(rowsOfRange(ref))],
  ])
  const closing = new Map<string, OnTag>([
    ['v', () => (isShown = false)],
    ['t', () => (isShown = false)],
    ['c', () => place(cells, column, shownText(workbook, cell))],
    ['row', () => cells.length > 0 && rows.push({ row, cells, isHidden })],
  ])
  return {
    opened: (name, attributes) => opening.get(name)?.(attributes),
    closed: (name) => closing.get(name)?.({}),
    text(more) {
      if (isShown) cell.text += more
    },
  }
}

type OnTag = (attributes: Attributes) => unknown

interface CellSoFar {
  readonly attributes: Attributes
  hasFormula: boolean
  text: string
}

function place(cells: string[], column: number, text: string): void {
  if (text === '') return
  while (cells.length < column) cells.push('')
  cells[column] = text
}

function shownText(workbook: Workbook, { attributes, hasFormula, text }: CellSoFar): string {
  const { t: type, s: style } = attributes
  if (text === '') return hasFormula && type !== 'str' ? notWorkedOut : ''
  switch (type) {
    case 's':
      return workbook.sharedStrings(Number(text))
    case 'inlineStr':
    case 'str':
      return plainText(text)
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return text
    case 'd':
      return text.replace(/T00:00:00(\.0+)?Z?$/, '')
    default:
      return style !== undefined && workbook.dateStyles.has(Number(style))
        ? dayText(text, workbook.is1904)
        : numberText(text)
  }
}

function rowNumber(reference: string, before: number): number {
  const row = Number(reference)
  if (!(Number.isInteger(row) && row > before && row <= mostRows))
    throw new CsvFault('damaged-workbook', `the rows after row ${before} do not follow each other`)
  return row
}

/** The place of a column, from 0: `C5` stands in column 2. */
function columnNumber(reference: string, row: number): number {
  let number = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    number = number * 26 + letter
  }
  if (number < 1 || number > mostColumns)
    throw new CsvFault('damaged-workbook', `row ${row} has a cell without a place`)
  return number - 1
}

function columnsOf({ min, max, hidden }: Attributes, hiddenColumns: Set<number>): void {
  if (!isTrue(hidden)) return
  for (let at = Number(min); at <= Math.min(Number(max), mostColumns); at++) hiddenColumns.add(at - 1)
}

function rowsOfRange(range = ''): MergedCells {
  const [firstRow = 0, lastRow = firstRow] = range.split(':').map((one) => Number(/\d+$/.exec(one)?.[0] ?? 0))
  return { firstRow, lastRow }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
