import { listAColumns, type RefusedRow, refusedRowsOfListA } from '../../../bureaus/index.ts'
import { byteOrderMark, csvRows } from '../../../platform/csv/write-csv.ts'
import type { ElectionDesk } from '../../desk.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { texts } from './texts.nl.ts'

const { faults: words } = texts
const names = listAColumns.map(({ name }) => name)

/** The refused rows of the file for list A with a column to mend them in, for whoever made the file. */
export async function downloadRefusedRows(desk: ElectionDesk): Promise<Response> {
  const { deps, election, context } = desk
  const rows = context.req.param('what') === 'list-a' && (await refusedRowsOfListA(deps, { election }))
  if (!rows) return notFoundPage(desk)
  return context.body(refusedRowsCsv(rows), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="te-verbeteren.csv"',
    'Cache-Control': 'no-store',
  })
}

/**
 * A line for each fault. The columns of the row are not named as those of a list: read in as one, these few rows would say that everybody else of
 * their source is gone.
 */
function refusedRowsCsv(rows: readonly RefusedRow[]): string {
  const { sheet, row, column, now, wrong, remedy, mended, asItWas } = words
  const header = [sheet, row, column, now, wrong, remedy, mended, ...names.map(asItWas)]
  const lines = rows.map(({ fault, fields }) => {
    const cells = names.map((name) => readable(name, fields[name]))
    const stands = cells[(names as readonly string[]).indexOf(fault.column)] ?? ''
    return [fault.sheet ?? '', fault.row, fault.column, stands, ...words.codes[fault.code], '', ...cells]
  })
  return byteOrderMark + csvRows([header, ...lines])
}

/** With dots a spreadsheet leaves a national number as it is; without, it takes the zeros off its front. */
function readable(name: string, cell: string): string {
  if (name !== 'national_number') return cell
  return cell.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})(\d\d)$/, '$1.$2.$3-$4.$5')
}
