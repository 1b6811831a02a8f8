import {
  isFilledByChair,
  type KeptBureau,
  loadBureauRules,
  mayChoose,
  meetingMoment,
  placeBureau,
  placeElsewhere,
  type ShownSeat,
  showBureau,
} from '../../bureaus/index.ts'
import type { Election } from '../../elections/index.ts'
import { addressLines } from '../../platform/address.ts'
import { momentText } from '../../platform/dates.ts'
import {
  type Column,
  type Fact,
  type FieldErrors,
  SummaryList,
  Table,
} from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { BuildingForm, buildingsOf, typedElsewhere } from './building-form.tsx'
import { bureauName, fullName, seatName } from './bureau-text.ts'
import { chooserOf } from './choose-page.tsx'
import { looksAt, opensTimelineIn, seesAPart } from './sight.ts'
import { StateTag } from './state-tag.tsx'
import { because, texts } from './texts.nl.ts'

const words = texts.bureau

/** One bureau, seat by seat. */
export async function showOneBureau(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, deps, staff } = desk
  const number = desk.context.req.param('number') ?? ''
  const shown = await showBureau(deps, {
    ...{ election, number, by: staff.staffId },
    isShown: (bureau) => looksAt(desk, 'opens', bureau),
  })
  if (!shown.ok) return notFoundPage(desk)
  const { bureau, seats } = shown
  const isPart = seesAPart(desk)
  const trail = [{ href: paths.bureaus({ election: election.code }), text: texts.title }]
  return showPage(
    desk,
    { title: bureauName(bureau), caption: election.name, trail, errors },
    <>
      <SummaryList facts={factsOf(election, bureau)} />
      {!isPart && (
        <p>
          <a href={paths.bureauDay({ election: election.code, number })}>{words.day}</a>
        </p>
      )}
      <Table
        {...{ caption: words.caption, empty: words.noSeats, rows: seats.flatMap(linesOf) }}
        columns={columnsFor(desk, bureau)}
      />
      <BuildingForm {...{ desk, bureau, buildings: await buildingsOf(desk), errors }} />
    </>,
  )
}

function factsOf(election: Election, bureau: KeptBureau): Fact[] {
  const { facts } = words
  const { kind, code, place, placeAddress, room, section, counts, district, votingMode } = bureau
  const meets = meetingMoment(loadBureauRules(election.ruleset), election, bureau)
  const reserve = kind === 'RESERVE' ? texts.reserve[code] : undefined
  const known: readonly (readonly [string, string | number | undefined])[] = [
    [facts.place, reserve ?? place ?? texts.noPlace],
    [facts.address, placeAddress && addressLines(placeAddress).join(', ')],
    [facts.room, room],
    [facts.section, section],
    [facts.counts, counts && texts.counts(counts)],
    [facts.district, district],
    [facts.mode, texts.votingMode[votingMode]],
    [facts.meets, meets && momentText(meets, 'nl')],
  ]
  return known.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]))
}

type Line = { readonly seat: ShownSeat; readonly one?: ShownSeat['people'][number] }

/** A line for each person of a seat: one who stayed away and one who came instead. */
function linesOf(seat: ShownSeat): Line[] {
  return seat.people.length > 0 ? seat.people.map((one) => ({ seat, one })) : [{ seat }]
}

function columnsFor(desk: ElectionDesk, bureau: KeptBureau): Column<Line>[] {
  const { columns } = words
  const rules = loadBureauRules(desk.election.ruleset)
  const noOne = ({ role }: ShownSeat) =>
    isFilledByChair(rules, bureau.kind, role) ? words.chairChooses : texts.nobody
  return [
    {
      heading: columns.seat,
      isRowHeading: true,
      cell: ({ seat }) => (seat.optional ? `${seatName(seat)} (${texts.optional})` : seatName(seat)),
    },
    { heading: columns.who, cell: ({ seat, one }) => (one ? fullName(one.member) : noOne(seat)) },
    { heading: columns.state, cell: ({ one }) => one && <StateTag assignment={one.assignment} /> },
    { heading: columns.more, cell: (line) => <Deed {...{ desk, bureau, ...line }} /> },
  ]
}

function Deed({ desk, bureau, seat, one }: Line & { desk: ElectionDesk; bureau: KeptBureau }) {
  const election = desk.election.code
  if (one && !opensTimelineIn(desk, bureau)) return null
  if (one)
    return (
      <a href={paths.bureauAssignment({ election, assignment: one.assignment.assignmentId })}>
        {words.timeline}
        <span class="govuk-visually-hidden"> {words.timelineOf(fullName(one.member))}</span>
      </a>
    )
  const rules = loadBureauRules(desk.election.ruleset)
  if (isFilledByChair(rules, bureau.kind, seat.role)) return <Choose {...{ desk, bureau, seat }} />
  if (!may(desk, 'bureaus.manage')) return null
  return (
    <a href={paths.proposeForSeat({ election, number: bureau.number, seat: seat.seatId })}>
      {words.propose}
      <span class="govuk-visually-hidden"> {words.proposeFor(seatName(seat))}</span>
    </a>
  )
}

/** The way to name somebody for a seat that the chair fills, for the main bureau itself or who writes down what a chair said. */
function Choose({ desk, bureau, seat }: Line & { desk: ElectionDesk; bureau: KeptBureau }) {
  const { kind, code, district, number } = bureau
  const asked = { kind, code, district, role: seat.role }
  const isTheirs = mayChoose(loadBureauRules(desk.election.ruleset), chooserOf(desk), asked)
  if (!isTheirs || !may(desk, 'bureaus.choose')) return null
  return (
    <a href={paths.chooseForSeat({ election: desk.election.code, number, seat: seat.seatId })}>
      {words.choose}
      <span class="govuk-visually-hidden"> {words.proposeFor(seatName(seat))}</span>
    </a>
  )
}

/** Keeps in which building a counting or main bureau sits: one of the places list, or one elsewhere. */
export async function chooseBuilding(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form, context } = desk
  const number = context.req.param('number') ?? ''
  const elsewhere = typedElsewhere(desk)
  if (elsewhere && Object.keys(elsewhere.errors).length > 0) return showOneBureau(desk, elsewhere.errors)
  const of = { election, number, by: staff.staffId }
  const placed = elsewhere
    ? await placeElsewhere(deps, { ...of, place: elsewhere.place, address: elsewhere.address })
    : await placeBureau(deps, { ...of, placeCode: form.text('gebouw') })
  if (placed.ok) return seeOther(desk, paths.bureau({ election: election.code, number }), 'building-chosen')
  if (placed.because === 'no-such-bureau') return notFoundPage(desk)
  if (placed.because === 'number-in-text') return showOneBureau(desk, { elders: because['number-in-text'] })
  return showOneBureau(desk, { gebouw: words.building.missing })
}
