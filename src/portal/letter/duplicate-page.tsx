import { validate } from 'uuid'
import {
  deadlineInstant,
  duplicateReasons,
  duplicateUntil,
  type Election,
  hourText,
} from '../../elections/index.ts'
import { currentOf, issueDuplicate, type MyLetter } from '../../letters/index.ts'
import { longDate } from '../../platform/dates.ts'
import { Button, ErrorSummary, Form, Radios } from '../../platform/http/components/index.ts'
import { newId } from '../../platform/ids.ts'
import { showPage } from '../frame.tsx'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { texts as frameTexts } from '../texts.ts'
import { texts } from './texts.ts'

/** Asks why, and until when it can be; sent twice it gives one duplicate, by the id of its request. */
export function showDuplicate(portal: Portal, letters: readonly MyLetter[], error?: string) {
  const { election, municipality } = currentOf(letters)[0]!
  const { language } = portal
  const words = texts[language].duplicate
  const { error: errorWord, notRightYet } = frameTexts[language]
  const { isOver, day, hour } = bound(election, portal.deps.clock.now(), language)
  const { reasons } = election.ruleset.duplicate.value
  return showPage(
    portal,
    { title: words.title, caption: election.name, municipality, error },
    isOver ? (
      <p>{words.over(day, hour)}</p>
    ) : (
      <>
        <ErrorSummary title={notRightYet} errors={error ? { reden: error } : {}} />
        <p>{words.lead}</p>
        <p>{words.until(day, hour)}</p>
        <Form csrf={portal.csrf} action={paths.duplicate({ election: election.electionId })}>
          <input type="hidden" name="aanvraag" value={portal.form.text('aanvraag') || newId<string>()} />
          <Radios
            {...{ name: 'reden', label: words.reason, error, errorWord }}
            value={portal.form.text('reden')}
            choices={reasons.map((value) => ({ value, label: words.reasons[value] }))}
          />
          <Button>{words.make}</Button>
        </Form>
        <p>{words.counted}</p>
      </>
    ),
  )
}

/** Makes it, or shows the page again with why not. Who logged in is who the letter is for: that is the check of identity. */
export async function makeDuplicate(portal: Portal, letters: readonly MyLetter[]): Promise<Response> {
  const { deps, form, context } = portal
  const words = texts[portal.language].duplicate
  const { election, letter } = currentOf(letters)[0]!
  const reason = duplicateReasons.find((one) => one === form.text('reden'))
  if (!reason) return showDuplicate(portal, letters, words.reasonMissing)
  const asked = form.text('aanvraag')
  const issued = await issueDuplicate(deps, {
    ...{
      election,
      listNumber: letter.list_number,
      reason,
      identity: 'login',
      channel: 'print',
      by: 'citizen',
    },
    requestId: validate(asked) ? asked : undefined,
  })
  if (!issued.ok) return showDuplicate(portal, letters, words.refusals[issued.because])
  return context.redirect(
    paths.madeDuplicate({ election: election.electionId, duplicate: issued.duplicateId }),
    303,
  )
}

function bound(election: Election, now: Date, language: Language) {
  const { date, time } = duplicateUntil(election)
  const isOver = now.getTime() >= deadlineInstant({ date, time, bound: 'latest' }).epochMilliseconds
  return { isOver, day: longDate(date, language), hour: hourText(time, language) }
}
