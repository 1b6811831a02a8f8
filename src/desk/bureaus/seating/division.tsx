import {
  type DividedBureau,
  type Division,
  distanceInDutch,
  emptyInDutch,
  type ReasonForEmpty,
} from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  type Column,
  countText,
  type FieldErrors,
  Figures,
  Pages,
  SubNavigation,
  Table,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { bureauName, whereText } from '../bureau-text.ts'
import { Propose } from './propose-form.tsx'
import type { SeatingFacts } from './seating-page.tsx'
import { texts } from './texts.nl.ts'

const onPage = 50
const words = texts.division

interface Props {
  readonly desk: ElectionDesk
  readonly facts: SeatingFacts
  readonly division: Division
  readonly errors: FieldErrors
}

/** What came out: how good it is, what stays empty and why, and bureau by bureau with what is other than before. */
export function ShownDivision({ desk, facts, division, errors }: Props) {
  const { run, bureaus } = division
  const code = desk.election.code
  const here = paths.seating({ election: code })
  const { context } = desk
  const toon = ['anders', 'leeg'].find((one) => one === context.req.query('toon'))
  const shown = bureaus.filter((one) =>
    toon === 'anders' ? changedIn(one) > 0 : toon === 'leeg' ? emptyIn(one) > 0 : true,
  )
  const from = context.req.query('vanaf')
  const rest = shown.slice(shown.findIndex(({ bureau }) => bureau.number === from) + 1)
  const rows = rest.slice(0, onPage)
  return (
    <>
      <h2>{words.title}</h2>
      <p>
        {words.computed(momentText(run.endedAt!, 'nl'))}{' '}
        {run.gap === 0 ? words.best : words.gap(distanceInDutch(run.gap ?? 0))}
      </p>
      <Figures figures={figuresOf(division)} />
      <Missed division={division} />
      <WhyEmpty division={division} />
      <Propose
        {...{ desk, run, isLast: facts.run?.runId === run.runId, errors }}
        filled={filledIn(division)}
      />
      <SubNavigation
        label={words.show.label}
        current={withQuery(here, { toon })}
        links={[
          { href: here, text: words.show.all },
          ...(division.comparedWith
            ? [{ href: withQuery(here, { toon: 'anders' }), text: words.show.changed }]
            : []),
          { href: withQuery(here, { toon: 'leeg' }), text: words.show.empty },
        ]}
      />
      <Table {...{ caption: words.caption, empty: words.none, rows, columns: columnsFor(code) }} />
      <Pages
        next={rest.length > onPage ? withQuery(here, { toon, vanaf: rows.at(-1)!.bureau.number }) : undefined}
        first={from === undefined ? undefined : withQuery(here, { toon })}
      />
    </>
  )
}

const seatsOf = ({ bureaus }: Division) => bureaus.flatMap(({ seats }) => seats)
const emptyIn = ({ seats }: DividedBureau) => seats.filter(({ person }) => person === null).length
const changedIn = ({ seats }: DividedBureau) => seats.filter(({ isChanged }) => isChanged).length
const metresIn = ({ seats }: DividedBureau) => seats.reduce((sum, { metres = 0 }) => sum + metres, 0)
const filledIn = (division: Division) => seatsOf(division).filter(({ person }) => person !== null).length

function figuresOf(division: Division) {
  const seats = seatsOf(division)
  const known = seats.filter(({ metres }) => metres !== undefined)
  const filled = filledIn(division)
  const metres = known.reduce((sum, one) => sum + one.metres!, 0)
  const unknown = filled - known.length
  const mean = known.length > 0 && words.perPerson(distanceInDutch(Math.round(metres / known.length)))
  return [
    { name: words.filled, value: filled, note: words.ofFree(seats.length) },
    {
      ...{ name: words.empty, value: seats.length - filled },
      ...(seats.length > filled && { note: words.whyEmptyBelow }),
    },
    {
      ...{ name: words.metres, value: distanceInDutch(metres) },
      note: [mean, unknown > 0 && words.unknownMetres(unknown)].filter(Boolean).join('; '),
    },
    ...(division.comparedWith
      ? [{ name: words.changed, value: seats.filter(({ isChanged }) => isChanged).length }]
      : []),
  ]
}

function Missed({ division }: { division: Division }) {
  const missed = division.run.sum?.missed
  const said = Object.entries(words.missed).flatMap(([wish, text]) => {
    const many = missed?.[wish as keyof typeof missed] ?? 0
    return many > 0 ? [text(many)] : []
  })
  if (said.length === 0) return null
  return (
    <>
      <h3>{words.missedTitle}</h3>
      <ul>
        {said.map((one) => (
          <li>{one}.</li>
        ))}
      </ul>
    </>
  )
}

function WhyEmpty({ division }: { division: Division }) {
  const empty = seatsOf(division).filter(({ person }) => person === null)
  const by = Map.groupBy(empty, ({ because }) => emptyInDutch(because as ReasonForEmpty))
  if (by.size === 0) return null
  return (
    <>
      <h3>{words.emptyTitle}</h3>
      <ul>
        {[...by].map(([why, seats]) => (
          <li>{words.emptyLine(seats.length, why)}</li>
        ))}
      </ul>
    </>
  )
}

function columnsFor(election: string): Column<DividedBureau>[] {
  const { columns } = words
  return [
    {
      heading: columns.bureau,
      isRowHeading: true,
      cell: ({ bureau }) => (
        <a href={paths.seatingOfBureau({ election, number: bureau.number })}>{bureauName(bureau)}</a>
      ),
    },
    { heading: columns.where, cell: ({ bureau }) => whereText(bureau) },
    { heading: columns.filled, isNumber: true, cell: (one) => countText(one.seats.length - emptyIn(one)) },
    { heading: columns.empty, isNumber: true, cell: (one) => countText(emptyIn(one)) },
    { heading: columns.metres, isNumber: true, cell: (one) => distanceInDutch(metresIn(one)) },
    { heading: columns.changed, isNumber: true, cell: (one) => countText(changedIn(one)) },
  ]
}
