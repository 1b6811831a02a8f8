import { Readable } from 'node:stream'
import { byteOrderMark, csvRows } from '../../platform/csv/write-csv.ts'
import { fileColumns, openFindings } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { csvFile } from '../voters/downloads.ts'

/** A file with the columns and nothing in them, to fill in. */
export async function downloadEmptyFile(desk: ElectionDesk) {
  const header = byteOrderMark + csvRows([fileColumns.map(({ name }) => name)])
  return csvFile(desk, Readable.from([Buffer.from(header)]), 'wijzigingen')
}

/** Everything that is wrong with the file, row by row. It names rows, columns and reasons, and no cell. */
export async function downloadFaults(desk: ElectionDesk) {
  const opened = await openFindings(desk.deps, { election: desk.election, purpose: 'amendments' })
  if (!opened.ok) return seeOther(desk, paths.amendmentsReport({ election: desk.election.code }))
  return csvFile(desk, opened.stream, 'fouten-wijzigingen')
}
