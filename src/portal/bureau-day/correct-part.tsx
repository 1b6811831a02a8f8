import { type DayPerson, isThere } from '../../bureaus/index.ts'
import { Details, TextField } from '../../platform/http/components/index.ts'
import type { ChairVisit } from './chair-door.ts'
import { DeedForm, WideButton } from './deed-form.tsx'
import { texts } from './words.nl.ts'

/** A form about one person; `typed`: what could not be done before. */
export interface PersonFormProps {
  readonly visit: ChairVisit
  readonly person: DayPerson
  readonly name: string
  readonly typed: Readonly<Record<string, string>>
}

/** A tap that was wrong, or somebody who came after all: noted anew, and what stood there stays in the timeline. */
export function Correct({ visit, person, name, typed }: PersonFormProps) {
  const { assignmentId } = person
  const hour = `hour.${assignmentId}`
  const of = <span class="govuk-visually-hidden">{texts.presentOf(name)}</span>
  const about = (to: string) => ({ assignmentId, to })
  return (
    <Details summary={isThere(person) ? texts.correct : texts.correctAbsent} open={hour in typed}>
      {!isThere(person) && (
        <DeedForm {...{ visit, kind: 'correct', about: about('THERE') }}>
          <WideButton>
            {texts.cameNow}
            {of}
          </WideButton>
        </DeedForm>
      )}
      <DeedForm {...{ visit, kind: 'correct', about: about('THERE') }}>
        <TextField
          {...{ name: hour, label: texts.hour, hint: texts.hourHint, value: typed[hour] }}
          {...{ width: 5, maxlength: 5 }}
        />
        <WideButton kind="secondary">
          {texts.cameAt}
          {of}
        </WideButton>
      </DeedForm>
      {isThere(person) && (
        <DeedForm {...{ visit, kind: 'correct', about: about('ABSENT') }}>
          <WideButton kind="warning">
            {texts.wasAbsent}
            {of}
          </WideButton>
        </DeedForm>
      )}
      <DeedForm {...{ visit, kind: 'correct', about: about('UNKNOWN') }}>
        <WideButton kind="secondary">
          {texts.takeBack}
          {of}
        </WideButton>
      </DeedForm>
    </Details>
  )
}

/** The oath was taken before somebody had a hand free for the telephone. */
export function EarlierOath({ visit, person, name, typed }: PersonFormProps) {
  const { assignmentId } = person
  const hour = `hour.eed-${assignmentId}`
  return (
    <Details summary={texts.otherOathHour} open={hour in typed}>
      <DeedForm {...{ visit, kind: 'swear', about: { assignmentId } }}>
        <TextField
          {...{ name: hour, label: texts.oathHour, hint: texts.hourHint, value: typed[hour] }}
          {...{ width: 5, maxlength: 5 }}
        />
        <WideButton kind="secondary">
          {texts.sworeAt}
          <span class="govuk-visually-hidden">{texts.presentOf(name)}</span>
        </WideButton>
      </DeedForm>
    </Details>
  )
}
