import {
  type ChangedSeat,
  type ComposedMember,
  compositionCsv,
  compositionPdf,
  type OpenedComposition,
  openComposition,
} from '../../../bureaus/index.ts'
import { byteOrderMark } from '../../../platform/csv/write-csv.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  countText,
  SummaryList,
  Table,
} from '../../../platform/http/components/index.ts'
import { type CompositionId, isId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import { openedText } from './compositions-page.tsx'
import { texts } from './texts.nl.ts'

const words = texts.one
const { columns } = words

/** One composition as it was handed over: what changed since the one before, then bureau by bureau. */
export async function showComposition(desk: ElectionDesk) {
  const opened = await openedOf(desk, 'page')
  if (!opened) return notFoundPage(desk)
  const { election } = desk
  const { sent, composition, changes } = opened
  const address = { election: election.code, composition: sent.compositionId }
  return showPage(
    desk,
    {
      ...{ title: words.title(sent.version), caption: election.name },
      trail: [{ href: paths.compositions({ election: election.code }), text: texts.title }],
    },
    <>
      <SummaryList
        facts={[
          { name: words.facts.sent, value: momentText(sent.sentAt, 'nl') },
          { name: words.facts.opened, value: openedText(sent) },
          { name: words.facts.people, value: texts.now.of(countText(sent.people), countText(sent.bureaus)) },
          { name: words.facts.digest, value: <code>{sent.digest}</code> },
        ]}
      />
      <ButtonGroup>
        <ButtonLink kind="secondary" href={paths.compositionFile({ ...address, file: 'samenstelling.csv' })}>
          {words.csv}
        </ButtonLink>
        <ButtonLink kind="secondary" href={paths.compositionFile({ ...address, file: 'samenstelling.pdf' })}>
          {words.pdf}
        </ButtonLink>
      </ButtonGroup>
      <h2>{words.changes}</h2>
      {changes ? <Changes changes={changes} /> : <p>{words.first}</p>}
      {composition.bureaus.map((bureau) => (
        <>
          <h2>{[bureauName(bureau), bureau.place, bureau.room].filter(Boolean).join(', ')}</h2>
          <Table
            caption={bureauName(bureau)}
            hideCaption
            empty={words.empty}
            rows={bureau.members}
            columns={memberColumns(bureau.members)}
          />
        </>
      ))}
    </>,
  )
}

function Changes({ changes }: { changes: readonly ChangedSeat[] }) {
  return (
    <>
      <p>{words.changed(changes.length)}</p>
      <Table
        caption={words.changes}
        hideCaption
        empty={words.changed(0)}
        rows={changes}
        columns={[
          { heading: columns.bureau, cell: ({ bureau }) => bureauName(bureau) },
          { heading: columns.seat, isRowHeading: true, cell: seatName },
          { heading: columns.before, cell: ({ before }) => before ?? words.nobody },
          { heading: columns.now, cell: ({ now }) => now ?? words.nobody },
        ]}
      />
    </>
  )
}

function memberColumns(members: readonly ComposedMember[]): Column<ComposedMember>[] {
  const reach: Column<ComposedMember> = {
    heading: columns.reach,
    cell: ({ phone, email }) => [phone, email].filter(Boolean).join(', '),
  }
  return [
    { heading: columns.seat, isRowHeading: true, cell: seatName },
    { heading: columns.who, cell: fullName },
    ...(members.some(({ phone }) => phone) ? [reach] : []),
  ]
}

/** The same as a file. */
export async function downloadComposition(desk: ElectionDesk): Promise<Response> {
  const { context, deps, election } = desk
  const file = context.req.param('file')
  if (file !== 'samenstelling.csv' && file !== 'samenstelling.pdf') return notFoundPage(desk)
  const isCsv = file === 'samenstelling.csv'
  const opened = await openedOf(desk, isCsv ? 'csv' : 'pdf')
  if (!opened) return notFoundPage(desk)
  const headers = { 'Content-Disposition': `attachment; filename="${file}"`, 'Cache-Control': 'no-store' }
  if (isCsv)
    return context.body(byteOrderMark + compositionCsv(opened), 200, {
      ...headers,
      'Content-Type': 'text/csv; charset=utf-8',
    })
  const pdf = await compositionPdf(deps, { election, opened })
  return context.body(new Uint8Array(pdf), 200, { ...headers, 'Content-Type': 'application/pdf' })
}

async function openedOf(
  { deps, election, staff, session, context }: ElectionDesk,
  form: 'page' | 'csv' | 'pdf',
): Promise<OpenedComposition | undefined> {
  const asked = context.req.param('composition') ?? ''
  if (!isId(asked)) return undefined
  const compositionId = asked as string as CompositionId
  const which = { election, compositionId, by: staff.staffId, receiver: session.authority, form }
  return openComposition(deps, which)
}
