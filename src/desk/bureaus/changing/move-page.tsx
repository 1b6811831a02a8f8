import {
  askMove,
  isFilledByChair,
  type KeptBureau,
  keptBureaus,
  loadBureauRules,
  type MoveRefusal,
  type ShownAssignment,
  showAssignment,
} from '../../../bureaus/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  Inset,
  Select,
  TextField,
} from '../../../platform/http/components/index.ts'
import { type AssignmentId, isId, type SeatId } from '../../../platform/ids.ts'
import { type ElectionDesk, inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import { because, proposeTexts } from '../propose-texts.nl.ts'
import { texts as bureauTexts } from '../texts.nl.ts'
import { texts as words } from './texts.nl.ts'

const mostReason = 200

/** Where somebody can go: every open seat that is not for a chair to fill. */
export async function showMove(desk: ElectionDesk, errors: FieldErrors = {}) {
  const shown = await shownHere(desk)
  const designation = shown?.assignment.axes.designation
  if (!shown || (designation !== 'PROPOSED' && designation !== 'DESIGNATED')) return notFoundPage(desk)
  const { election, form } = desk
  const kept = await inOwnScope(desk, (db) => keptBureaus(db, election))
  const choices = openSeats(desk, kept)
  const { assignment, member, bureau } = shown
  const here = { election: election.code, assignment: assignment.assignmentId }
  const seat = [seatName(assignment), ...(bureau ? [bureauName(bureau)] : [])].join(', ')
  return showPage(
    desk,
    {
      ...{ title: words.title, caption: election.name, errors },
      trail: [
        { href: paths.bureaus({ election: election.code }), text: bureauTexts.title },
        { href: paths.bureauAssignment(here), text: fullName(member) },
      ],
    },
    <>
      <p class="desk-lead">{words.lead(fullName(member), seat)}</p>
      <Inset>{designation === 'PROPOSED' ? words.proposed : words.designated}</Inset>
      {choices.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Form csrf={desk.csrf}>
          <input type="hidden" name="stand" value={assignment.version} />
          <Select
            {...{ name: 'plaats', label: words.seat, error: errors.plaats, value: form.text('plaats') }}
            choices={[{ value: '', label: words.choose }, ...choices]}
          />
          <TextField
            {...{ name: 'reden', label: words.reason, hint: words.reasonHint, error: errors.reden }}
            {...{ value: form.text('reden'), maxlength: mostReason }}
          />
          <Button>{words.buttons[designation]}</Button>
        </Form>
      )}
    </>,
  )
}

function openSeats({ election }: ElectionDesk, kept: readonly KeptBureau[]) {
  const rules = loadBureauRules(election.ruleset)
  return kept.flatMap((bureau) =>
    bureau.seats
      .filter(({ isTaken, role }) => !isTaken && !isFilledByChair(rules, bureau.kind, role))
      .map((seat) => ({ value: seat.seatId, label: `${bureauName(bureau)}, ${seatName(seat)}` })),
  )
}

async function shownHere(desk: ElectionDesk): Promise<ShownAssignment | undefined> {
  const { deps, election, staff, context } = desk
  const asked = context.req.param('assignment') ?? ''
  if (!isId(asked)) return undefined
  const shown = await showAssignment(deps, {
    ...{ election, assignmentId: asked as string as AssignmentId, by: staff.staffId },
  })
  return shown.ok ? shown : undefined
}

/** Moves a proposal at once, or asks the magistrate to move who is designated. */
export async function move(desk: ElectionDesk) {
  const { deps, election, staff, form, context } = desk
  const assignment = context.req.param('assignment') ?? ''
  if (!isId(assignment)) return notFoundPage(desk)
  const toSeat = form.text('plaats')
  if (!isId(toSeat)) return showMove(desk, { plaats: words.missing })
  const done = await askMove(deps, {
    ...{ election, assignmentId: assignment as string as AssignmentId, toSeat: toSeat as string as SeatId },
    ...{ by: staff.staffId, reason: form.text('reden').slice(0, mostReason) },
    version: Number(form.text('stand')) || undefined,
  })
  if (done.ok)
    return seeOther(
      desk,
      paths.bureauAssignment({ election: election.code, assignment: done.assignment.assignmentId }),
      done.isMoved ? 'proposal-moved' : 'move-asked',
    )
  const isReason = done.because === 'reason-missing' || done.because === 'number-in-text'
  return showMove(desk, { [isReason ? 'reden' : 'plaats']: moveRefused(done.because, done.detail) })
}

/** Why somebody can't go there. */
export function moveRefused(refusal: MoveRefusal, detail: string | undefined): string {
  return refusal === 'may-not-sit' ? proposeTexts.mayNotSit(detail ?? '') : because[refusal]
}
