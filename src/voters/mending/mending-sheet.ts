import { createHash } from 'node:crypto'
import { type Finding, type FindingCode, finding } from '../checking/import-finding.ts'
import { type ColumnName, type ListRow, listColumns } from '../list-format.ts'

/** The columns that come back; the rest of a sheet is there to be read. */
export const sheetColumns = {
  en: { row: 'row', check: 'check', column: 'column', mended: 'correction' },
  nl: { row: 'rij', check: 'controle', column: 'kolom', mended: 'verbetering' },
} as const

/** What a clerk writes to make a cell empty, for nothing written changes nothing. */
export const makeEmpty = '-'

/** What a clerk writes to leave the row out, such as the second of a double. */
export const leaveOut = { en: 'LEAVE OUT', nl: 'WEGLATEN' } as const

/** What a clerk has filled in for one row of a list. */
export interface MendedRow {
  /** Ties it to the row as it stood when the sheet was made. */
  readonly check: string
  /** Line of the sheet: that is where a fault of it is. */
  readonly line: number
  readonly cells: Readonly<Partial<ListRow>>
  readonly leftOut: boolean
}

/** By row of the list. Lines that nothing was filled in for are not in it. */
export type Mending = ReadonlyMap<number, MendedRow>

/** Begins with a letter: a spreadsheet would take `12345e67` for a number, and write it back as another. */
export function checkOf(cells: ListRow): string {
  const text = listColumns.map(({ name }) => cells[name]).join('\x1f')
  return `r${createHash('sha256').update(text).digest('hex').slice(0, 15)}`
}

export function isColumn(text: string): text is ColumnName {
  return listColumns.some(({ name }) => name === text)
}

/** Columns that say where somebody lives: of a protected address a sheet shows none of them. */
export const addressCells: ReadonlySet<ColumnName> = new Set(
  listColumns
    .map(({ name }) => name)
    .filter((name) => /street|house|box|postcode|city|country|care_of/.test(name)),
)

export function faultOfSheet(code: FindingCode, line: number, column?: string): Finding {
  return finding(code, column === undefined ? { row: line } : { row: line, column })
}

/** The sheet cannot be used on this list; nothing of it was. */
export class SheetRefused extends Error {
  readonly because: 'sheet-refused' | 'another-list'
  readonly findings: readonly Finding[]

  constructor(because: 'sheet-refused' | 'another-list', findings: readonly Finding[]) {
    super(because)
    this.because = because
    this.findings = findings
  }
}
