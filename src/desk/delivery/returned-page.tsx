import {
  countOnPaper,
  countReturned,
  followUpReturned,
  followUps,
  nextStep,
  type ReturnedLetter,
  readReturns,
  registerReturned,
  returnedPart,
  returnReasons,
} from '../../letters/index.ts'
import { longDate } from '../../platform/dates.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Pages,
  Radios,
  Select,
  Table,
  TextArea,
  TextField,
} from '../../platform/http/components/index.ts'
import { withQuery } from '../../platform/http/path.ts'
import { TypedForm } from '../../platform/http/typed-form.ts'
import { isId, type LetterId } from '../../platform/ids.ts'
import { ComesFirst } from '../comes-first.tsx'
import { type ElectionDesk, inOwnScope, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { showDeliveryPage } from './delivery-page.tsx'
import { texts } from './returned-texts.nl.ts'

interface Problem {
  readonly line?: number
  readonly because: string
}

const mostLines = 2000
const rowsPerPage = 100

/** What the post brought back: register it, see what is next for each, and note what was done. */
export async function showReturned(
  desk: ElectionDesk,
  errors: FieldErrors = {},
  problems: readonly Problem[] = [],
) {
  const { counts, letters, next, isFirst } = await listedNow(desk)
  const { municipalityId, electionId } = desk.election
  const { printed, ended } = await inOwnScope(desk, (db) => countOnPaper(db, municipalityId, electionId))
  const isOnPaper = printed + ended > 0
  return showDeliveryPage(
    desk,
    { title: texts.title, errors },
    <>
      <p class="desk-lead">{texts.lead}</p>
      <Problems problems={problems} />
      {may(desk, 'letters.withdraw') &&
        (isOnPaper ? (
          <Register desk={desk} errors={errors} />
        ) : (
          <ComesFirst desk={desk} step="print">
            {texts.nothingOnPaper}
          </ComesFirst>
        ))}
      <h2>{texts.list.title}</h2>
      {counts.all > 0 && <p>{texts.list.open(counts.open, counts.all)}</p>}
      <List letters={letters} />
      <Pages next={next} first={isFirst ? undefined : addressOf(desk)} />
      {may(desk, 'letters.withdraw') && counts.open > 0 && <FollowUpForm desk={desk} errors={errors} />}
    </>,
  )
}

/**
 * What waits for somebody, what came first before the rest, and behind that what was done, the newest first. Within a page in
 * order of section and list number.
 */
async function listedNow(desk: ElectionDesk) {
  const open = lettersAfter(desk, 'na')
  const done = lettersAfter(desk, 'gedaan')
  const { counts, rows } = await inOwnScope(desk, async (db) => {
    const part = (isDone: boolean, after: LetterId | undefined, limit: number) =>
      limit > 0 ? returnedPart(db, desk.election, { isDone, after, limit }) : []
    const toDo = done ? [] : await part(false, open?.letter, rowsPerPage + 1)
    const rest = await part(true, done?.letter, rowsPerPage + 1 - toDo.length)
    return { counts: await countReturned(db, desk.election), rows: [...toDo, ...rest] }
  })
  const letters = rows.slice(0, rowsPerPage)
  const last = letters.at(-1)
  const isMore = last && rows.length > rowsPerPage
  const from = last?.followUp ? { gedaan: last.letterId } : { na: last?.letterId ?? '' }
  return {
    counts,
    letters: letters.toSorted(byPlace),
    next: isMore ? withQuery(addressOf(desk), from) : undefined,
    isFirst: !open && !done,
  }
}

function byPlace(one: ReturnedLetter, other: ReturnedLetter): number {
  const done = Number(one.followUp !== null) - Number(other.followUp !== null)
  return done || one.section - other.section || one.listNumber - other.listNumber
}

/** Of an address that says from where on. */
function lettersAfter({ context }: ElectionDesk, name: string): { letter: LetterId } | undefined {
  const id = context.req.query(name)
  return id && isId(id) ? { letter: id as LetterId } : undefined
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  const { not, line: lineText, because: texted } = texts.register
  return (
    <section>
      <h2>{not}</h2>
      <ul>
        {problems.map(({ line, because }) => (
          <li>
            {[line !== undefined && lineText(line), texted[because] ?? because].filter(Boolean).join(': ')}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Register({ desk: { csrf, form }, errors }: { desk: ElectionDesk; errors: FieldErrors }) {
  const { register, reasons } = texts
  return (
    <>
      <h2>{register.title}</h2>
      <Form csrf={csrf}>
        <TextArea
          name="nummers"
          label={register.numbers}
          hint={register.numbersHint}
          value={form.text('nummers')}
          error={errors.nummers}
          rows={5}
        />
        <Radios
          name="reden"
          label={register.reason}
          value={form.text('reden')}
          error={errors.reden}
          choices={returnReasons.map((value) => ({ value, label: reasons[value] }))}
        />
        <Button>{register.button}</Button>
      </Form>
    </>
  )
}

function List({ letters }: { letters: readonly ReturnedLetter[] }) {
  const { list } = texts
  return (
    <Table
      caption={list.title}
      hideCaption
      rows={letters}
      empty={list.none}
      columns={[
        { heading: list.number, isRowHeading: true, cell: ({ listNumber }) => listNumber },
        { heading: list.section, cell: ({ section }) => section },
        {
          heading: list.on,
          cell: ({ returnedOn }) => <span class="whole">{longDate(returnedOn, 'nl')}</span>,
        },
        { heading: list.reason, cell: ({ reason }) => texts.reasons[reason] },
        {
          heading: list.digital,
          cell: ({ digital }) =>
            digital === null
              ? list.digitalNo
              : digital === 'inactive'
                ? list.digitalInactive
                : list.digitalYes,
        },
        {
          heading: list.next,
          cell: (letter) => (
            <span class="breaks">
              {letter.followUp ? texts.followUps[letter.followUp] : texts.steps[nextStep(letter)]}
            </span>
          ),
        },
      ]}
    />
  )
}

function FollowUpForm({
  desk: { csrf, form, election },
  errors,
}: {
  desk: ElectionDesk
  errors: FieldErrors
}) {
  const { followUp } = texts
  return (
    <>
      <h2>{followUp.title}</h2>
      <Form csrf={csrf} action={paths.returnFollowUp({ election: election.code })}>
        <TextField
          name="nummer"
          label={followUp.number}
          inputmode="numeric"
          width={10}
          value={form.text('nummer')}
          error={errors.nummer}
        />
        <Select
          name="opvolging"
          label={followUp.what}
          value={form.text('opvolging')}
          error={errors.opvolging}
          choices={[
            { value: '', label: '' },
            ...followUps.map((value) => ({ value, label: texts.followUps[value] })),
          ]}
        />
        <Button kind="secondary">{followUp.button}</Button>
      </Form>
    </>
  )
}

const addressOf = ({ election }: ElectionDesk) => paths.returned({ election: election.code })

/** What can't be registered is told line by line, and stays in the field; what was registered is told and leaves it. */
export async function register(desk: ElectionDesk) {
  const { deps, election, form, staff } = desk
  const text = form.text('nummers')
  const usual = returnReasons.find((one) => one === form.text('reden'))
  if (text === '') return showReturned(desk, { nummers: texts.register.missing })
  if (text.split('\n').length > mostLines)
    return showReturned(desk, { nummers: texts.register.tooMany(mostLines) })
  const { returns, unread } = readReturns(text, { usual, keySet: deps.keySet })
  if (!usual && unread.some(({ because }) => because === 'reason-missing'))
    return showReturned(desk, { reden: texts.register.reasonMissing })
  const answer = await registerReturned(deps, { election, returns, by: staff.staffId })
  const problems: Problem[] = [...unread, ...(answer.ok ? answer.not : [])]
  const noted = answer.ok ? answer.registered : 0
  if (problems.length > 0) {
    const said = noted > 0 ? texts.register.some(noted) : texts.register.not
    const left = linesLeft(text, problems)
    const still = new TypedForm({ ...form.fields, nummers: [left.text] })
    return showReturned({ ...desk, form: still }, { nummers: said }, left.problems)
  }
  return seeOther(desk, addressOf(desk), 'returned-registered')
}

/** The lines that are still to be mended, and what is wrong with each under the place it has now. */
function linesLeft(text: string, problems: readonly Problem[]) {
  const lines = text.split('\n')
  const places = [...new Set(problems.flatMap(({ line }) => line ?? []))].toSorted(
    (one, other) => one - other,
  )
  return {
    text: places.map((line) => lines[line - 1]!.trim()).join('\n'),
    problems: problems.map((problem) =>
      problem.line === undefined ? problem : { ...problem, line: places.indexOf(problem.line) + 1 },
    ),
  }
}

export async function followUp(desk: ElectionDesk) {
  const { deps, election, form, staff } = desk
  const typed = form.text('nummer')
  const what = followUps.find((one) => one === form.text('opvolging'))
  const errors = {
    ...(!/^[1-9]\d{0,6}$/.test(typed) && { nummer: texts.followUp.numberWrong }),
    ...(!what && { opvolging: texts.followUp.whatMissing }),
  }
  if (!what || Object.keys(errors).length > 0) return showReturned(desk, errors)
  const noted = await followUpReturned(deps, {
    election,
    listNumber: Number(typed),
    followUp: what,
    by: staff.staffId,
  })
  if (!noted.ok) return showReturned(desk, { nummer: texts.followUp.notReturned })
  return seeOther(desk, addressOf(desk), 'return-followed-up')
}
