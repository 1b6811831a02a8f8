import {
  type EnrolledMember,
  noteTrainingAttendance,
  type TrainingAttendance,
  trainingAttendances,
} from '../../../bureaus/index.ts'
import {
  Button,
  Checkboxes,
  type FieldErrors,
  Form,
  Inset,
  Pages,
  Radios,
} from '../../../platform/http/components/index.ts'
import { withQuery } from '../../../platform/http/path.ts'
import type { MemberId } from '../../../platform/ids.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts } from './texts.nl.ts'
import { pageOfEnrolled } from './training-page.tsx'
import { seatOf } from './training-text.ts'
import { addressOf, type TrainingDesk, trailOf } from './with-training.ts'

const words = texts.attendance
const fieldOf = (memberId: MemberId) => `lid-${memberId}`

/** Who had a place, each with whether they came: noted at once, and corrected at will. */
export async function showAttendance(desk: TrainingDesk, errors: FieldErrors = {}) {
  const { training, csrf, form } = desk
  const { rows, after, next } = await pageOfEnrolled(desk)
  const people = rows.filter(({ hasPlace }) => hasPlace)
  const here = paths.trainingAttendance(addressOf(desk))
  const hasBegun = training.startsAt <= desk.deps.clock.now()
  return showPage(
    desk,
    { title: words.title, caption: training.title, trail: trailOf(desk, training), errors },
    <>
      {hasBegun && people.length > 0 && (
        <>
          <p class="desk-lead">{words.lead}</p>
          <Form csrf={csrf}>
            {people.map((person) => (
              <Radios
                {...{ name: fieldOf(person.memberId), label: fullName(person), hint: seatOf(person) }}
                {...{ choices, inline: true, error: errors[fieldOf(person.memberId)] }}
                value={form.text(fieldOf(person.memberId)) || (person.attendance ?? undefined)}
              />
            ))}
            <Checkboxes
              {...{ name: 'rest', label: words.rest, values: form.all('rest') }}
              choices={[{ value: 'aanwezig', label: words.restPresent }]}
            />
            <Button>{words.save}</Button>
          </Form>
        </>
      )}
      {(!hasBegun || people.length === 0) && <Inset>{hasBegun ? words.nobody : words.notYet}</Inset>}
      <Pages
        next={next && people.length > 0 ? withQuery(here, { vanaf: String(next) }) : undefined}
        first={after > 0 ? here : undefined}
      />
    </>,
  )
}

const choices = trainingAttendances.map((value) => ({ value, label: texts.attendances[value] }))

export async function noteAttendanceOfPage(desk: TrainingDesk): Promise<Response> {
  const { deps, election, staff, training } = desk
  const { rows, next } = await pageOfEnrolled(desk)
  const noted = new Map(rows.flatMap((row) => typedOf(desk, row)))
  const { trainingId } = training
  const done = await noteTrainingAttendance(deps, { election, trainingId, noted, by: staff.staffId })
  if (!done.ok) return showAttendance(desk, { rest: words.refused[done.because] })
  const address = addressOf(desk)
  const goesOn = next !== undefined && rows.at(-1)!.hasPlace
  const to = goesOn
    ? withQuery(paths.trainingAttendance(address), { vanaf: String(next) })
    : paths.training(address)
  return seeOther(desk, to, 'training-attendance')
}

/** What was chosen of one person; who was left open was there when that was ticked, and is noted nothing of otherwise. */
function typedOf(
  { form }: TrainingDesk,
  { memberId, hasPlace, attendance }: EnrolledMember,
): [MemberId, TrainingAttendance][] {
  if (!hasPlace) return []
  const typed = trainingAttendances.find((one) => one === form.text(fieldOf(memberId)))
  if (typed) return [[memberId, typed]]
  return form.text('rest') === 'aanwezig' && !attendance ? [[memberId, 'PRESENT']] : []
}
