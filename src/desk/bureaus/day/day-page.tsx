import { type DayOfBureau, type DayPerson, type DaySeat, isFormed } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  ButtonGroup,
  ButtonLink,
  SummaryList,
  Table,
  Tag,
  type TagColour,
} from '../../../platform/http/components/index.ts'
import { may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { bureauName, seatName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { Access } from './access-part.tsx'
import { hourOf, missingText, nameOf } from './day-text.ts'
import { Presence } from './presence-part.tsx'
import {
  checkpoints,
  deeds,
  incidents,
  phoned,
  refusals,
  reserve,
  standings,
  page as words,
} from './texts.nl.ts'
import type { DayDesk } from './with-day.ts'

/** One bureau on its day: who is there, what is missing, what happened, and the access of its chair. */
export function showDayPage(desk: DayDesk, errors: Readonly<Record<string, string>> = {}) {
  const { election, day } = desk
  const { bureau, seats } = day
  const of = { election: election.code, number: bureau.number }
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.bureau(of), text: bureauName(bureau) },
  ]
  return showPage(
    desk,
    { title: words.title(bureauName(bureau)), caption: election.name, trail, errors },
    <>
      <SummaryList facts={factsOf(day)} />
      <Table
        {...{
          caption: words.caption,
          empty: words.none,
          rows: seats.flatMap(linesOf),
          columns: columnsFor(desk),
        }}
      />
      <Presence reached={day.reached} />
      <ButtonGroup>
        {bureau.kind !== 'RESERVE' && may(desk, 'bureaus.manage') && (
          <ButtonLink href={paths.phonedDeed(of)}>{phoned.link}</ButtonLink>
        )}
        <ButtonLink kind="secondary" href={paths.bureauDayList(of)}>
          {words.list}
        </ButtonLink>
      </ButtonGroup>
      <h2>{words.incidents}</h2>
      <Table
        {...{ caption: words.incidents, hideCaption: true, empty: words.noIncidents, rows: day.incidents }}
        columns={[
          { heading: words.incidentColumns.when, cell: ({ happenedAt }) => hourOf(happenedAt) },
          { heading: words.incidentColumns.kind, isRowHeading: true, cell: ({ kind }) => incidents[kind] },
          { heading: words.incidentColumns.note, cell: ({ note }) => note },
        ]}
      />
      <Refused day={day} />
      {bureau.kind !== 'RESERVE' && may(desk, 'bureaus.manage') && (
        <Access desk={desk} error={errors.toegang} />
      )}
    </>,
  )
}

function factsOf(day: DayOfBureau) {
  const { bureau, meetsAt, missing, reached } = day
  const { facts } = words
  const where = [bureau.place, bureau.room].filter(Boolean).join(', ')
  return [
    { name: facts.where, value: where || bureauTexts.noPlace },
    { name: facts.meets, value: meetsAt ? momentText(meetsAt, 'nl') : words.noHour },
    { name: facts.state, value: <Completeness missing={missing} /> },
    {
      name: facts.moments,
      value: (
        <>
          {reached
            .map(({ checkpoint, reachedAt }) => `${checkpoints[checkpoint]}: ${hourOf(reachedAt)}`)
            .join('; ') || words.noMoments}
          {reached.length > 0 && !isFormed(day) && (
            <>
              {' '}
              <Tag colour="yellow">{words.neverFormed}</Tag>
            </>
          )}
        </>
      ),
    },
  ]
}

export function Completeness({ missing }: Pick<DayOfBureau, 'missing'>) {
  if (missing.length === 0) return <Tag colour="green">{words.complete}</Tag>
  return (
    <>
      <Tag colour="yellow">{words.missing}</Tag> {missingText(missing)}
    </>
  )
}

interface Line {
  readonly seat: DaySeat
  readonly person?: DayPerson
}

/** A line for each person of a seat: one who stayed away and one who came instead. */
function linesOf(seat: DaySeat): Line[] {
  return seat.people.length > 0 ? seat.people.map((person) => ({ seat, person })) : [{ seat }]
}

const colours: Readonly<Record<DayPerson['standing'], TagColour>> = {
  EXPECTED: 'blue',
  ASKING: 'yellow',
  PRESENT: 'green',
  LATE: 'yellow',
  ABSENT: 'red',
  DISMISSED: 'grey',
  LEFT: 'red',
}

const columnsFor = (desk: DayDesk) => [
  { heading: words.columns.seat, isRowHeading: true, cell: ({ seat }: Line) => seatName(seat) },
  { heading: words.columns.who, cell: ({ person }: Line) => (person ? nameOf(person) : words.nobody) },
  {
    heading: words.columns.state,
    cell: ({ person }: Line) =>
      person && (
        <>
          <Tag colour={colours[person.standing]}>{standings[person.standing]}</Tag>
          {person.isOnTheSpot && ` ${words.onTheSpot}`}
          {person.sentHome && ` ${words.sentHome(hourOf(person.sentHome.at), person.sentHome.reason)}`}
          {person.left && ` ${words.left(hourOf(person.left.at), person.left.reason)}`}
        </>
      ),
  },
  {
    heading: words.columns.at,
    cell: ({ person }: Line) =>
      person?.arrivedAt &&
      [hourOf(person.arrivedAt), person.minutesLate && words.late(person.minutesLate)]
        .filter(Boolean)
        .join(', '),
  },
  {
    heading: words.columns.oath,
    cell: ({ person }: Line) => person?.swornAt && hourOf(person.swornAt),
  },
  ...(may(desk, 'bureaus.manage')
    ? [{ heading: words.columns.reserve, cell: ({ seat }: Line) => <FindReserve {...{ desk, seat }} /> }]
    : []),
]

/** For a seat that nobody has, of a bureau that meets. */
function FindReserve({ desk, seat }: { desk: DayDesk; seat: DaySeat }) {
  if (seat.isTaken || seat.role === 'SUBSTITUTE') return null
  const { election, day } = desk
  const address = { election: election.code, number: day.bureau.number, seat: seat.seatId }
  return (
    <a href={paths.reserveForSeat(address)}>
      {reserve.find}
      <span class="govuk-visually-hidden"> {reserve.findFor(seatName(seat))}</span>
    </a>
  )
}

function Refused({ day: { refused } }: { day: DayOfBureau }) {
  if (refused.length === 0) return null
  const { when, noted, what, why } = words.refusedColumns
  return (
    <>
      <h2>{words.refused}</h2>
      <p>{words.refusedLead}</p>
      <Table
        {...{ caption: words.refused, hideCaption: true, empty: '', rows: refused }}
        columns={[
          { heading: when, cell: ({ happenedAt }) => hourOf(happenedAt) },
          { heading: noted, cell: ({ notedAt }) => hourOf(notedAt) },
          { heading: what, isRowHeading: true, cell: ({ kind }) => deeds[kind] },
          { heading: why, cell: ({ refusedFor }) => refusedFor && refusals[refusedFor] },
        ]}
      />
    </>
  )
}
