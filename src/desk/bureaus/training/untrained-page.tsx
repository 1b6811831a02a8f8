import { type UntrainedChair, untrainedChairs } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { type Column, Pages, Table } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName, fullName } from '../bureau-text.ts'
import { texts } from './texts.nl.ts'
import { trailOf } from './with-training.ts'

const words = texts.without
const onPage = 50

/** Chairs who were in no training yet, by bureau. */
export async function showUntrained(desk: ElectionDesk) {
  const { election, context } = desk
  const after = context.req.query('vanaf')
  const here = paths.untrainedChairs({ election: election.code })
  const found = await inOwnScope(desk, (db) => untrainedChairs(db, election, { after, limit: onPage + 1 }))
  const rows = found.slice(0, onPage)
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail: trailOf(desk) },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Table
        {...{ caption: words.caption, rows, empty: texts.allTrained, columns: columnsFor(election.code) }}
      />
      <Pages
        next={found.length > onPage ? withQuery(here, { vanaf: rows.at(-1)!.number }) : undefined}
        first={after === undefined ? undefined : here}
      />
    </>,
  )
}

function columnsFor(election: string): Column<UntrainedChair>[] {
  const { columns } = words
  return [
    {
      heading: columns.bureau,
      isRowHeading: true,
      cell: (row) => <a href={paths.bureau({ election, number: row.number })}>{bureauName(row)}</a>,
    },
    { heading: columns.who, cell: fullName },
    {
      heading: columns.enrolled,
      cell: ({ enrolledIn }) => (enrolledIn ? momentText(enrolledIn, 'nl') : words.notEnrolled),
    },
  ]
}
