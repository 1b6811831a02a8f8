import { listsSentTo, type MemberList } from '../../../bureaus/index.ts'
import { longDate } from '../../../platform/dates.ts'
import { type Column, countText, Table } from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { fileName } from './handing-over.tsx'
import { handingOver } from './handing-over-texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = handingOver.received

/** The lists that were sent to the court or main bureau that somebody comes for, to read and to fetch. */
export async function showReceivedLists(desk: ElectionDesk) {
  const { election, session } = desk
  const { authority } = session
  if (!authority) return notFoundPage(desk)
  const rows = await inOwnScope(desk, (db) => listsSentTo(db, election, authority))
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name },
      trail: [{ href: paths.bureaus({ election: election.code }), text: bureauTexts.title }],
    },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Table {...{ caption: words.caption, empty: words.none, rows, columns: columnsFor(election.code) }} />
    </>,
  )
}

function columnsFor(election: string): readonly Column<MemberList>[] {
  const { columns, list, csv, pdf, fileOf } = words
  const link = ({ kind, version }: MemberList, form: 'csv' | 'pdf', label: string) => (
    <a href={paths.receivedList({ election, kind, version, file: fileName(kind, form) })}>
      {label}
      <span class="govuk-visually-hidden">{fileOf(kind, version)}</span>
    </a>
  )
  return [
    {
      heading: columns.list,
      isRowHeading: true,
      cell: ({ kind, version }) => (
        <a href={paths.receivedListPage({ election, kind, version })}>{list(kind, version)}</a>
      ),
    },
    {
      heading: columns.files,
      cell: (one) => (
        <>
          {link(one, 'csv', csv)} {link(one, 'pdf', pdf)}
        </>
      ),
    },
    { heading: columns.people, isNumber: true, cell: ({ people }) => countText(people!) },
    {
      heading: columns.decided,
      cell: ({ decision, decidedOn }) => texts.on(decision!, longDate(decidedOn!, 'nl')),
    },
    { heading: columns.sent, cell: ({ sentOn }) => longDate(sentOn!, 'nl') },
    { heading: columns.digest, cell: ({ contentSha256 }) => <code>{contentSha256!.slice(0, 16)}…</code> },
  ]
}
