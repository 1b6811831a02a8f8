import { longestNote } from '../../bureaus/index.ts'
import { Details, TextField } from '../../platform/http/components/index.ts'
import type { PersonFormProps } from './correct-part.tsx'
import { DeedForm, WideButton } from './deed-form.tsx'
import { texts } from './words.nl.ts'

/** Who is there goes home before the end: why, and when if that was not just now. */
export function Leaves({ visit, person, name, typed }: PersonFormProps) {
  const { assignmentId } = person
  const [reason, hour] = [`reason.weg-${assignmentId}`, `hour.weg-${assignmentId}`]
  return (
    <Details summary={texts.leave} open={reason in typed}>
      <DeedForm {...{ visit, kind: 'leave', about: { assignmentId } }}>
        <TextField
          {...{ name: reason, label: texts.reason, hint: texts.leaveReasonHint, value: typed[reason] }}
          maxlength={longestNote}
        />
        <TextField
          {...{ name: hour, label: texts.leaveHour, hint: texts.leaveHourHint, value: typed[hour] }}
          {...{ width: 5, maxlength: 5 }}
        />
        <WideButton kind="warning">
          {texts.leave}
          <span class="govuk-visually-hidden">{texts.presentOf(name)}</span>
        </WideButton>
      </DeedForm>
    </Details>
  )
}

/** Who left is there again, or never went: the hour of arrival stays what it was. */
export function Returns({ visit, person, name, typed }: PersonFormProps) {
  const { assignmentId } = person
  const hour = `hour.terug-${assignmentId}`
  const of = <span class="govuk-visually-hidden">{texts.presentOf(name)}</span>
  const about = (to: string) => ({ assignmentId, to })
  return (
    <Details summary={texts.correctLeft} open={hour in typed}>
      <DeedForm {...{ visit, kind: 'correct', about: about('THERE') }}>
        <WideButton>
          {texts.backNow}
          {of}
        </WideButton>
      </DeedForm>
      <DeedForm {...{ visit, kind: 'correct', about: about('THERE') }}>
        <TextField
          {...{ name: hour, label: texts.backHour, hint: texts.hourHint, value: typed[hour] }}
          {...{ width: 5, maxlength: 5 }}
        />
        <WideButton kind="secondary">
          {texts.backAt}
          {of}
        </WideButton>
      </DeedForm>
      <DeedForm {...{ visit, kind: 'correct', about: about('STAYED') }}>
        <WideButton kind="secondary">
          {texts.stayed}
          {of}
        </WideButton>
      </DeedForm>
    </Details>
  )
}
