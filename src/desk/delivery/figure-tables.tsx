import { byteOrderMark, csvRows } from '../../platform/csv/write-csv.ts'
import { type Column, countText } from '../../platform/http/components/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { texts } from './figures-texts.nl.ts'

/** A column of a table that is there as a file too: `of` is what the file says. */
export type FigureColumn<Row> = Column<Row> & { readonly of?: (row: Row) => number | string }

export function number<Row>(heading: string, of: (row: Row) => number): FigureColumn<Row> {
  return { heading, isNumber: true, of, cell: (row) => countText(of(row)) }
}

export function Download({ href }: { href: string }) {
  return (
    <p class="no-print">
      <a href={href}>{texts.download}</a>
    </p>
  )
}

/** All rows of a table, for a spreadsheet. */
export function csvOf<Row>(columns: readonly FigureColumn<Row>[], rows: readonly Row[]): string {
  return (
    byteOrderMark +
    csvRows([columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ of }) => of!(row)))])
  )
}

export function csvAnswer({ context, election }: ElectionDesk, name: string, csv: string): Response {
  return context.body(csv, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${election.code}-${name}"`,
  })
}
