import { type AskedMove, decideMove, refuseMove } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { Button, Form, Inset, TextField, Warning } from '../../../platform/http/components/index.ts'
import { type AssignmentId, isId } from '../../../platform/ids.ts'
import { actorName } from '../../actor-name.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { timelinePage } from '../assignment-page.tsx'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import type { DeedProps } from '../decide.tsx'
import { texts as decisionTexts } from '../excuses/texts.nl.ts'
import { because } from '../texts.nl.ts'
import { moveRefused } from './move-page.tsx'
import { texts } from './texts.nl.ts'

const words = texts.asked
type PlaceText = AskedMove['from']
const placeText = (place: PlaceText) => `${seatName(place).toLowerCase()}, ${bureauName(place)}`

/** The way to move somebody who may still be moved. */
export function MoveLink({ desk, shown }: Pick<DeedProps, 'desk' | 'shown'>) {
  const { assignmentId, axes } = shown.assignment
  const isOpen = axes.attendance === 'UNKNOWN' && ['PROPOSED', 'DESIGNATED'].includes(axes.designation)
  if (!isOpen || !may(desk, 'bureaus.manage')) return null
  return (
    <p>
      <a href={paths.moveMember({ election: desk.election.code, assignment: assignmentId })}>{texts.link}</a>
    </p>
  )
}

/** What is asked, for everybody who sees the person; the decision is for who designates. */
export function AskedMovePart({
  desk,
  shown,
  errors,
  names,
}: DeedProps & { readonly names: ReadonlyMap<string, string> }) {
  const { askedMove: asked, assignment } = shown
  if (!asked) return null
  const action = paths.decideMove({ election: desk.election.code, assignment: assignment.assignmentId })
  const who = names.get(asked.askedBy) ?? actorName(asked.askedBy)
  return (
    <>
      <h2>{words.title}</h2>
      <Inset>
        <p>{words.fact(placeText(asked.to))}</p>
        <p>{words.who(who, momentText(asked.askedAt, 'nl'), asked.reason)}</p>
      </Inset>
      {asked.to.isTaken && <Warning>{words.taken}</Warning>}
      {!may(desk, 'bureaus.designate') ? (
        <p>{words.waits}</p>
      ) : (
        <>
          <p>{words.lead}</p>
          <Form csrf={desk.csrf} action={action}>
            <input type="hidden" name="stand" value={assignment.version} />
            {errors.verplaatsing && (
              <p class="govuk-error-message" id="verplaatsing">
                {errors.verplaatsing}
              </p>
            )}
            <Button name="beslissing" value="ja">
              {words.move}
            </Button>
          </Form>
          <Form csrf={desk.csrf} action={action}>
            <input type="hidden" name="stand" value={assignment.version} />
            <TextField
              {...{ name: 'nietVerplaatst', label: words.refusal, hint: words.refusalHint, maxlength: 200 }}
              {...{ error: errors.nietVerplaatst, value: desk.form.text('nietVerplaatst') }}
            />
            <Button kind="warning" name="beslissing" value="neen">
              {words.refuse}
            </Button>
          </Form>
        </>
      )}
    </>
  )
}

/** Moves that wait for who decides, each with the way there; nothing when there are none. */
export function AskedMovesList({ desk, moves }: { desk: ElectionDesk; moves: readonly AskedMove[] }) {
  if (moves.length === 0) return null
  const election = desk.election.code
  return (
    <>
      <h2>{texts.list.title}</h2>
      <ul>
        {moves.map((one) => (
          <li>
            <a href={paths.bureauAssignment({ election, assignment: one.assignmentId })}>
              {texts.list.line(fullName(one), placeText(one.from), placeText(one.to))}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** The magistrate moves the person, or does not. */
export async function decideOnMove(desk: ElectionDesk): Promise<Response> {
  const { deps, election, staff, form, context } = desk
  const assignment = context.req.param('assignment') ?? ''
  if (!isId(assignment)) return notFoundPage(desk)
  const step = {
    ...{ election, assignmentId: assignment as string as AssignmentId, by: staff.staffId },
    version: Number(form.text('stand')) || undefined,
  }
  const here = (id: string) => paths.bureauAssignment({ election: election.code, assignment: id })
  if (form.text('beslissing') !== 'ja') {
    const reason = form.text('nietVerplaatst').slice(0, 200)
    const left = await refuseMove(deps, { ...step, reason })
    if (left.ok) return seeOther(desk, here(assignment), 'move-refused')
    return timelinePage(desk, { nietVerplaatst: because[left.because] })
  }
  const moved = await decideMove({ ...deps, portalUrl: deps.config.PORTAL_URL }, step)
  if (moved.ok)
    return seeOther(
      desk,
      here(moved.assignment.assignmentId),
      moved.letterId ? 'member-moved-told' : 'member-moved',
    )
  const { because: code, detail } = moved
  const said =
    code in decisionTexts.deciding.cannotWrite
      ? decisionTexts.changedMeanwhile
      : moveRefused(code as Parameters<typeof moveRefused>[0], detail)
  return timelinePage(desk, { verplaatsing: said })
}
