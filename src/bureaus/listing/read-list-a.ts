import { CsvFault, type CsvFaultCode } from '../../platform/csv/csv-fault.ts'
import { withoutApostrophe } from '../../platform/csv/write-csv.ts'
import { type Refused, refused } from '../../platform/result.ts'
import { type FileRow, readFileRows, withZeros } from '../../platform/xlsx/read-file-rows.ts'
import { type ListAColumn, type ListAFields, listAColumns } from './list-a-format.ts'
import { damageFault, type ListRowFault, listRowFault, onSheet } from './list-row-fault.ts'
import { type ListARow, type ListARules, readListARow } from './read-list-a-row.ts'

/** Nothing of a file is used when it is refused. */
export type RefusedFile =
  | (Refused<'rows-refused'> & { readonly faults: readonly ListRowFault[] })
  | (Refused<'not-a-list'> & { readonly fault: CsvFaultCode })
  | Refused<'too-many-rows'>

export const mostListRows = 200_000

/** The rows of a file for list A, CSV or workbook, or all that is wrong with them. */
export async function readListA(
  stream: AsyncIterable<Uint8Array>,
  rules: ListARules,
  sheet?: string,
): Promise<{ readonly ok: true; readonly rows: readonly ListARow[] } | RefusedFile> {
  const rows: ListARow[] = []
  const faults: ListRowFault[] = []
  let from: string | undefined
  try {
    for await (const row of readFileRows(stream, { columns: listAColumns, sheet })) {
      const read = readOne(row, rules)
      if ('right' in read) rows.push(read.right)
      else faults.push(...read.faults.map((fault) => onSheet(fault, row.sheet)))
      from = row.sheet
      if (rows.length + faults.length > mostListRows)
        return refused('too-many-rows', `at most ${mostListRows}`)
    }
  } catch (error) {
    if (error instanceof CsvFault) return { ...refused('not-a-list', error.detail), fault: error.because }
    throw error
  }
  faults.push(...namedTwice(rows).map((fault) => onSheet(fault, from)))
  if (faults.length > 0)
    return { ...refused('rows-refused', faults.length === 1 ? '1 fault' : `${faults.length} faults`), faults }
  if (rows.length === 0)
    return { ...refused('not-a-list', 'the list has a header and no rows'), fault: 'empty' }
  return { ok: true, rows }
}

function readOne(read: FileRow<ListAColumn>, rules: ListARules) {
  const { row, fields, sheet } = read
  const damaged = damageFault(read, 'national_number')
  if (damaged) return { faults: [damaged] }
  const cells = Object.entries(fields).map(([name, cell]) => [name, withoutApostrophe(cell)])
  const texts = Object.fromEntries(cells) as ListAFields
  const national_number = sheet === undefined ? texts.national_number : withZeros(texts.national_number)
  return readListARow(row, { ...texts, national_number }, rules)
}

/** The same person from two sources or in two categories is no fault; the same naming twice is. */
function namedTwice(rows: readonly ListARow[]): ListRowFault[] {
  const seen = new Set<string>()
  return rows.flatMap(({ row, nationalNumber, entry: { category, source } }) => {
    const naming = JSON.stringify([nationalNumber, category, source])
    if (!seen.has(naming)) return seen.add(naming) && []
    return [listRowFault(row, 'national_number', 'twice')]
  })
}
