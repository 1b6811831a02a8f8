import { Readable } from 'node:stream'
import { openFindings, openMendingSheet } from '../../voters/index.ts'
import type { ElectionDesk } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'

/** All findings, row by row. A cell that a spreadsheet would run as a formula is made harmless where it is written. */
export async function downloadFindings(desk: ElectionDesk) {
  const opened = await openFindings(desk.deps, desk)
  return opened.ok ? csvFile(desk, opened.stream, 'bevindingen') : nothingThere(desk)
}

/** The mending sheet; it holds personal data, and that it was asked for is written down by its use case. */
export async function downloadSheet(desk: ElectionDesk) {
  const { deps, election, staff } = desk
  const opened = await openMendingSheet(deps, { election, by: staff.staffId })
  return opened.ok ? csvFile(desk, opened.stream, 'herstelblad') : nothingThere(desk)
}

/** A CSV file that comes as it is written, to be kept under the name of what it is. */
export function csvFile(
  { context, election }: ElectionDesk,
  stream: AsyncIterable<Uint8Array>,
  what: string,
) {
  const body = Readable.toWeb(Readable.from(stream, { objectMode: false })) as ReadableStream
  return context.body(body, 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${what}-${election.code}.csv"`,
    'X-Content-Type-Options': 'nosniff',
  })
}

function nothingThere(desk: ElectionDesk) {
  return seeOther(desk, paths.voters({ election: desk.election.code }))
}
