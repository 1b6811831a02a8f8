import type { ListRowFault } from '../../../bureaus/index.ts'
import { byteOrderMark, csvRows } from '../../../platform/csv/write-csv.ts'
import { type Column, countText, Table } from '../../../platform/http/components/index.ts'
import { texts } from './texts.nl.ts'

const words = texts.faults
const mostShown = 100

/** The first faults by row and column, and all of them as a file. */
interface FaultsProps {
  readonly faults: readonly ListRowFault[]
  readonly download?: string
  /** The rows themselves, with a column to mend them in. */
  readonly refused?: string | false
}

export function Faults({ faults, download, refused }: FaultsProps) {
  const caption = words.caption(faults.length)
  return (
    <>
      {download && (
        <p>
          <a href={download}>{words.download}</a>
        </p>
      )}
      {refused && (
        <p>
          <a href={refused}>{words.refused}</a>. {words.refusedLead}
        </p>
      )}
      <Table
        {...{
          caption,
          columns: faults.some(({ sheet }) => sheet) ? [onSheet, ...columns] : columns,
          rows: faults.slice(0, mostShown),
          empty: '',
        }}
      />
      {faults.length > mostShown && (
        <p>{download ? words.more(faults.length - mostShown) : words.moreOnly(faults.length - mostShown)}</p>
      )}
    </>
  )
}

const onSheet: Column<ListRowFault> = { heading: words.sheet, cell: ({ sheet }) => sheet ?? '' }

const columns: readonly Column<ListRowFault>[] = [
  { heading: words.row, cell: ({ row }) => countText(row), isRowHeading: true },
  { heading: words.column, cell: ({ column }) => <code>{column}</code> },
  { heading: words.wrong, cell: ({ code }) => words.codes[code][0] },
  { heading: words.remedy, cell: ({ code }) => words.codes[code][1] },
]

/** The same as a file. No cell is quoted. */
export function faultsCsv(faults: readonly ListRowFault[]): string {
  const rows = faults.map(({ sheet = '', row, column, code }) => [sheet, row, column, ...words.codes[code]])
  return byteOrderMark + csvRows([[words.sheet, words.row, words.column, words.wrong, words.remedy], ...rows])
}
