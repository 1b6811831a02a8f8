import {
  chooseByHand,
  emptyInDutch,
  type HandChoice,
  type Reason,
  type ReasonForEmpty,
  reasonInDutch,
  type SeatInDivision,
  showBureauDivision,
} from '../../../bureaus/index.ts'
import {
  Button,
  Details,
  type FieldErrors,
  Form,
  TextField,
} from '../../../platform/http/components/index.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts } from './texts.nl.ts'

const words = texts.bureau
type Shown = NonNullable<Awaited<ReturnType<typeof showBureauDivision>>>

/** Who would sit in one bureau and why, and what can be decided by hand about each. */
export async function showSeatingOfBureau(desk: ElectionDesk, errors: FieldErrors = {}) {
  const { election, context } = desk
  const number = context.req.param('number') ?? ''
  const shown = await inOwnScope(desk, (db) => showBureauDivision(db, election, number))
  if (!shown) return notFoundPage(desk)
  const trail = [
    { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
    { href: paths.seating({ election: election.code }), text: texts.title },
  ]
  return showPage(
    desk,
    { title: words.title(bureauName(shown.bureau)), caption: election.name, trail, errors },
    <>
      <p>{words.lead}</p>
      <p>{words.against}</p>
      {shown.seats.map((seat) => (
        <Seat {...{ desk, seat, names: shown.names, errors }} />
      ))}
    </>,
  )
}

interface SeatProps {
  readonly desk: ElectionDesk
  readonly seat: SeatInDivision
  readonly names: Shown['names']
  readonly errors: FieldErrors
}

/** One seat under the other, and no table: the reasons are sentences, and have to be read on a telephone too. */
function Seat({ desk, seat, names, errors }: SeatProps) {
  const nameOf = (person: string | null) => {
    const name = person === null ? undefined : names.get(person)
    return name ? fullName(name) : words.nobody
  }
  const who = nameOf(seat.person)
  return (
    <>
      <h2>{words.seat(seatName(seat), who)}</h2>
      <p>
        <Why {...seat} />
      </p>
      {seat.isChanged && <p>{words.before(nameOf(seat.before))}</p>}
      {seat.person !== null && <Deeds {...{ desk, seat, errors, who }} />}
    </>
  )
}

function Why({ person, because }: Pick<SeatInDivision, 'person' | 'because'>) {
  if (person === null) return <>{emptyInDutch(because as ReasonForEmpty)}</>
  return <>{(because as readonly Reason[]).map(reasonInDutch).join(' ')}</>
}

interface DeedsProps {
  readonly desk: ElectionDesk
  readonly seat: SeatInDivision
  readonly who: string
  readonly errors: FieldErrors
}

function Deeds({ desk, seat: { seatId }, who, errors }: DeedsProps) {
  const number = desk.context.req.param('number')!
  const field = `naar-${seatId}`
  const of = <span class="govuk-visually-hidden">{words.of(who)}</span>
  return (
    <Form csrf={desk.csrf} action={paths.seatingOfBureau({ election: desk.election.code, number })}>
      <Button kind="secondary" name="houd" value={seatId}>
        {words.keep}
        {of}
      </Button>
      <Button kind="secondary" name="niet" value={seatId}>
        {words.notHere}
        {of}
      </Button>
      <Details summary={words.move} open={errors[field] !== undefined}>
        <TextField
          {...{ name: field, label: words.moveTo, error: errors[field], maxlength: 8, width: 5 }}
          value={desk.form.text(field)}
        />
        <Button kind="secondary" name="verplaats" value={seatId}>
          {words.move}
          {of}
        </Button>
      </Details>
    </Form>
  )
}

/** Keeps, keeps out or moves whoever has a seat in the last division. */
export async function choose(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form, context } = desk
  const { seatId, choice } = typedChoice(form)
  const chosen = await chooseByHand(deps, { election, seatId, choice, by: staff.staffId })
  if (!chosen.ok) return showSeatingOfBureau(desk, { [`naar-${seatId}`]: words.refused[chosen.because] })
  const number = context.req.param('number')!
  return seeOther(desk, paths.seatingOfBureau({ election: election.code, number }), 'seating-chosen')
}

function typedChoice(form: ElectionDesk['form']): { readonly seatId: string; readonly choice: HandChoice } {
  if (form.has('verplaats')) {
    const seatId = form.text('verplaats')
    return { seatId, choice: { kind: 'move', to: form.text(`naar-${seatId}`) } }
  }
  if (form.has('niet')) return { seatId: form.text('niet'), choice: { kind: 'not-here' } }
  return { seatId: form.text('houd'), choice: { kind: 'keep' } }
}
