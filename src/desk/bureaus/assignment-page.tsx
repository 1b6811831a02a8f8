import {
  type AssignmentEvent,
  lastAuthority,
  proposalRemarks,
  type Reason,
  reasonInDutch,
  type ShownAssignment,
  showAssignment,
  takeBackDesignation,
  withdrawProposal,
} from '../../bureaus/index.ts'
import { listStaff } from '../../municipalities/index.ts'
import { addressLines } from '../../platform/address.ts'
import { dayInBelgium, longDate, momentText, startOfDay } from '../../platform/dates.ts'
import {
  Button,
  type Column,
  type FieldErrors,
  Form,
  SummaryList,
  Table,
  TextField,
  Warning,
} from '../../platform/http/components/index.ts'
import { type AssignmentId, isId } from '../../platform/ids.ts'
import { actorName } from '../actor-name.ts'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { notFoundPage } from '../refusal-pages.tsx'
import { seeOther, showPage } from '../show-page.tsx'
import { AfterPollingDay } from './absences/after-polling-day.tsx'
import { address } from './address-texts.nl.ts'
import { byComing, cameBack, powers, steps, stepsByComing } from './assignment-texts.nl.ts'
import { bureauName, fullName, originText, seatName } from './bureau-text.ts'
import { AskedMovePart, MoveLink } from './changing/asked-move.tsx'
import { Decide, type DeedProps, OnPaper } from './decide.tsx'
import { isOfAuthority, wordsFor } from './excuses/decide.ts'
import { successorFact } from './excuses/successor-fact.tsx'
import { RevokeDesignation } from './kept-out.tsx'
import { LettersOfPerson } from './letters/letters-of-person.tsx'
import { MessagesOfPerson } from './messages/messages-of-person.tsx'
import { keptOutTexts, remarksText } from './propose-texts.nl.ts'
import { opensTimelineIn } from './sight.ts'
import { Sheets } from './signing/sheets.tsx'
import { StateTag } from './state-tag.tsx'
import { because, texts } from './texts.nl.ts'
import { CallsOfPerson } from './vacancies/calls-of-person.tsx'

const words = texts.assignment
const mostReason = 200

/** One person in one seat, and everything that happened. */
export function showTimeline(desk: ElectionDesk) {
  return timelinePage(desk)
}

export async function timelinePage(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, deps, staff } = desk
  const assignmentId = desk.context.req.param('assignment') ?? ''
  if (!isId(assignmentId)) return notFoundPage(desk)
  const asked = {
    ...{ election, assignmentId: assignmentId as string as AssignmentId, by: staff.staffId },
    isShown: (bureau: ShownAssignment['bureau']) => opensTimelineIn(desk, bureau),
  }
  const shown = await showAssignment(deps, asked)
  if (!shown.ok) return notFoundPage(desk)
  const people = await listStaff(deps, { municipalityId: election.municipalityId })
  const authority =
    may(desk, 'bureaus.decide') || may(desk, 'bureaus.designate')
      ? await inOwnScope(desk, (db) => lastAuthority(db, election))
      : undefined
  const names = new Map<string, string>(people.map(({ staffId, name }) => [staffId, name]))
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail: trailTo(desk, shown), errors },
    <>
      {shown.keptOut && <Warning>{keptOutTexts.mayNot(shown.keptOut)}</Warning>}
      <SummaryList facts={factsOf(desk, shown)} />
      <Table
        {...{ caption: words.caption, empty: '', rows: shown.timeline, columns: columnsFor(desk, names) }}
      />
      <Sheets desk={desk} sheets={shown.sheets} />
      <LettersOfPerson desk={desk} letters={shown.letters} />
      <MessagesOfPerson desk={desk} shown={shown} />
      <CallsOfPerson calls={shown.calls} names={names} />
      {shown.assignment.axes.designation === 'PROPOSED' && <Deeds {...{ desk, shown, errors }} />}
      <MoveLink {...{ desk, shown }} />
      <AskedMovePart {...{ desk, shown, errors, names }} />
      <RevokeDesignation {...{ desk, shown, errors, authority }} />
      <AfterPollingDay {...{ desk, shown, errors, authority }} />
    </>,
  )
}

function trailTo({ election }: ElectionDesk, { bureau }: ShownAssignment) {
  const code = election.code
  return [
    { href: paths.bureaus({ election: code }), text: texts.title },
    ...(bureau
      ? [{ href: paths.bureau({ election: code, number: bureau.number }), text: bureauName(bureau) }]
      : []),
  ]
}

function factsOf(desk: ElectionDesk, shown: ShownAssignment) {
  const { assignment, member, bureau } = shown
  const { facts } = words
  const { origin, excuseUntil } = assignment
  const where = bureau ? bureauName(bureau) : words.gone
  return [
    { name: facts.who, value: fullName(member) },
    { name: facts.seat, value: `${seatName(assignment)}, ${where}` },
    { name: facts.state, value: <StateTag assignment={assignment} /> },
    { name: facts.origin, value: originText(origin) },
    ...(may(desk, 'bureaus.manage')
      ? [{ name: facts.address, value: <AddressOf {...{ desk, assignment, member }} /> }]
      : []),
    ...(shown.successor ? [successorFact(desk, shown.successor)] : []),
    ...(excuseUntil ? [{ name: facts.excuseUntil, value: untilText(excuseUntil) }] : []),
  ]
}

/** Where the letters go, and the way to correct it. */
function AddressOf({
  desk,
  assignment,
  member,
}: Pick<ShownAssignment, 'assignment' | 'member'> & { desk: ElectionDesk }) {
  const { unknown, complete, correct } = address
  const href = paths.memberAddress({ election: desk.election.code, assignment: assignment.assignmentId })
  return (
    <>
      {member.address ? addressLines(member.address).join(', ') : unknown}{' '}
      <a href={href}>{member.address ? correct : complete}</a>
    </>
  )
}

function columnsFor(desk: ElectionDesk, names: ReadonlyMap<string, string>): Column<AssignmentEvent>[] {
  const { columns } = words
  return [
    { heading: columns.when, cell: ({ happenedAt }) => momentText(happenedAt, 'nl') },
    { heading: columns.what, isRowHeading: true, cell: stepText },
    { heading: columns.power, cell: powerText },
    { heading: columns.who, cell: ({ actor }) => names.get(actor) ?? actorName(actor) },
    { heading: columns.why, cell: (event) => whyText(desk, event) },
  ]
}

/** What follows from somebody coming was decided by nobody: whoever noted the arrival wrote it down. */
function powerText({ authority, details }: AssignmentEvent): string {
  return details.channel === 'by-coming' ? byComing : powers[authority]
}

/** Whole days end at midnight of the next: then the last day is said. */
function untilText(until: Date): string {
  const day = dayInBelgium(new Date(until.getTime() - 1))
  return startOfDay(dayInBelgium(until)).getTime() === until.getTime()
    ? words.untilDay(longDate(day, 'nl'))
    : words.untilHour(momentText(until, 'nl'))
}

/** Steps of which the reason tells why somebody asks not to come. */
const ofExcuses: readonly AssignmentEvent['transition'][] = ['ask-more', 'grant', 'refuse', 'excuse-after']

/** What somebody wrote, by which rules the program divided the seats, or what was told of a proposal. */
function whyText(desk: ElectionDesk, { transition, reason, details }: AssignmentEvent): string {
  if (ofExcuses.includes(transition) && !may(desk, 'bureaus.excuses')) return ''
  if (reason !== undefined) return reason
  const rules = typeof details.because === 'string' ? (JSON.parse(details.because) as Reason[]) : []
  const told = typeof details.remarks === 'string' ? details.remarks.split(' ') : []
  const remarks = remarksText(proposalRemarks.filter((code) => told.includes(code)))
  return [...rules.map(reasonInDutch), remarks].filter(Boolean).join(' ')
}

function stepText({ transition, authority, details }: AssignmentEvent): string {
  if (details.channel === 'by-coming' && (transition === 'send' || transition === 'note-delivered'))
    return stepsByComing[transition]
  if (typeof details.backAt === 'string') return cameBack(momentText(new Date(details.backAt), 'nl'))
  return transition === 'withdraw' && authority === 'magistrate' ? texts.refused : steps[transition]
}

/** What may still be done with a proposal, by who is here. */
function Deeds(props: DeedProps) {
  return (
    <>
      {may(props.desk, 'bureaus.designate') && <Decide {...props} />}
      {may(props.desk, 'bureaus.manage') && (
        <>
          <OnPaper {...props} />
          <Withdraw {...props} />
        </>
      )}
    </>
  )
}

function Withdraw({ desk, shown, errors }: DeedProps) {
  const { assignmentId, version } = shown.assignment
  const { title, lead, reason, reasonHint, button } = words.withdraw
  const action = paths.withdrawProposal({ election: desk.election.code, assignment: assignmentId })
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      <Form csrf={desk.csrf} action={action}>
        <input type="hidden" name="stand" value={version} />
        <TextField
          {...{ name: 'reden', label: reason, hint: reasonHint, maxlength: mostReason, error: errors.reden }}
          value={desk.form.text('reden')}
        />
        <Button kind="warning">{button}</Button>
      </Form>
    </>
  )
}

/** The municipality takes back its own proposal, as whoever does it saw it stand. */
export function withdraw(desk: ElectionDesk) {
  return takeBack(desk, 'municipality', 'reden')
}

/** The magistrate does not want this person. */
export function refuse(desk: ElectionDesk) {
  return takeBack(desk, 'magistrate', 'weigering')
}

async function takeBack(desk: ElectionDesk, authority: 'municipality' | 'magistrate', field: string) {
  const step = stepOf(desk)
  if (!step) return notFoundPage(desk)
  const reason = desk.form.text(field).slice(0, mostReason)
  const taken = await withdrawProposal(desk.deps, { ...step, authority, reason })
  const done = authority === 'magistrate' ? 'proposal-refused' : 'proposal-withdrawn'
  if (taken.ok) return seeOther(desk, paths.bureaus({ election: desk.election.code }), done)
  if (taken.because === 'no-such-assignment') return notFoundPage(desk)
  return timelinePage(desk, { [field]: because[taken.because] })
}

/** The magistrate takes back a designation, as of who became a candidate. */
export async function revokeDesignation(desk: ElectionDesk) {
  const step = stepOf(desk)
  if (!step) return notFoundPage(desk)
  const reason = desk.form.text('waarom').slice(0, mostReason)
  const { deps, form, election } = desk
  const taken = await takeBackDesignation(
    { ...deps, portalUrl: deps.config.PORTAL_URL },
    {
      ...{ ...step, reason, decidedBy: form.text('gezag').slice(0, 200) },
      withoutLetter: form.text('zonderBrief') === 'ja',
    },
  )
  if (!taken.ok && taken.because === 'no-such-assignment') return notFoundPage(desk)
  if (!taken.ok)
    return timelinePage(desk, {
      [isOfAuthority(desk, taken.because) ? 'gezag' : 'waarom']: wordsFor(taken.because),
    })
  const { letterId, isToTellByHand } = taken
  const said = isToTellByHand ? '-by-hand' : letterId ? '-told' : ''
  const here = paths.bureauAssignment({ election: election.code, assignment: step.assignmentId })
  return seeOther(desk, here, `designation-revoked${said}`)
}

/** The assignment of the address, as whoever does something with it saw it stand. */
function stepOf({ context, form, election, staff }: ElectionDesk) {
  const assignmentId = context.req.param('assignment') ?? ''
  if (!isId(assignmentId)) return undefined
  const version = Number(form.text('stand')) || undefined
  return { election, assignmentId: assignmentId as string as AssignmentId, by: staff.staffId, version }
}
