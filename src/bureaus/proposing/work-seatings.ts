import { type Election, getElection } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId, SeatId } from '../../platform/ids.ts'
import { assignInThread } from './assign-in-thread.ts'
import { proposeDivision, type SeatingDeps } from './propose-division.ts'
import {
  changeSeatingRun,
  electionsToSeat,
  lastSeatingRun,
  type SeatingRun,
  seatingRuns,
} from './seating-run-store.ts'
import { type DividedSeat, writeDivision } from './seating-seat-store.ts'
import type { SeatingTask } from './seating-task.ts'
import { taskOf } from './task-of-run.ts'

const askStopEveryMilliseconds = 1000

/** Carries out what is asked in a municipality; of several workers one does it. What was killed begins again: nothing is half done. */
export async function workSeatings(
  deps: SeatingDeps,
  { municipalityId, signal }: { readonly municipalityId: MunicipalityId; readonly signal: AbortSignal },
): Promise<void> {
  const inScope = <T>(work: (db: Db) => Promise<T>) => deps.database.inScope(staffOf(municipalityId), work)
  for (const electionId of await inScope((db) => electionsToSeat(db, municipalityId)))
    await deps.database.whileLocked(`seating ${municipalityId} ${electionId}`, async () => {
      const election = await inScope((db) => getElection(db, municipalityId, electionId))
      const run = election && (await inScope((db) => lastSeatingRun(db, election)))
      if (!election || !run) return
      if (!run.endedAt) await compute(deps, election, run, signal)
      else if (run.proposalAskedAt && !run.proposalEndedAt) await proposeDivision(deps, election, run)
    })
}

async function compute(
  deps: SeatingDeps,
  election: Election,
  run: SeatingRun,
  ending: AbortSignal,
): Promise<void> {
  const inScope = <T>(work: (db: Db) => Promise<T>) =>
    deps.database.inScope(staffOf(election.municipalityId), work)
  const open = { runId: run.runId, at: 'open' } as const
  const change = (what: Parameters<typeof changeSeatingRun>[3]) =>
    inScope((db) => changeSeatingRun(db, election, open, what))
  const stop = new AbortController()
  let filled = 0
  const tell = async () => {
    const now = await change({ state: 'running', filled })
    if (now?.stopAskedAt) stop.abort()
  }
  await tell()
  const telling = setInterval(() => void tell().catch(() => {}), askStopEveryMilliseconds)
  const signal = AbortSignal.any([ending, stop.signal])
  try {
    signal.throwIfAborted()
    const before = (await inScope((db) => seatingRuns(db, election))).find(({ state }) => state === 'done')
    const made = await inScope((db) => taskOf(db, election, deps.vault, run))
    const onRule = (done: number) => {
      filled = done
    }
    const assigned = await assignInThread(made.task, { signal, onRule })
    signal.throwIfAborted()
    const endedAt = deps.clock.now()
    if (!assigned.ok)
      return void (await change({ state: 'failed', failedBecause: assigned.because, endedAt }))
    const { sum, gap, ...division } = assigned.assignment
    await inScope(async (db) => {
      const done = { state: 'done', filled: run.rules, sources: made.sources, sum, gap, endedAt } as const
      if (await changeSeatingRun(db, election, open, done))
        await writeDivision(
          db,
          election,
          { runId: run.runId, before: before?.runId },
          seatsOf(made, division),
        )
    })
  } catch (error) {
    if (ending.aborted) return // another worker begins again
    const endedAt = deps.clock.now()
    if (stop.signal.aborted) return void (await change({ state: 'stopped', endedAt }))
    await change({ state: 'failed', failedBecause: 'unexpected', endedAt })
    throw error
  } finally {
    clearInterval(telling)
  }
}

function seatsOf(
  { free, people }: SeatingTask,
  {
    seated,
    empty,
  }: Pick<
    Extract<Awaited<ReturnType<typeof assignInThread>>, { ok: true }>['assignment'],
    'seated' | 'empty'
  >,
): DividedSeat[] {
  return [
    ...seated
      .filter(({ seat }) => free.has(seat))
      .map(({ seat, person, because }) => ({
        ...{ seatId: seat as SeatId, person, because, list: people.get(person)!.person.list },
      })),
    ...empty.map(({ seat, because }) => ({ seatId: seat as SeatId, person: null, list: null, because })),
  ]
}
