import { type EnrolledMember, enrolledIn, type ListedTraining } from '../../../bureaus/index.ts'
import { longDate, momentText } from '../../../platform/dates.ts'
import {
  ButtonGroup,
  ButtonLink,
  type Column,
  type FieldErrors,
  Inset,
  Pages,
  SummaryList,
  Table,
  Tag,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import { inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { kinds, roles } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'
import { lastDayOf, placeText, seatOf, stateColours, stateOf, whenText, whereText } from './training-text.ts'
import { addressOf, type TrainingDesk, trailOf } from './with-training.ts'

export const onPage = 50
const words = texts.one

/** One training: when and where, who has a place, who waits, and what has to be told to whom. */
export async function showTraining(desk: TrainingDesk, errors: FieldErrors = {}) {
  const { election, training } = desk
  const address = addressOf(desk)
  const here = paths.training(address)
  const { rows, next, after } = await pageOfEnrolled(desk)
  return showPage(
    desk,
    { title: training.title, caption: election.name, trail: trailOf(desk), errors },
    <>
      <ToTell desk={desk} />
      <SummaryList facts={factsOf(desk)} />
      {may(desk, 'bureaus.manage') && <Deeds desk={desk} />}
      <Table {...{ caption: words.caption, empty: words.empty, rows, columns: columnsFor(desk) }} />
      <Pages
        next={next ? withQuery(here, { vanaf: String(next) }) : undefined}
        first={after > 0 ? here : undefined}
      />
      {training.enrolled + training.waiting > 0 && <Papers desk={desk} />}
    </>,
  )
}

/** So many of who is enrolled, from where the address says. */
export async function pageOfEnrolled(desk: TrainingDesk) {
  const { election, training, context } = desk
  const after = afterOf(context.req.query('vanaf'))
  const found = await inOwnScope(desk, (db) =>
    enrolledIn(db, election, training.trainingId, { after, limit: onPage + 1 }),
  )
  const rows = found.slice(0, onPage)
  return { rows, after, next: found.length > onPage ? rows.at(-1)!.queue : undefined }
}

export const afterOf = (asked = '') => (/^\d{1,6}$/.test(asked) ? Number(asked) : 0)

function ToTell({ desk }: { desk: TrainingDesk }) {
  const { training } = desk
  const { cancelledAt, movedAt, enrolled, waiting, endsAt } = training
  if (enrolled + waiting === 0 || endsAt <= desk.deps.clock.now()) return null
  if (cancelledAt) return <Inset>{words.cancelledTell}</Inset>
  return movedAt && <Inset>{words.movedTell(momentText(movedAt, 'nl'))}</Inset>
}

function factsOf({ training, deps }: TrainingDesk) {
  const { facts } = words
  const state = stateOf(training, deps.clock.now())
  const { enrolled, capacity, waiting, present, link } = training
  return [
    { name: facts.when, value: whenText(training) },
    { name: facts.where, value: whereText(training) },
    ...(link ? [{ name: facts.link, value: link }] : []),
    { name: facts.for, value: forText(training) },
    {
      name: facts.places,
      value:
        words.placesText(enrolled, capacity, waiting) +
        (present > 0 ? `, ${words.presentText(present)}` : ''),
    },
    { name: facts.until, value: longDate(lastDayOf(training), 'nl') },
    {
      name: facts.state,
      value: <Tag colour={stateColours[state]}>{texts.states[state]}</Tag>,
    },
  ]
}

const forText = ({ kinds: of, roles: who }: ListedTraining) =>
  `${who.map((role) => roles[role].toLowerCase()).join(', ')}; ${of.map((kind) => kinds[kind].toLowerCase()).join(', ')}`

function Deeds({ desk }: { desk: TrainingDesk }) {
  const { training, deps } = desk
  const address = addressOf(desk)
  const now = deps.clock.now()
  const { cancelledAt, startsAt, endsAt, enrolled } = training
  const isHeld = !cancelledAt
  return (
    <ButtonGroup>
      {isHeld && startsAt <= now && enrolled > 0 && (
        <ButtonLink href={paths.trainingAttendance(address)}>{words.attendance}</ButtonLink>
      )}
      {isHeld && endsAt > now && (
        <>
          <ButtonLink href={paths.enrolMember(address)}>{words.enrol}</ButtonLink>
          <ButtonLink kind="secondary" href={paths.changeTraining(address)}>
            {words.change}
          </ButtonLink>
          <ButtonLink kind="secondary" href={paths.cancelTraining(address)}>
            {words.cancel}
          </ButtonLink>
        </>
      )}
    </ButtonGroup>
  )
}

function Papers({ desk }: { desk: TrainingDesk }) {
  const address = addressOf(desk)
  return (
    <ul class="no-print">
      <li>
        <a href={paths.trainingList(address)}>{words.list}</a>
      </li>
      {may(desk, 'bureaus.manage') && (
        <>
          <li>
            <a href={paths.trainingFile(address)}>{words.file}</a>
          </li>
          <li>
            <a href={paths.trainingPhones(address)}>{words.phone}</a>
          </li>
        </>
      )}
    </ul>
  )
}

function columnsFor(desk: TrainingDesk): Column<EnrolledMember>[] {
  const { columns } = words
  return [
    { heading: columns.who, isRowHeading: true, cell: fullName },
    { heading: columns.seat, cell: seatOf },
    { heading: columns.place, cell: (row) => <PlaceOf {...{ desk, row }} /> },
    {
      heading: columns.how,
      cell: ({ enrolledAt, channel }) => `${momentText(enrolledAt, 'nl')}, ${texts.channels[channel]}`,
    },
    ...(may(desk, 'bureaus.manage')
      ? [{ heading: columns.more, cell: (row: EnrolledMember) => <MoreOf {...{ desk, row }} /> }]
      : []),
  ]
}

interface RowProps {
  readonly desk: TrainingDesk
  readonly row: EnrolledMember
}

function PlaceOf({ desk: { training }, row }: RowProps) {
  const { attendance, movedUpAt, enrolledAt } = row
  if (attendance)
    return <Tag colour={attendance === 'PRESENT' ? 'green' : 'red'}>{texts.attendances[attendance]}</Tag>
  const notes = [
    ...(movedUpAt ? [words.movedUp(momentText(movedUpAt, 'nl'))] : []),
    ...(training.movedAt && enrolledAt < training.movedAt ? [words.beforeMove] : []),
  ]
  return [placeText(row), ...notes].join('; ')
}

function MoreOf({ desk, row }: RowProps) {
  const { attendance, memberId } = row
  const address = { ...addressOf(desk), member: memberId }
  const of = <span class="govuk-visually-hidden"> {words.of(fullName(row))}</span>
  if (attendance === 'PRESENT')
    return (
      <a href={paths.trainingCertificate(address)}>
        {words.certificate}
        {of}
      </a>
    )
  if (attendance || desk.training.cancelledAt) return null
  return (
    <a href={paths.leaveTraining(address)}>
      {words.leave}
      {of}
    </a>
  )
}
