import { leaveTraining, type Member, membersById } from '../../../bureaus/index.ts'
import { Button, type FieldErrors, Form } from '../../../platform/http/components/index.ts'
import { isId, type MemberId } from '../../../platform/ids.ts'
import { inOwnScope } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther, showPage } from '../../show-page.tsx'
import { fullName } from '../bureau-text.ts'
import { texts } from './texts.nl.ts'
import { addressOf, type TrainingDesk, trailOf } from './with-training.ts'

const words = texts.leave

/** Before somebody is taken out: who it is, and that who waits gets the place. */
export async function showLeaving(desk: TrainingDesk, errors: FieldErrors = {}) {
  const member = await memberOfAddress(desk)
  if (!member) return notFoundPage(desk)
  const { training, csrf } = desk
  return showPage(
    desk,
    { title: words.title, caption: training.title, trail: trailOf(desk, training), errors },
    <>
      <p>{words.lead(fullName(member))}</p>
      {training.waiting > 0 && <p>{words.waiting}</p>}
      <Form csrf={csrf}>
        <Button kind="warning">{words.button}</Button>
      </Form>
    </>,
  )
}

export async function takeOut(desk: TrainingDesk): Promise<Response> {
  const member = await memberOfAddress(desk)
  if (!member) return notFoundPage(desk)
  const { deps, election, staff, training } = desk
  const { trainingId } = training
  const leaving = { election, trainingId, memberId: member.memberId, by: staff.staffId }
  const done = await leaveTraining(deps, { ...leaving, channel: 'COUNTER' })
  if (!done.ok) return showLeaving(desk, { wie: words.refused[done.because] })
  const said = done.movedUp > 0 ? 'training-left-moved-up' : 'training-left'
  return seeOther(desk, paths.training(addressOf(desk)), said)
}

async function memberOfAddress(desk: TrainingDesk): Promise<Member | undefined> {
  const asked = desk.context.req.param('member') ?? ''
  if (!isId(asked)) return undefined
  const memberId = asked as string as MemberId
  return (await inOwnScope(desk, (db) => membersById(db, desk.election, [memberId]))).get(memberId)
}
