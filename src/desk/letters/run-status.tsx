import { isUnderWay, type LetterRun } from '../../letters/index.ts'
import { Button, Form, Inset, Live, Progress } from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

/** How far composing or sampling is, with the button that stops it; or what came of the last one. */
export function RunStatus({ desk, run }: { desk: ElectionDesk; run: LetterRun | undefined }) {
  if (!run) return null
  if (!isUnderWay(run)) return <Ended run={run} />
  const at = { election: desk.election.code }
  return (
    <section>
      <h2>{texts.run[run.kind]}</h2>
      <Live>
        {run.total > 0 ? (
          <Progress label={texts.run.progress(run.done, run.total)} done={run.done} total={run.total} />
        ) : (
          <p>{texts.run.waits}</p>
        )}
        {run.isStopAsked && <p>{texts.run.stopping}</p>}
      </Live>
      <p>{texts.run.calm}</p>
      {may(desk, 'letters.compose') && !run.isStopAsked && (
        <Form csrf={desk.csrf} action={paths.stopLetters(at)}>
          <Button kind="secondary">{texts.run.stop}</Button>
        </Form>
      )}
    </section>
  )
}

function Ended({ run }: { run: LetterRun }) {
  const said = endText(run)
  return said ? <Inset>{said}</Inset> : null
}

function endText({ state, kind, outcome }: LetterRun): string | undefined {
  if (state === 'failed') return texts.run.failed
  if (state === 'stopped') return kind === 'compose' ? texts.run.stopped : texts.run.sampleStopped
  if (!outcome) return undefined
  if (!outcome.ok) return texts.run.refused[outcome.because] ?? texts.run.failed
  if (kind === 'sample') return undefined
  const { letters, withdrawn = 0, unprintable = 0 } = outcome
  if (unprintable > 0) return texts.run.unprintable(unprintable)
  return letters > 0 ? texts.run.made(letters, withdrawn) : undefined
}
