import { handedListTable, listKinds, openHandedList } from '../../../bureaus/index.ts'
import { longDate } from '../../../platform/dates.ts'
import { ButtonGroup, ButtonLink, countText, Pages, Table } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { texts as bureauTexts } from '../texts.nl.ts'
import { notKeptPage } from './handed-list.tsx'
import { fileName } from './handing-over.tsx'
import { handingOver } from './handing-over-texts.nl.ts'
import { texts } from './texts.nl.ts'

const onPage = 100
const words = handingOver.received

/** A list that was sent to the court or main bureau that somebody comes for, a hundred at a time: to read only. */
export async function showReceivedList(desk: ElectionDesk) {
  const { context, deps, election, staff, session } = desk
  const kind = listKinds.find((one) => one === context.req.param('kind'))
  const version = Number(context.req.param('version'))
  if (!kind || !Number.isInteger(version) || !session.authority) return notFoundPage(desk)
  const asked = { election, kind, version, by: staff.staffId, receiver: session.authority } as const
  const opened = await openHandedList(deps, { ...asked, form: 'page' })
  if (!opened.ok) return opened.because === 'no-such-list' ? notFoundPage(desk) : notKeptPage(desk)
  const { columns, rows } = handedListTable(opened)
  const from = Math.max(0, Math.trunc(Number(context.req.query('vanaf')) || 0))
  const of = { election: election.code }
  const here = paths.receivedListPage({ ...of, kind, version })
  const next = from + onPage < rows.length ? withQuery(here, { vanaf: String(from + onPage) }) : undefined
  const { decision, decidedOn } = opened.list
  return showPage(
    desk,
    {
      ...{ title: words.list(kind, version), caption: election.name },
      trail: [
        { href: paths.bureaus(of), text: bureauTexts.title },
        { href: paths.receivedLists(of), text: words.title },
      ],
    },
    <>
      <p class="desk-lead">
        {words.decided(countText(rows.length), texts.on(decision!, longDate(decidedOn!, 'nl')))}
      </p>
      <ButtonGroup>
        {(['csv', 'pdf'] as const).map((form) => (
          <ButtonLink
            kind="secondary"
            href={paths.receivedList({ ...of, kind, version, file: fileName(kind, form) })}
          >
            {handingOver.handed[form]}
          </ButtonLink>
        ))}
      </ButtonGroup>
      <Table
        {...{ caption: words.list(kind, version), hideCaption: true, empty: words.empty }}
        rows={rows.slice(from, from + onPage)}
        columns={columns.map((heading, at) => ({ heading, cell: (row: readonly string[]) => row[at] }))}
      />
      <Pages next={next} first={from > 0 ? here : undefined} />
    </>,
  )
}
