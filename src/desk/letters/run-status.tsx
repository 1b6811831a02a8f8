import { isUnderWay, type LetterRun, type RunKind } from '../../letters/index.ts'
import { Button, Form, Inset, Live, Progress, WithoutScript } from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { paths } from '../paths.ts'
import { texts } from './texts.nl.ts'

const ofLetters = { right: 'letters.compose', path: paths.stopLetters } as const
const stops = {
  ...{ compose: ofLetters, sample: ofLetters },
  release: { right: 'letters.request-release', path: paths.stopRelease },
  withdraw: { right: 'letters.withdraw', path: paths.stopTakingBack },
} as const satisfies Record<RunKind, object>

/** How far work on the letters is, with the button that stops it; or what came of the last one. */
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
        {run.isStopAsked && <p>{texts.run.stopping[run.kind]}</p>}
      </Live>
      <p>
        {texts.run.calm} <WithoutScript>{texts.run.reload}</WithoutScript>
      </p>
      {may(desk, stops[run.kind].right) && !run.isStopAsked && (
        <Form csrf={desk.csrf} action={stops[run.kind].path(at)}>
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
  if (state === 'stopped') return texts.run.stopped[kind]
  if (!outcome || kind === 'release') return undefined
  if (!outcome.ok) return texts.run.refused[outcome.because] ?? texts.run.failed
  if (kind === 'sample') return undefined
  const { letters, withdrawn = 0, unprintable = 0, sent = 0 } = outcome
  if (kind === 'withdraw') return texts.run.takenBack(withdrawn, sent)
  if (unprintable > 0) return texts.run.unprintable(unprintable)
  return letters > 0 ? texts.run.made(letters, withdrawn) : undefined
}
