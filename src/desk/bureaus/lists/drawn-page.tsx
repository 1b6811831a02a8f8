import { type DrawnVoter, drawnOfSection, drawnPerPage, listBSections } from '../../../bureaus/index.ts'
import { type Column, countText, Pages, Table, Tag } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.drawn

/** The order of one section: list B first, the queue behind it. */
export async function showDrawn(desk: ElectionDesk) {
  const { election, context } = desk
  const section = Number(context.req.param('section'))
  const after = Math.trunc(Number(context.req.query('na')) || 0)
  const { one, found } = await inOwnScope(desk, async (db) => ({
    one: (await listBSections(db, election))?.find((each) => each.section === section),
    found: await drawnOfSection(db, election, { section, after }),
  }))
  if (!one) return notFoundPage(desk)
  const rows = found.slice(0, drawnPerPage)
  const here = paths.listB({ election: election.code, section })
  const next = found.length > drawnPerPage ? withQuery(here, { na: String(rows.at(-1)!.rank) }) : undefined
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.memberLists({ election: election.code }), text: texts.title },
  ]
  return showPage(
    desk,
    { title: words.title(section), caption: election.name, trail },
    <>
      <p class="desk-lead">{words.lead(one.places)}</p>
      <Table {...{ caption: words.caption, columns: columnsFor(one.places), rows, empty: words.none }} />
      <Pages next={next} first={after > 0 ? here : undefined} />
    </>,
  )
}

function columnsFor(places: number): readonly Column<DrawnVoter>[] {
  const { columns, onList, inQueue } = words
  return [
    { heading: columns.rank, isNumber: true, cell: ({ rank }) => countText(rank) },
    { heading: columns.name, isRowHeading: true, cell: fullName },
    {
      heading: columns.where,
      cell: ({ rank }) =>
        rank <= places ? <Tag colour="blue">{onList}</Tag> : <Tag colour="grey">{inQueue}</Tag>,
    },
    { heading: columns.now, cell: nowText },
  ]
}

function nowText(voter: DrawnVoter): string {
  const { free, ...reasons } = words.now
  const codes = Object.keys(reasons) as (keyof typeof reasons)[]
  return codes.filter((code) => voter[code]).map((code) => reasons[code])[0] ?? free
}
