import {
  type ListedLetter,
  letterFacts,
  loadBureauRules,
  MemberLetterChanged,
  mayWithLetter,
  openMemberLetter,
  proofMeans,
  proveDelivery,
  sendLetterAgain,
} from '../../../bureaus/index.ts'
import { momentOn, momentText } from '../../../platform/dates.ts'
import {
  Button,
  ButtonLink,
  DateField,
  type FieldErrors,
  Form,
  Inset,
  Radios,
  SummaryList,
  TextField,
} from '../../../platform/http/components/index.ts'
import { type DocumentId, isId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { dayOf, timeFrom, typedDate } from '../../typed-day.ts'
import { fullName } from '../bureau-text.ts'
import { roles } from '../texts.nl.ts'
import { pdfAnswer } from './files.ts'
import { texts } from './texts.nl.ts'

/** One letter: where it is, as it was sent, and the proof that it came. */
export function showLetter(desk: ElectionDesk) {
  return letterPage(desk)
}

async function letterOf(desk: ElectionDesk): Promise<ListedLetter | undefined> {
  const asked = desk.context.req.param('letter') ?? ''
  if (!isId(asked)) return undefined
  return inOwnScope(desk, (db) => letterFacts(db, desk.election, asked as string as DocumentId))
}

async function letterPage(desk: ElectionDesk, errors: FieldErrors = {}, isChanged = false) {
  const letter = await letterOf(desk)
  if (!letter) return notFoundPage(desk)
  const election = desk.election.code
  const { title, open, timeline, changed } = texts.letter
  const canProve = (mayWithLetter.prove as readonly string[]).includes(letter.state)
  const canSendAgain = (mayWithLetter.sendAgain as readonly string[]).includes(letter.state)
  const trail = [{ href: paths.memberLetters({ election }), text: texts.title }]
  return showPage(
    desk,
    { title, caption: desk.election.name, trail, errors, ...(isChanged && { status: 409 as const }) },
    <>
      {isChanged && <Inset>{changed}</Inset>}
      <SummaryList facts={factsOf(letter)} />
      <ButtonLink kind="secondary" href={paths.memberLetterPdf({ election, letter: letter.letterId })}>
        {open}
      </ButtonLink>
      <p>
        <a href={paths.bureauAssignment({ election, assignment: letter.assignmentId })}>{timeline}</a>
      </p>
      {canSendAgain && may(desk, 'bureaus.manage') && <Again {...{ desk, letter, errors }} />}
      {canProve && may(desk, 'bureaus.manage') && <Prove {...{ desk, letter, errors }} />}
    </>,
  )
}

function factsOf(letter: ListedLetter) {
  const { facts } = texts.letter
  const { role, number, kind, version, sentAt, state, settledAt, instructions } = letter
  return [
    { name: facts.who, value: fullName(letter) },
    { name: facts.seat, value: `${roles[role]}, ${number}` },
    { name: facts.kind, value: texts.kinds[kind] },
    { name: facts.version, value: version },
    ...(instructions === null
      ? []
      : [{ name: facts.instructions, value: facts.instructionsOf(instructions) }]),
    { name: facts.sent, value: momentText(sentAt, 'nl') },
    { name: facts.state, value: texts.states[state] },
    ...(settledAt ? [{ name: facts.settled, value: momentText(settledAt, 'nl') }] : []),
  ]
}

function Again({ desk, letter, errors }: { desk: ElectionDesk; letter: ListedLetter; errors: FieldErrors }) {
  const { title, lead, address, button } = texts.again
  const election = desk.election.code
  return (
    <>
      <h2>{title}</h2>
      <p>
        {lead} <a href={paths.memberAddress({ election, assignment: letter.assignmentId })}>{address}</a>
      </p>
      {errors.opnieuw && (
        <p class="govuk-error-message" id="opnieuw">
          {errors.opnieuw}
        </p>
      )}
      <Form csrf={desk.csrf} action={paths.sendLetterAgain({ election, letter: letter.letterId })}>
        <Button kind="secondary">{button}</Button>
      </Form>
    </>
  )
}

/** The letter once more, as it would be written now. */
export async function sendAgain(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff } = desk
  const letter = await letterOf(desk)
  if (!letter) return notFoundPage(desk)
  const sent = await sendLetterAgain(
    { ...deps, portalUrl: deps.config.PORTAL_URL },
    { election, letterId: letter.letterId, by: staff.staffId },
  )
  if (sent.ok)
    return seeOther(
      desk,
      paths.memberLetter({ election: election.code, letter: sent.letterId }),
      'letter-sent-again',
    )
  return letterPage(desk, { opnieuw: texts.again.refused[sent.because] ?? texts.proof.other })
}

function Prove({ desk, letter, errors }: { desk: ElectionDesk; letter: ListedLetter; errors: FieldErrors }) {
  const { form, election } = desk
  const words = texts.proof
  const field = (name: string) => ({ name, value: form.text(name), error: errors[name] })
  const [asked] = loadBureauRules(election.ruleset).notification.value
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      {asked && <p>{words.asked[asked]}</p>}
      <Form
        csrf={desk.csrf}
        action={paths.proveMemberLetter({ election: election.code, letter: letter.letterId })}
      >
        <Radios
          {...{ ...field('hoe'), label: words.means }}
          choices={[
            { value: 'registered', label: words.registered },
            { value: 'in-hand', label: words.inHand },
          ]}
        />
        <TextField {...{ ...field('nummer'), label: words.number, hint: words.numberHint, maxlength: 40 }} />
        <DateField
          {...{ name: 'dag', label: words.day, error: errors.dag }}
          value={typedDate((name) => form.text(name), 'dag')}
        />
        <TextField
          {...{ ...field('uur'), label: words.hour, hint: words.hourHint, width: 5, maxlength: 5 }}
        />
        <Button>{words.button}</Button>
      </Form>
    </>
  )
}

/** Writes down that a letter on paper came, with its proof. */
export async function prove(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form } = desk
  const letter = await letterOf(desk)
  if (!letter) return notFoundPage(desk)
  const means = proofMeans.find((one) => one === form.text('hoe'))
  const day = dayOf(typedDate((name) => form.text(name), 'dag'))
  const time = timeFrom(form.text('uur'))
  const { missing, refused, other } = texts.proof
  if (!means || !day || !time)
    return letterPage(desk, {
      ...(!means && { hoe: missing.means }),
      ...(!day && { dag: missing.day }),
      ...(!time && { uur: missing.hour }),
    })
  const { letterId } = letter
  const proof = { means, number: form.text('nummer').slice(0, 40) }
  const done = await proveDelivery(deps, {
    election,
    letterId,
    proof,
    at: momentOn(day, time),
    by: staff.staffId,
  })
  const address = paths.memberLetter({ election: election.code, letter: letterId })
  if (done.ok) return seeOther(desk, address, 'letter-proven')
  const field = done.because === 'number-missing' || done.because === 'number-in-text' ? 'nummer' : 'dag'
  return letterPage(desk, { [field]: refused[done.because] ?? other })
}

/** The letter as it was sent. */
export async function openLetter(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff } = desk
  const letter = await letterOf(desk)
  if (!letter) return notFoundPage(desk)
  try {
    const made = await openMemberLetter(deps, { election, letterId: letter.letterId, by: staff.staffId })
    return made.ok ? pdfAnswer(desk, made.pdf, 'brief.pdf') : notFoundPage(desk)
  } catch (error) {
    if (error instanceof MemberLetterChanged) return letterPage(desk, {}, true)
    throw error
  }
}
