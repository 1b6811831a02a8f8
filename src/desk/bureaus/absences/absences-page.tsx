import { type AbsenceCount, absenceCounts, bureauDay, loadBureauRules } from '../../../bureaus/index.ts'
import type { Election } from '../../../elections/index.ts'
import { recordAudit } from '../../../platform/audit.ts'
import { dayInBelgium, longDate } from '../../../platform/dates.ts'
import { type Column, countText, Pages, Table, Tag } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { type BureauId, isId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const onPage = 100
const words = texts.list

/** Bureaus where somebody stayed away, came late or left early, and by when who prosecutes has to know. */
export async function showAllAbsences(desk: ElectionDesk) {
  const { election, context, staff } = desk
  const asked = context.req.query('na') ?? ''
  const after = isId(asked) ? (asked as BureauId) : undefined
  const found = await inOwnScope(desk, async (db) => {
    const { municipalityId, electionId } = election
    const action = 'bureaus.absences-opened'
    await recordAudit(db, { municipalityId, actor: staff.staffId, action, subject: electionId })
    return absenceCounts(db, election, { after, most: onPage + 1 })
  })
  const rows = found.slice(0, onPage)
  const here = paths.absences({ election: election.code })
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail: trailOf(election) },
    <>
      <Deadline election={election} />
      <Table {...{ caption: words.caption, empty: words.empty, rows, columns: columnsFor(desk) }} />
      {may(desk, 'bureaus.manage') && (
        <p>
          <a href={paths.services({ election: election.code })}>{words.services}</a>
        </p>
      )}
      <Pages
        next={found.length > onPage ? withQuery(here, { na: rows.at(-1)!.bureauId }) : undefined}
        first={after && here}
      />
    </>,
  )
}

export function trailOf({ code }: Election) {
  return [{ href: paths.bureaus({ election: code }), text: bureauTexts.title }]
}

/** To whom the files go, and by when, as the rules of this election say. */
export function Deadline({ election }: { election: Election }) {
  const { absence } = loadBureauRules(election.ruleset)
  const day = bureauDay(election, absence.deadline)
  return (
    <p class="desk-lead">
      {words.lead(texts.addressees[absence.route.value[0]!])}{' '}
      {day ? words.until(longDate(day, 'nl')) : words.noDay}
    </p>
  )
}

function columnsFor(desk: ElectionDesk): Column<AbsenceCount>[] {
  const { columns } = words
  const election = desk.election.code
  const { absence } = loadBureauRules(desk.election.ruleset)
  const lastDay = bureauDay(desk.election, absence.deadline)
  const isOver = lastDay !== undefined && dayInBelgium(desk.deps.clock.now()) > lastDay
  const onRoute = absence.route.value.length
  return [
    {
      heading: columns.bureau,
      isRowHeading: true,
      cell: (row) => <a href={paths.absencesOfBureau({ election, number: row.number })}>{bureauName(row)}</a>,
    },
    { heading: columns.absent, isNumber: true, cell: ({ absent }) => countText(absent) },
    { heading: columns.late, isNumber: true, cell: ({ late }) => countText(late) },
    { heading: columns.left, isNumber: true, cell: ({ left }) => countText(left) },
    { heading: columns.open, isNumber: true, cell: ({ open }) => countText(open) },
    { heading: columns.reported, isNumber: true, cell: ({ reported }) => countText(reported) },
    { heading: columns.excused, isNumber: true, cell: ({ excused }) => countText(excused) },
    {
      heading: columns.sent,
      cell: ({ lastVersion, sent, open }) => {
        if (lastVersion === 0 && open === 0) return words.nothingToSend
        const isLate = isOver && sent === 0
        return (
          <Tag colour={isLate ? 'red' : sent === onRoute ? 'green' : 'yellow'}>
            {lastVersion === 0 ? words.noFile(isLate) : words.sentTo(sent, onRoute, isLate)}
          </Tag>
        )
      },
    },
    {
      heading: columns.state,
      cell: ({ unknown }) => (
        <Tag colour={unknown > 0 ? 'yellow' : 'green'}>
          {unknown > 0 ? words.unknown(unknown) : words.ready}
        </Tag>
      ),
    },
  ]
}
