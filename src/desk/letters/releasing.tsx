import { isUnderWay, type LetterRun, resumeRelease, stopRun } from '../../letters/index.ts'
import { Button, Form, Inset, Warning } from '../../platform/http/components/index.ts'
import { type ElectionDesk, may } from '../desk.ts'
import { momentText } from '../home/day-texts.ts'
import { paths } from '../paths.ts'
import { seeOther } from '../show-page.tsx'
import { texts } from './release-texts.nl.ts'
import { RunStatus } from './run-status.tsx'

interface Props {
  readonly desk: ElectionDesk
  readonly run: LetterRun | undefined
  readonly decider: string
  readonly decidedAt: Date
}

/** Two people decided, and a worker carries it out: how far it is, and how to stop it or go on. */
export function Releasing({ desk, run, decider, decidedAt }: Props) {
  const isBusy = run?.kind === 'release' && isUnderWay(run)
  const said = texts.releasing
  return (
    <>
      <Inset>{said.approved(decider, momentText(decidedAt))}</Inset>
      <p>{said.together}</p>
      {run?.kind === 'release' && <RunStatus desk={desk} run={run} />}
      {!isBusy && may(desk, 'letters.request-release') && (
        <section>
          <h2>{said.goOn}</h2>
          <p>{said.goOnText}</p>
          <Form csrf={desk.csrf} action={paths.resumeRelease({ election: desk.election.code })}>
            <Warning>{texts.noUndo}</Warning>
            <Button>{said.resume}</Button>
          </Form>
        </section>
      )}
    </>
  )
}

/** Why a release that was approved was not carried out, and waits for a decision again. */
export function HeldBack({ run }: { run: LetterRun | undefined }) {
  if (run?.kind !== 'release' || run.state !== 'finished' || run.outcome?.ok !== false) return null
  return (
    <Inset>
      <p>
        <strong>{texts.releasing.heldBack}</strong>
      </p>
      <p>{texts.because[run.outcome.because] ?? texts.because['changed-since-sample']}</p>
    </Inset>
  )
}

/** Stops it before it is done; once it is done that is told, and nothing else happens. */
export async function stopReleasing(desk: ElectionDesk) {
  const stopped = await stopRun(desk.deps, desk)
  return seeOther(
    desk,
    paths.release({ election: desk.election.code }),
    stopped.ok ? 'release-stopping' : undefined,
  )
}

export async function resumeReleasing(desk: ElectionDesk) {
  const resumed = await resumeRelease(desk.deps, desk)
  return seeOther(
    desk,
    paths.release({ election: desk.election.code }),
    resumed.ok ? 'release-resumed' : undefined,
  )
}
