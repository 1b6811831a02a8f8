import { distanceInDutch, type SeatingRun } from '../../../bureaus/index.ts'
import { momentText } from '../../../platform/dates.ts'
import {
  Button,
  Checkboxes,
  type FieldErrors,
  Form,
  Inset,
  Live,
  Progress,
  Radios,
} from '../../../platform/http/components/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import type { SeatingFacts } from './seating-page.tsx'
import { texts, wishNames } from './texts.nl.ts'
import { wishWorth } from './wishes.ts'

interface Props {
  readonly desk: ElectionDesk
  readonly facts: SeatingFacts
  readonly errors: FieldErrors
}

/** What counts, and the button; while a worker computes it, how far it is. */
export function Ask({ desk, facts, errors }: Props) {
  const { run, division, freeSeats } = facts
  const words = texts.ask
  const isBusy = run !== undefined && !run.endedAt
  return (
    <>
      <h2>{words.title}</h2>
      {run && <Run {...{ desk, run }} />}
      {!isBusy && freeSeats === 0 && <p>{words.noSeat}</p>}
      {!isBusy && freeSeats > 0 && (
        <Form csrf={desk.csrf} action={paths.seating({ election: desk.election.code })}>
          <Checkboxes
            {...{ name: 'wens', label: words.wishes, hint: words.wishesHint, error: errors.wens }}
            values={desk.form.has('vorige') ? desk.form.all('wens') : Object.keys(division?.run.wishes ?? {})}
            choices={wishNames.map((value) => ({ value, label: words[value], hint: hintOf(value) }))}
          />
          {division ? (
            <Radios
              {...{ name: 'vorige', label: words.rest, hint: words.restHint }}
              value={desk.form.text('vorige') || 'houden'}
              choices={[
                { value: 'houden', label: words.keep },
                { value: 'opnieuw', label: words.afresh },
              ]}
            />
          ) : (
            <input type="hidden" name="vorige" value="opnieuw" />
          )}
          <Button>{division ? words.again : words.button}</Button>
        </Form>
      )}
    </>
  )
}

function hintOf(wish: (typeof wishNames)[number]): string {
  const costs = texts.ask.costs(distanceInDutch(wishWorth[wish]))
  return wish === 'experience' ? `${costs} ${texts.ask.experienceHint}` : costs
}

function Run({ desk, run }: { desk: ElectionDesk; run: SeatingRun }) {
  const words = texts.run
  if (!run.endedAt)
    return (
      <>
        <Live>
          <Progress {...{ label: words.busy(run.filled, run.rules), done: run.filled, total: run.rules }} />
          <p>{run.stopAskedAt ? words.stopping : words.leave}</p>
        </Live>
        {!run.stopAskedAt && (
          <Form csrf={desk.csrf} action={paths.stopSeating({ election: desk.election.code })}>
            <Button kind="secondary">{words.stop}</Button>
          </Form>
        )}
      </>
    )
  if (run.state === 'done') return null
  const at = momentText(run.endedAt, 'nl')
  return (
    <Inset>
      <p>{run.state === 'stopped' ? words.stopped(at) : words.failed(at)}</p>
      {run.failedBecause && words.why[run.failedBecause] && <p>{words.why[run.failedBecause]}</p>}
    </Inset>
  )
}
