import {
  type AreaElection,
  type ListedExcuse,
  listExcuses,
  loadBureauRules,
  mayAsAuthority,
  waitingInArea,
} from '../../../bureaus/index.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { momentText } from '../../../platform/dates.ts'
import { staffOf } from '../../../platform/db/scope.ts'
import { type Column, Inset, Pages, Table, Tag } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { isId } from '../../../platform/ids.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { seatText } from '../excuses/list-page.tsx'
import { texts as excuseTexts } from '../excuses/texts.nl.ts'
import { inEachMunicipality } from './each-municipality.ts'
import { GoThere } from './go-there.tsx'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

const onPage = 50
const words = texts.excuses

interface Waiting extends ListedExcuse {
  readonly of: AreaElection
}

/** Who in the area asked to be excused and waits for a decision, where the law gives it to this court or main bureau. */
export async function showAreaExcuses(desk: AreaDesk) {
  const { context, deps, authority, coming } = desk
  const decides = ({ election, kind }: AreaElection) =>
    mayAsAuthority(loadBureauRules(election.ruleset), kind, 'decideExcuses')
  const elections = coming.filter(decides)
  const from = context.req.query('vanaf')
  const after = from && isId(from) ? from : undefined
  const { waiting, hasMore } = await waitingInArea(deps, {
    ...{ authority, elections, what: 'decision', after, most: onPage },
  })
  const shown = await inEachMunicipality(desk, waiting, async (of, { staffId, municipalityId }, some) =>
    deps.database.inScope(staffOf(municipalityId), async (db) => {
      const only = some.map(({ assignmentId }) => assignmentId)
      const listed = await listExcuses(db, of.election, { areOpen: true, only })
      const event = { municipalityId, actor: staffId, action: 'bureaus.excuses-opened' }
      await recordAudit(db, { ...event, subject: of.election.electionId })
      return listed.map((one): Waiting => ({ ...one, of }))
    }),
  )
  const rows = shown.flat().sort((one, other) => (one.assignmentId < other.assignmentId ? -1 : 1))
  const dag = context.req.query('dag')
  const isElsewhere = elections.length < coming.length
  return showPage(
    desk,
    { title: words.title, trail: [{ href: paths.start(), text: texts.start.title }] },
    <>
      <p class="desk-lead">{words.lead}</p>
      {isElsewhere && <Inset>{words.decidesNot}</Inset>}
      <Table {...{ caption: words.caption, empty: words.empty, rows, columns: columnsFor(desk) }} />
      <Pages
        next={
          hasMore ? withQuery(paths.areaExcuses(), { dag, vanaf: waiting.at(-1)!.assignmentId }) : undefined
        }
        first={after && withQuery(paths.areaExcuses(), { dag })}
      />
    </>,
  )
}

function columnsFor(desk: AreaDesk): Column<Waiting>[] {
  const { columns } = words
  const { inTime, late } = excuseTexts.list
  return [
    { heading: columns.municipality, cell: ({ of }) => of.municipality.name },
    {
      heading: columns.who,
      isRowHeading: true,
      cell: ({ of, excuseId, name }) => (
        <GoThere {...{ desk, of, part: 'verontschuldigingen', which: excuseId }}>{name}</GoThere>
      ),
    },
    { heading: columns.seat, cell: seatText },
    { heading: columns.asked, cell: ({ askedAt }) => momentText(askedAt, 'nl') },
    {
      heading: columns.inTime,
      cell: (one) => <Tag colour={one.inTime ? 'green' : 'yellow'}>{one.inTime ? inTime : late}</Tag>,
    },
  ]
}
