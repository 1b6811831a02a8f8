import { enrol, type ShownSeat, showBureau } from '../../../bureaus/index.ts'
import { Button, type FieldErrors, Form, Radios, TextField } from '../../../platform/http/components/index.ts'
import type { MemberId } from '../../../platform/ids.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { fullName, seatName } from '../bureau-text.ts'
import { texts } from './texts.nl.ts'
import { addressOf, type TrainingDesk, trailOf } from './with-training.ts'

const words = texts.enrol

interface Found {
  readonly memberId: MemberId
  readonly name: string
}

/** Somebody phones or stands at the counter: in which bureau they sit is asked first. */
export function showEnrolling(desk: TrainingDesk, errors: FieldErrors = {}, found: readonly Found[] = []) {
  const { training, csrf, form } = desk
  return showPage(
    desk,
    { title: words.title, caption: training.title, trail: trailOf(desk, training), errors },
    <>
      <p class="desk-lead">{words.lead}</p>
      <Form csrf={csrf}>
        <TextField
          {...{ name: 'bureau', label: words.bureau, hint: words.bureauHint, error: errors.bureau, width: 5 }}
          value={form.text('bureau')}
        />
        <Button kind={found.length > 0 ? 'secondary' : 'primary'}>{words.find}</Button>
      </Form>
      {found.length > 0 && (
        <Form csrf={csrf} action={paths.enrolMember(addressOf(desk))}>
          <input type="hidden" name="bureau" value={form.text('bureau')} />
          <input type="hidden" name="stap" value="inschrijven" />
          <Radios
            {...{ name: 'lid', label: words.who, error: errors.lid, value: form.text('lid') || undefined }}
            choices={found.map(({ memberId, name }) => ({ value: memberId, label: name }))}
          />
          <Radios
            {...{ name: 'hoe', label: words.how, error: errors.hoe, value: form.text('hoe') || undefined }}
            choices={channels.map((value) => ({ value, label: texts.channels[value] }))}
          />
          <Button>{words.button}</Button>
        </Form>
      )}
    </>,
  )
}

const channels = ['PHONE', 'COUNTER'] as const

/** Finds who sits in that bureau, and enrols who is chosen of them. */
export async function enrolOne(desk: TrainingDesk): Promise<Response> {
  const { deps, election, staff, form, training } = desk
  const shown = await showBureau(deps, { election, number: form.text('bureau'), by: staff.staffId })
  if (!shown.ok) return showEnrolling(desk, { bureau: words.noBureau })
  const found = training.kinds.includes(shown.bureau.kind) ? shown.seats.flatMap(meantFor(desk)) : []
  if (found.length === 0) return showEnrolling(desk, { bureau: words.nobody })
  if (form.text('stap') !== 'inschrijven') return showEnrolling(desk, {}, found)
  const who = found.find(({ memberId }) => memberId === form.text('lid'))
  const channel = channels.find((one) => one === form.text('hoe'))
  if (!who || !channel) {
    const { missing } = words
    const errors = { ...(!who && { lid: missing.who }), ...(!channel && { hoe: missing.how }) }
    return showEnrolling(desk, errors, found)
  }
  const { trainingId } = training
  const asked = { election, trainingId, memberId: who.memberId, channel, by: staff.staffId }
  const done = await enrol(deps, asked)
  if (!done.ok) return showEnrolling(desk, { lid: words.refused[done.because] }, found)
  return seeOther(
    desk,
    paths.training(addressOf(desk)),
    done.hasPlace ? 'training-enrolled' : 'training-waits',
  )
}

const meantFor =
  ({ training }: TrainingDesk) =>
  (seat: ShownSeat): Found[] =>
    training.roles.includes(seat.role)
      ? seat.people
          .filter(({ assignment }) => assignment.axes.designation === 'DESIGNATED')
          .map(({ member }) => ({
            memberId: member.memberId,
            name: `${fullName(member)}, ${seatName(seat).toLowerCase()}`,
          }))
      : []
