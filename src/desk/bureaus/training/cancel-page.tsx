import { cancelTraining } from '../../../bureaus/index.ts'
import {
  Button,
  type FieldErrors,
  Form,
  SummaryList,
  Warning,
} from '../../../platform/http/components/index.ts'
import { paths } from '../../paths.ts'
import { seeOther, showPage } from '../../show-page.tsx'
import { texts } from './texts.nl.ts'
import { whenText } from './training-text.ts'
import { addressOf, type TrainingDesk, trailOf } from './with-training.ts'

const words = texts.cancel

/** Before it is cancelled: how many are enrolled, and how they will know. */
export function showCancel(desk: TrainingDesk, errors: FieldErrors = {}) {
  const { election, training, csrf } = desk
  const { enrolled, waiting, title } = training
  return showPage(
    desk,
    { title: words.title, caption: election.name, trail: trailOf(desk, training), errors },
    <>
      <SummaryList
        facts={[
          { name: texts.columns.what, value: title },
          { name: texts.one.facts.when, value: whenText(training) },
        ]}
      />
      <Warning>{words.warning(enrolled + waiting)}</Warning>
      {enrolled + waiting > 0 && <p>{words.how}</p>}
      <Form csrf={csrf}>
        <input type="hidden" name="stand" value={String(training.version)} />
        <Button kind="warning">{words.button}</Button>
      </Form>
    </>,
  )
}

export async function cancelOne(desk: TrainingDesk): Promise<Response> {
  const { deps, election, staff, form, training } = desk
  const { trainingId } = training
  const version = Number(form.text('stand'))
  const done = await cancelTraining(deps, { election, trainingId, version, by: staff.staffId })
  if (!done.ok) return showCancel(desk, { stand: texts.because[done.because] })
  return seeOther(desk, paths.training(addressOf(desk)), 'training-cancelled')
}
