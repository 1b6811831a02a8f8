import type { AskedMove } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import { Button, Form, Inset, TextField, Warning } from '../../../platform/http/components/index.ts'
import { actorName } from '../../actor-name.ts'
import { type ElectionDesk, may } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { bureauName, fullName, seatName } from '../bureau-text.ts'
import type { DeedProps } from '../decide.tsx'
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
