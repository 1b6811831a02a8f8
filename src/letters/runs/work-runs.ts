import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Election, listElections } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { Logger } from '../../platform/log.ts'
import { withdrawOutdatedLetters } from '../amending/withdraw-outdated.ts'
import { type ComposeDeps, composeLetters } from '../composing/compose-letters.ts'
import type { CheckDeps } from '../proof/check-sample.ts'
import { takeSample } from '../proof/take-sample.ts'
import { carryOutRelease } from '../releasing/carry-out-release.ts'
import type { SealDeps } from '../sealing/seal-documents.ts'
import type { LetterRun, RunOutcome } from './letter-run.ts'
import { claimRun, keepRun, leaveRun } from './letter-run-store.ts'

export type RunDeps = Omit<ComposeDeps, 'onProgress' | 'signal'> &
  Omit<CheckDeps, 'onProgress'> &
  SealDeps & { readonly log: Logger }

interface Work {
  /** The municipalities of this installation, asked anew each time. */
  readonly municipalities: () => Promise<readonly MunicipalityId[]>
  readonly lookEveryMs?: number
}

/** Does what staff asked for until `stop`; then what is under way is left for another worker. Any number may run. */
export function workRuns(
  deps: RunDeps,
  { municipalities, lookEveryMs = 1000 }: Work,
): { stop(): Promise<void> } {
  const shutdown = new AbortController()
  const { signal } = shutdown
  const looking = (async () => {
    while (!signal.aborted) {
      const found = await workOneRun(deps, await municipalities().catch(() => []), signal).catch((error) => {
        deps.log.warn({ error: (error as Error).message }, 'no letters could be composed; tried again')
        return false
      })
      if (!found) await sleep(lookEveryMs, undefined, { signal }).catch(() => {})
    }
  })()
  return {
    async stop() {
      shutdown.abort()
      await looking
    },
  }
}

/** Takes one run and works it to its end. Answers false when none waits. */
export async function workOneRun(
  deps: RunDeps,
  municipalities: readonly MunicipalityId[],
  shutdown: AbortSignal,
): Promise<boolean> {
  if (municipalities.length === 0) return false
  const claim = randomUUID()
  const run = await deps.database.inScope({ staff: municipalities }, (db) =>
    claimRun(db, municipalities, claim),
  )
  if (!run) return false
  const inScope = <T>(work: Parameters<typeof deps.database.inScope<T>>[1]) =>
    deps.database.inScope(staffOf(run.municipalityId), work)
  const claimed = { ...run, claim }
  const life = keepAlive((progress) => inScope((db) => keepRun(db, claimed, progress)))
  try {
    const elections = await inScope((db) => listElections(db, run.municipalityId))
    const election = elections.find(({ electionId }) => electionId === run.electionId)
    if (!election) throw new Error('a run of an election that is gone')
    const signal = AbortSignal.any([life.ended, shutdown])
    const outcome = await carryOut(deps, { election, run, signal, onProgress: life.onProgress })
    await life.end()
    const state = outcome ? 'finished' : shutdown.aborted && !life.ended.aborted ? 'asked' : 'stopped'
    await inScope((db) => leaveRun(db, claimed, { state, outcome }))
  } catch (error) {
    deps.log.error({ error: (error as Error).message, run: run.runId }, 'work on letters broke off')
    await life.end()
    await inScope((db) => leaveRun(db, claimed, { state: 'failed' }))
  }
  return true
}

const beatEveryMs = 500

/** Writes down progress now and then; `ended` aborts once the row says that this worker has to stop. */
function keepAlive(keep: (progress: { done: number; total: number }) => Promise<boolean>) {
  const stop = new AbortController()
  let progress = { done: 0, total: 0 }
  let beating: Promise<void> = Promise.resolve()
  // A beat that the database missed is followed by the next one.
  const beat = () =>
    keep(progress).then(
      (goesOn) => (goesOn ? undefined : stop.abort()),
      () => {},
    )
  const timer = setInterval(() => {
    beating = beating.then(beat)
  }, beatEveryMs)
  return {
    ended: stop.signal,
    onProgress: (done: number, total: number) => {
      progress = { done, total }
    },
    async end() {
      clearInterval(timer)
      await beating
      await keep(progress).catch(() => {})
    },
  }
}

interface Carried {
  readonly election: Election
  readonly run: LetterRun
  readonly signal: AbortSignal
  readonly onProgress: (done: number, total: number) => void
}

/** What came of it; nothing when it was stopped on the way. */
async function carryOut(
  deps: RunDeps,
  { election, run, signal, onProgress }: Carried,
): Promise<RunOutcome | undefined> {
  const by = run.askedBy
  if (run.kind === 'sample') {
    const taken = await takeSample({ ...deps, onProgress }, { election, by, signal })
    if (taken.ok) return { ok: true, letters: taken.contents.letters.length }
    return taken.because === 'sample-stopped' ? undefined : refusal(taken)
  }
  if (run.kind === 'release') {
    const released = await carryOutRelease(deps, { election, signal, onProgress })
    if (released.ok) return { ok: true, letters: released.letters }
    return released.because === 'release-stopped' ? undefined : refusal(released)
  }
  const reason = run.withdrawReason
  if (run.kind === 'withdraw') {
    const which = {
      election,
      by,
      reason: reason ?? '',
      alsoReleased: true,
      section: run.section ?? undefined,
    }
    const withdrawn = await withdrawOutdatedLetters({ ...deps, signal, onProgress }, which)
    if (!withdrawn.ok) return refusal(withdrawn)
    const { letters, sent, complete } = withdrawn
    return complete ? { ok: true, letters: 0, withdrawn: letters, sent } : undefined
  }
  const withdrawn = reason ? await withdrawOutdatedLetters(deps, { election, reason, by }) : undefined
  const composed = await composeLetters({ ...deps, onProgress, signal }, { election, by })
  if (!composed.ok) return refusal(composed)
  if (!composed.complete) return undefined
  return {
    ok: true,
    letters: composed.made,
    withdrawn: withdrawn?.ok ? withdrawn.letters : 0,
    unprintable: composed.unprintable.length,
  }
}

function refusal({ because, detail }: { because: string; detail?: string }): RunOutcome {
  return { ok: false, because, detail }
}
