import { ButtonLink } from '../../platform/http/components/index.ts'
import type { MyCallCase } from '../convocations/with-my-call.ts'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.ts'

/** On the page of a call: the way to the trainings, where there are any for this function. */
export function TrainingLink({
  call: { mine, trainings },
  language,
}: {
  call: MyCallCase
  language: Language
}) {
  if (trainings.length === 0) return null
  const words = texts[language]
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.lead}</p>
      <ButtonLink kind="secondary" href={paths.trainings({ call: mine.assignmentId })}>
        {words.open}
      </ButtonLink>
    </>
  )
}
