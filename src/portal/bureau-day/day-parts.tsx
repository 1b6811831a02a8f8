import { type DayOfBureau, incidentKinds, isFormed, longestNote } from '../../bureaus/index.ts'
import { Details, Radios, TextArea, Warning } from '../../platform/http/components/index.ts'
import type { ChairVisit } from './chair-door.ts'
import { DeedForm, WideButton } from './deed-form.tsx'
import { hourOf } from './hour-of.ts'
import { nameOf } from './name-of.ts'
import { checkpoints, deeds, incidents, notThere, refusals, texts, there } from './words.nl.ts'

interface DayProps {
  readonly visit: ChairVisit
  readonly day: DayOfBureau
}

/** How far the bureau is; those that can still be noted are buttons, the next one the largest. */
export function Moments({ visit, day }: DayProps) {
  const { reached, open, missing } = day
  const isBegun = reached.length > 0
  return (
    <section data-about="moments">
      <h2>{texts.moments}</h2>
      {reached.length > 0 && (
        <ul>
          {reached.map((moment) => (
            <li>
              {checkpoints[moment.checkpoint]} {texts.at(hourOf(moment.reachedAt))}
              <WhoWas moment={moment} />
            </li>
          ))}
        </ul>
      )}
      {!isFormed(day) && isBegun && <Warning>{texts.neverFormed}</Warning>}
      {!isBegun && missing.length > 0 && <Warning>{texts.notYetFormed}</Warning>}
      {open.map((checkpoint, at) => (
        <DeedForm {...{ visit, kind: 'checkpoint', about: { checkpoint } }}>
          {at === 0 ? (
            <WideButton>{texts.momentNow[checkpoint]}</WideButton>
          ) : (
            <WideButton kind="secondary">{texts.momentNow[checkpoint]}</WideButton>
          )}
        </DeedForm>
      ))}
    </section>
  )
}

/** Who was there then, and who had to be and was not. */
function WhoWas({ moment }: { moment: DayOfBureau['reached'][number] }) {
  const { there: here, notThere: away } = moment
  return (
    <Details summary={there(moment)}>
      {here.length > 0 && (
        <p>
          {texts.wereThere}: {here.map(nameOf).join(', ')}
        </p>
      )}
      {away.length > 0 && (
        <p>
          {texts.wereNot}: {away.map((one) => `${nameOf(one)} (${notThere(one, hourOf)})`).join(', ')}
        </p>
      )}
    </Details>
  )
}

/** What happened, and a form for what happens now. */
export function Happened({ visit, day, typed }: DayProps & { typed: Readonly<Record<string, string>> }) {
  return (
    <section data-about="incidents">
      <h2>{texts.incident}</h2>
      {day.incidents.map(({ kind, note, happenedAt }) => (
        <p>
          <strong>
            {hourOf(happenedAt)} {incidents[kind]}
          </strong>
          : {note}
        </p>
      ))}
      <Details summary={texts.note} open={'note' in typed}>
        <DeedForm {...{ visit, kind: 'incident' }}>
          <Radios
            {...{ name: 'incident', label: texts.what, value: typed.incident }}
            choices={incidentKinds.map((value) => ({ value, label: incidents[value] }))}
          />
          <TextArea
            {...{ name: 'note', label: texts.describe, hint: texts.describeHint, rows: 3 }}
            {...{ maxlength: longestNote, value: typed.note }}
          />
          <WideButton>{texts.note}</WideButton>
        </DeedForm>
      </Details>
    </section>
  )
}

/** What was done on a telephone and could not be: nobody has to find out from somebody else. */
export function Refused({ day: { refused } }: Pick<DayProps, 'day'>) {
  if (refused.length === 0) return null
  return (
    <section>
      <h2>{texts.refused}</h2>
      <ul>
        {refused.map(({ happenedAt, kind, refusedFor }) => (
          <li>
            <strong>
              {hourOf(happenedAt)} {deeds[kind]}
            </strong>
            : {refusedFor && refusals[refusedFor]}
          </li>
        ))}
      </ul>
    </section>
  )
}
