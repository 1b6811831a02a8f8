import { type AreaElection, bureausOfArea } from '../../../bureaus/index.ts'
import { type Column, Table } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import type { BoardFacts } from '../day/board-facts.ts'
import { streamFacts } from '../day/board-stream.ts'
import { LiveBoard } from '../day/live-board.tsx'
import { rowsOfArea } from './area-facts.ts'
import { areaBoardFacts } from './board-facts.ts'
import { DayChoice } from './day-choice.tsx'
import { GoThere } from './go-there.tsx'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

const words = texts.board

/** Which bureaus of the area are complete, municipality by municipality. */
export async function showAreaBoard(desk: AreaDesk) {
  const { elections, days } = desk
  const facts = await factsNow(desk, desk.deps.clock.now())
  const dag = days.length > 1 ? desk.day : undefined
  return showPage(
    desk,
    { title: words.title, trail: [{ href: paths.start(), text: texts.start.title }] },
    <>
      <DayChoice desk={desk} here={paths.areaBoard()} />
      <LiveBoard
        {...{ title: words.title, facts }}
        address={withQuery(paths.areaBoard(), { dag })}
        stream={withQuery(paths.areaBoardStream(), { dag })}
      >
        <Table
          caption={words.caption}
          empty={texts.nothing}
          rows={elections}
          columns={columnsFor(desk, facts)}
        />
        <p>
          <a href={withQuery(paths.areaBureaus(), { dag, stand: 'onvolledig' })}>{words.incomplete}</a>
        </p>
      </LiveBoard>
    </>,
  )
}

/** The same as it changes. What is granted is asked of the database each time, so that a grant taken back shows at once. */
export function streamAreaBoard(desk: AreaDesk): Response {
  const of = [desk.authority, ...desk.elections.map(({ election }) => election.electionId)].join(' ')
  return streamFacts(desk, of, (now) => factsNow(desk, now))
}

async function factsNow({ deps, authority, elections }: AreaDesk, now: Date): Promise<BoardFacts> {
  const bureaus = await bureausOfArea(deps, { authority, elections })
  return areaBoardFacts(elections, rowsOfArea(elections, bureaus), now)
}

function columnsFor(desk: AreaDesk, { texts: cells }: BoardFacts): Column<AreaElection>[] {
  const { columns } = words
  const live =
    (name: string) =>
    ({ municipality }: AreaElection) => (
      <span data-live={`${name}-${municipality.slug}`}>{cells[`${name}-${municipality.slug}`]}</span>
    )
  return [
    {
      heading: columns.municipality,
      isRowHeading: true,
      cell: (of) => <GoThere {...{ desk, of, part: 'dag' }}>{of.municipality.name}</GoThere>,
    },
    { heading: columns.complete, isNumber: true, cell: live('complete') },
    { heading: columns.missing, cell: live('missing') },
    { heading: columns.last, cell: live('last') },
    { heading: columns.incidents, isNumber: true, cell: live('incidents') },
  ]
}
