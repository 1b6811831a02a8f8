import { handedListCsv, handedListPdf, listKinds, openHandedList } from '../../../bureaus/index.ts'
import { byteOrderMark } from '../../../platform/csv/write-csv.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { fileName } from './handing-over.tsx'
import { handingOver } from './handing-over-texts.nl.ts'
import { texts } from './texts.nl.ts'

/** A list as it was adopted, as a file; who comes for a court or main bureau gets what was sent to it. */
export async function downloadHandedList(desk: ElectionDesk): Promise<Response> {
  const { context, deps, election, staff, session } = desk
  const kind = listKinds.find((one) => one === context.req.param('kind'))
  const file = context.req.param('file') ?? ''
  const form = (['csv', 'pdf'] as const).find((one) => kind && file === fileName(kind, one))
  const version = Number(context.req.param('version'))
  if (!kind || !form || !Number.isInteger(version)) return notFoundPage(desk)
  const asked = { election, kind, version, form, by: staff.staffId, receiver: session.authority }
  const opened = await openHandedList(deps, asked)
  if (!opened.ok) return opened.because === 'no-such-list' ? notFoundPage(desk) : notKeptPage(desk)
  const headers = { 'Content-Disposition': `attachment; filename="${file}"`, 'Cache-Control': 'no-store' }
  if (form === 'csv')
    return context.body(byteOrderMark + handedListCsv(opened), 200, {
      ...headers,
      'Content-Type': 'text/csv; charset=utf-8',
    })
  const pdf = await handedListPdf(deps, { election, opened })
  return context.body(new Uint8Array(pdf), 200, { ...headers, 'Content-Type': 'application/pdf' })
}

/** What was adopted can no longer be shown. */
export function notKeptPage(desk: ElectionDesk) {
  const { election, session } = desk
  const of = { election: election.code }
  const lists = session.authority
    ? { href: paths.receivedLists(of), text: handingOver.received.title }
    : { href: paths.memberLists(of), text: texts.title }
  return showPage(
    desk,
    {
      ...{ title: texts.title, caption: election.name, status: 409 },
      trail: [{ href: paths.bureaus(of), text: bureauTexts.title }, lists],
    },
    <p>{handingOver.handed.notKept}</p>,
  )
}
