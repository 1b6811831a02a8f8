import { type AreaElection, bureausOfArea } from '../../../bureaus/index.ts'
import { type Column, Figures, Progress, Table } from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { FollowingPage } from '../../following-page.tsx'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import type { BoardFacts } from '../day/board-facts.ts'
import { streamFacts } from '../day/board-stream.ts'
import { rowsOfArea } from './area-facts.ts'
import { areaBoardFacts } from './board-facts.ts'
import { DayChoice } from './day-choice.tsx'
import { GoThere } from './go-there.tsx'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

const words = texts.board

/** Which bureaus of the area are complete, municipality by municipality, moving along where there is script. */
export async function showAreaBoard(desk: AreaDesk) {
  const { elections, days } = desk
  const facts = await factsNow(desk, desk.deps.clock.now())
  const dag = days.length > 1 ? desk.day : undefined
  const here = withQuery(paths.areaBoard(), { dag })
  return showPage(
    desk,
    { title: words.title, trail: [{ href: paths.start(), text: texts.start.title }] },
    <section
      aria-label={words.title}
      {...(facts.total > 0 && {
        'data-live-from': withQuery(paths.areaBoardStream(), { dag }),
        'data-live-state': facts.state,
      })}
    >
      <DayChoice desk={desk} here={paths.areaBoard()} />
      <Progress label={words.label} done={facts.done} total={facts.total} />
      <Figures
        figures={[
          { name: words.figures.complete, value: facts.texts.complete!, live: 'complete' },
          { name: words.figures.incomplete, value: facts.texts.incomplete!, live: 'incomplete' },
          { name: words.figures.incidents, value: facts.texts.incidents!, live: 'incidents' },
        ]}
      />
      <p class="quiet" data-live="at">
        {facts.texts.at}
      </p>
      <FollowingPage words={words} address={here} />
      <Table
        caption={words.caption}
        empty={texts.nothing}
        rows={elections}
        columns={columnsFor(desk, facts)}
      />
      <p>
        <a href={withQuery(paths.areaBureaus(), { dag, stand: 'onvolledig' })}>{words.incomplete}</a>
      </p>
    </section>,
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
