import type { PropsWithChildren } from 'hono/jsx'
import type { ChangedBureau, PlanDifference, WantedBureau } from '../../bureaus/index.ts'
import { isSamePlan, sumOfSeats } from '../../bureaus/index.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import { type Column, Figures, Table, Tag } from '../../platform/http/components/index.ts'
import { paths } from '../paths.ts'
import { bureauName, seatName } from './bureau-text.ts'
import { texts } from './plan-texts.nl.ts'

const words = texts.preview
const mostShown = 200

/** Stands for what somebody saw, so that nothing else is adopted than that. */
export function differenceHash(difference: PlanDifference): string {
  return sha256OfJson(JSON.parse(JSON.stringify(difference))).toString('hex')
}

interface Line {
  readonly bureau: Pick<WantedBureau, 'kind' | 'number'>
  readonly what: 'added' | 'changed' | 'dropped'
  readonly detail: string
}

/** What a plan would do to the bureaus that are there; what can be done with it stands above the rows, which may be many. */
export function Difference({
  difference,
  election,
  children,
}: PropsWithChildren<{ difference: PlanDifference; election: string }>) {
  const { added, changed, dropped, unchanged, lost } = difference
  if (isSamePlan(difference)) return <p>{words.same}</p>
  const lines = linesOf(difference)
  const { figures } = words
  return (
    <>
      <Figures
        figures={[
          { name: figures.added, value: added.length },
          { name: figures.changed, value: changed.length },
          { name: figures.dropped, value: dropped.length },
          { name: figures.unchanged, value: unchanged },
        ]}
      />
      {lost.length > 0 && <Lost {...{ lost, election }} />}
      {children}
      <Table {...{ caption: words.caption, empty: words.same, rows: lines.slice(0, mostShown), columns }} />
      {lines.length > mostShown && <p>{words.more(lines.length - mostShown)}</p>}
    </>
  )
}

function Lost({ lost, election }: Pick<PlanDifference, 'lost'> & { election: string }) {
  return (
    <>
      <h3>{words.lost.title}</h3>
      <p>{words.lost.text}</p>
      <ul>
        {lost.slice(0, mostShown).map((seat) => (
          <li>
            {seat.number}: {seatName(seat).toLowerCase()}
            {seat.takenBy && (
              <>
                {' '}
                <a href={paths.bureauAssignment({ election, assignment: seat.takenBy })}>
                  {words.lost.person}
                  <span class="govuk-visually-hidden">
                    {' '}
                    {`${seat.number}, ${seatName(seat).toLowerCase()}`}
                  </span>
                </a>
                {', '}
                <a href={paths.moveMember({ election, assignment: seat.takenBy })}>
                  {words.lost.move}
                  <span class="govuk-visually-hidden">
                    {' '}
                    {`${seat.number}, ${seatName(seat).toLowerCase()}`}
                  </span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
      {lost.length > mostShown && <p>{words.more(lost.length - mostShown)}</p>}
    </>
  )
}

function linesOf({ added, changed, dropped }: PlanDifference): Line[] {
  return [
    ...dropped.map(
      (bureau): Line => ({
        ...{ bureau, what: 'dropped', detail: words.seats(bureau.seats.length) },
      }),
    ),
    ...changed.map((one): Line => ({ bureau: one.wanted, what: 'changed', detail: changeText(one) })),
    ...added.map((bureau): Line => ({ bureau, what: 'added', detail: addedText(bureau) })),
  ]
}

function addedText({ seats, place, room }: WantedBureau): string {
  const many = Object.values(sumOfSeats(seats ? [seats] : [])).reduce((sum, number) => sum + number, 0)
  return [place, room, ...(many > 0 ? [words.seats(many)] : [])].filter(Boolean).join(', ')
}

function changeText({ changes, addedSeats, droppedSeats, turnedSeats }: ChangedBureau): string {
  return [
    ...changes.map(({ field, from, to }) => words.change(field, from, to)),
    ...(addedSeats.length > 0 ? [words.seatsMore(addedSeats.length)] : []),
    ...(droppedSeats.length > 0 ? [words.seatsLess(droppedSeats.length)] : []),
    ...(turnedSeats.length > 0 ? [words.seatsTurned(turnedSeats.length)] : []),
  ].join('; ')
}

const colours = { added: 'green', changed: 'blue', dropped: 'red' } as const

const columns: readonly Column<Line>[] = [
  { heading: words.columns.bureau, isRowHeading: true, cell: ({ bureau }) => bureauName(bureau) },
  { heading: words.columns.what, cell: ({ what }) => <Tag colour={colours[what]}>{words[what]}</Tag> },
  { heading: words.columns.detail, cell: ({ detail }) => detail },
]
