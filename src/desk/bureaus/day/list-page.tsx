import { type DayOfBureau, type DaySeat, isThere } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { Table } from '../../../platform/http/components/index.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName, seatName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { hourOf, nameOf } from './day-text.ts'
import { checkpoints, page, standings, list as words } from './texts.nl.ts'
import type { DayDesk } from './with-day.ts'

/** The list of one bureau on paper, for when no telephone works: who has to be there, with room to write. */
export function showList(desk: DayDesk) {
  const { election, day } = desk
  const { bureau } = day
  const of = { election: election.code, number: bureau.number }
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.bureauDay(of), text: page.title(bureauName(bureau)) },
  ]
  return showPage(
    desk,
    { title: words.title(bureauName(bureau)), caption: election.name, trail },
    <>
      <p class="no-print">{words.lead}</p>
      <Sheet day={day} />
    </>,
  )
}

/** What stands on the paper of one bureau. */
export function Sheet({ day }: { day: DayOfBureau }) {
  const { bureau, seats, meetsAt, open } = day
  const where = [bureau.place, bureau.room, meetsAt && momentText(meetsAt, 'nl')].filter(Boolean).join(', ')
  return (
    <div class="attendance-sheet">
      <p>{where}</p>
      <Table
        {...{
          caption: words.caption(bureauName(bureau)),
          empty: page.none,
          rows: seats.flatMap(linesOf),
          columns: columnsFor(day),
        }}
      />
      {oathsOf(day).map((oath) => (
        <p>
          {words.oath}: <q>{oath}</q>
        </p>
      ))}
      <p>{words.extra}: ______________________________________________</p>
      {open.length > 0 && <p>{words.momentHint}</p>}
      <p>
        {words.moments}: {open.map((one) => `${checkpoints[one]} ____`).join(', ')}
      </p>
    </div>
  )
}

const oathsOf = ({ seats }: DayOfBureau) => [...new Set(seats.flatMap(({ oath }) => oath ?? []))]

interface Line {
  readonly seat: DaySeat
  readonly person?: DaySeat['people'][number]
}

function linesOf(seat: DaySeat): Line[] {
  return seat.people.length > 0 ? seat.people.map((person) => ({ seat, person })) : [{ seat }]
}

const columnsFor = ({ reached, open }: DayOfBureau) => [
  { heading: words.columns.seat, isRowHeading: true, cell: ({ seat }: Line) => seatName(seat) },
  { heading: words.columns.who, cell: ({ person }: Line) => person && nameOf(person) },
  {
    heading: words.columns.arrived,
    cell: ({ person }: Line) => person?.arrivedAt && hourOf(person.arrivedAt),
  },
  { heading: words.columns.oath, cell: ({ person }: Line) => person?.swornAt && hourOf(person.swornAt) },
  ...reached.map(({ checkpoint, there }) => ({
    heading: checkpoints[checkpoint],
    cell: ({ person }: Line) =>
      person && (there.some(({ memberId }) => memberId === person.memberId) ? words.there : words.notThere),
  })),
  ...open.map((checkpoint) => ({ heading: checkpoints[checkpoint], cell: () => '' })),
  {
    heading: words.columns.left,
    cell: ({ person }: Line) => {
      const went = person?.left ?? person?.sentHome
      return went && hourOf(went.at)
    },
  },
  {
    heading: words.columns.note,
    cell: ({ person }: Line) =>
      person &&
      person.standing !== 'EXPECTED' &&
      !isThere(person) &&
      [
        standings[person.standing],
        person.sentHome && page.sentHome(hourOf(person.sentHome.at), person.sentHome.reason),
        person.left && page.left(hourOf(person.left.at), person.left.reason),
      ]
        .filter(Boolean)
        .join(' '),
  },
  { heading: words.columns.signature, cell: () => '' },
]
