import { calledPerPage, type PersonToCall, showPeopleToCall } from '../../../bureaus/index.ts'
import { type Column, Pages, Table } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName, fullName } from '../bureau-text.ts'
import { texts as bureauTexts, roles } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'
import { waysOf } from './ways.ts'

const words = texts.toCall

/** Whom no message reaches, with the telephone number that they gave: to call from the screen, or from paper. */
export async function showToCall(desk: ElectionDesk) {
  const { deps, election, staff, context } = desk
  const asked = context.req.query('na') ?? ''
  const after = isId(asked) ? (asked as string as AssignmentId) : undefined
  const { sms } = waysOf(desk)
  const { people, hasMore } = await showPeopleToCall(deps, { election, by: staff.staffId, sms, after })
  const here = paths.peopleToCall({ election: election.code })
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.messages({ election: election.code }), text: texts.title },
  ]
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail },
    <>
      <p class="no-print">{words.lead}</p>
      <Table
        {...{ caption: words.caption, empty: words.none, rows: people, columns: columnsFor(election.code) }}
      />
      <p class="no-print">{words.notHere}</p>
      <Pages
        next={hasMore ? withQuery(here, { na: people[calledPerPage - 1]!.assignmentId }) : undefined}
        first={after && here}
      />
    </>,
  )
}

function columnsFor(election: string): readonly Column<PersonToCall>[] {
  const { columns } = words
  return [
    {
      heading: columns.who,
      isRowHeading: true,
      cell: (one) => (
        <a href={paths.bureauAssignment({ election, assignment: one.assignmentId })}>{fullName(one)}</a>
      ),
    },
    { heading: columns.seat, cell: (one) => `${roles[one.role]}, ${bureauName(one)}` },
    {
      heading: columns.phone,
      cell: ({ phone }) =>
        phone ? <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a> : words.noPhone,
    },
    { heading: columns.why, cell: ({ because }) => words.because[because] },
    {
      heading: columns.done,
      cell: (one) => (
        <a class="no-print" href={paths.memberContact({ election, assignment: one.assignmentId })}>
          {words.change}
          <span class="govuk-visually-hidden"> {fullName(one)}</span>
        </a>
      ),
    },
  ]
}
