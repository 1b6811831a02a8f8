import { CsvFault } from '../../platform/csv/csv-fault.ts'
import { readCsv } from '../../platform/csv/read-csv.ts'
import { withoutApostrophe } from '../../platform/csv/write-csv.ts'
import type { Finding } from '../checking/import-finding.ts'
import { type ColumnName, wholeNumber } from '../list-format.ts'
import {
  faultOfSheet,
  isColumn,
  leaveOut,
  type MendedRow,
  type Mending,
  makeEmpty,
  sheetColumns,
} from './mending-sheet.ts'

export interface ReadSheet {
  readonly mending: Mending
  readonly findings: readonly Finding[]
}

type Cells = { -readonly [Name in ColumnName]?: string }
type Names = (typeof sheetColumns)['en' | 'nl']
const everyName = Object.values(sheetColumns).flatMap((names) => Object.values(names))
const columns = [...new Set<string>(everyName)].map((name) => ({ name, required: false }))

interface GrowingRow extends MendedRow {
  readonly cells: Cells
  leftOut: boolean
}

/**
 * Reads what a clerk filled in on a mending sheet; lines without a correction are passed over and take no memory.
 * Throws a `CsvFault` when it is no such sheet.
 */
export async function readMendingSheet(source: AsyncIterable<Uint8Array>): Promise<ReadSheet> {
  const rows = new Map<number, GrowingRow>()
  const findings: Finding[] = []
  let names: Names | undefined
  const onHeader = ({ places }: { readonly places: ReadonlyMap<string, number> }) => {
    names = Object.values(sheetColumns).find((one) =>
      Object.values(one).every((name) => (places.get(name) ?? -1) >= 0),
    )
    if (!names) {
      const wanted = Object.values(sheetColumns).map((one) => Object.values(one).join(', '))
      throw new CsvFault('missing-columns', `the first line does not name ${wanted.join('; or ')}`)
    }
  }
  for await (const { row: line, fields, damage } of readCsv(source, { columns, onHeader })) {
    const mended = withoutApostrophe(fields[names!.mended]!)
    if (damage) findings.push(faultOfSheet('cell-count', line))
    else if (mended !== '') {
      const { row, check, column } = names!
      const given = { line, row: fields[row]!, check: fields[check]!, column: fields[column]!, mended }
      findings.push(...take(rows, given))
    }
  }
  return { mending: rows, findings }
}

interface GivenLine {
  readonly line: number
  readonly row: string
  readonly check: string
  readonly column: string
  readonly mended: string
}

/** Adds a line to its row; answers what is wrong with it. */
function take(rows: Map<number, GrowingRow>, { line, row, check, column, mended }: GivenLine): Finding[] {
  if (!wholeNumber.test(row)) return [faultOfSheet('not-a-whole-number', line, 'row')]
  if (check === '') return [faultOfSheet('check-missing', line)]
  const held = rows.get(Number(row)) ?? { check, line, cells: {}, leftOut: false }
  rows.set(Number(row), held)
  if (held.check !== check) return [faultOfSheet('row-changed', line)]
  if ((Object.values(leaveOut) as string[]).includes(mended.toUpperCase())) {
    held.leftOut = true
    return []
  }
  if (!isColumn(column)) return [faultOfSheet('no-such-column', line)]
  const value = mended === makeEmpty ? '' : fromSpreadsheet(column, mended)
  if (held.cells[column] !== undefined && held.cells[column] !== value)
    return [faultOfSheet('mended-twice', line, column)]
  held.cells[column] = value
  return []
}

/** A spreadsheet takes zeros off the front of a number and writes a date its own way; both can be undone for sure. */
function fromSpreadsheet(column: ColumnName, text: string): string {
  if (column === 'national_number' && /^\d{8,10}$/.test(text)) return text.padStart(11, '0')
  const date = column === 'birth_date' && /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  return date ? `${date[3]}-${date[2]!.padStart(2, '0')}-${date[1]!.padStart(2, '0')}` : text
}
