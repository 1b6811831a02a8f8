import { type AreaElection, compositionsOfArea, type SentComposition } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { type Column, countText, Table } from '../../../platform/http/components/index.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { DayChoice } from '../area/day-choice.tsx'
import { GoThere } from '../area/go-there.tsx'
import { texts as areaTexts } from '../area/texts.nl.ts'
import type { AreaDesk } from '../area/with-area.ts'
import { openedText } from './compositions-page.tsx'
import { texts } from './texts.nl.ts'

const words = texts.area

interface Received {
  readonly of: AreaElection
  readonly sent: SentComposition | undefined
}

/** The last composition that each municipality of the area handed over; what is in it is opened there. */
export async function showAreaCompositions(desk: AreaDesk) {
  const all = await compositionsOfArea(desk.deps, desk.authority)
  const rows = desk.elections.map(
    (of): Received => ({ of, sent: all.find(({ electionId }) => electionId === of.election.electionId) }),
  )
  return showPage(
    desk,
    { title: words.title, trail: [{ href: paths.start(), text: areaTexts.start.title }] },
    <>
      <p class="desk-lead">{words.lead}</p>
      <DayChoice desk={desk} here={paths.areaCompositions()} />
      <Table {...{ caption: words.caption, empty: areaTexts.nothing, rows, columns: columnsFor(desk) }} />
    </>,
  )
}

function columnsFor(desk: AreaDesk): Column<Received>[] {
  const { columns } = words
  return [
    { heading: columns.municipality, isRowHeading: true, cell: ({ of }) => of.municipality.name },
    {
      heading: columns.version,
      cell: ({ of, sent }) =>
        sent ? (
          <GoThere {...{ desk, of, part: 'samenstelling', which: sent.compositionId }}>
            {texts.sent.version(sent.version)}
            <span class="govuk-visually-hidden"> {of.municipality.name}</span>
          </GoThere>
        ) : (
          words.none
        ),
    },
    { heading: columns.sent, cell: ({ sent }) => (sent ? momentText(sent.sentAt, 'nl') : '') },
    { heading: columns.people, isNumber: true, cell: ({ sent }) => (sent ? countText(sent.people) : '') },
    { heading: columns.opened, cell: ({ sent }) => openedText(sent) },
    {
      heading: columns.digest,
      cell: ({ sent }) => (sent ? <code>{sent.digest.slice(0, 16)}…</code> : ''),
    },
  ]
}
