import { type Election, getElection } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import { type ConvocationRunId, type MunicipalityId, newId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import {
  type ConvocationRun,
  changeOpenRun,
  electionsToConvoke,
  insertConvocationRun,
  lastConvocationRun,
} from './convocation-run-store.ts'
import { type ConvokeDeps, convoke, type NotCalled } from './convoke.ts'
import { correctCalls } from './correct-calls.ts'
import { countToCall } from './member-letter-overview.ts'
import { outdatedCalls } from './outdated-calls.ts'

export type ConvocationRefusal = NumberInText | 'no-authority' | 'nobody-to-call' | 'already-asked'

/** Somebody asks that everybody who is designated and was never called gets the call. A worker does it. */
export async function askConvocation(
  { database, clock }: Pick<ConvokeDeps, 'database' | 'clock'>,
  { election, authority, by }: { election: Election; authority: string; by: string },
): Promise<Result<object, ConvocationRefusal>> {
  const inText = refuseNumbers(authority)
  if (inText) return inText
  if (authority.trim() === '' || authority.length > 200) return refused('no-authority')
  return database.inScope(staffOf(election.municipalityId), async (db) => {
    if ((await countToCall(db, election, {})) === 0) return refused('nobody-to-call')
    const run = { what: 'call', authority: authority.trim(), askedBy: by, askedAt: clock.now() } as const
    return askIn(db, election, run)
  })
}

/** Somebody asks that everybody whose call is no longer true gets a corrected one. The same worker does it. */
export async function askCorrections(
  { database, clock }: Pick<ConvokeDeps, 'database' | 'clock'>,
  { election, by }: { election: Election; by: string },
): Promise<Result<object, 'nobody-to-correct' | 'already-asked'>> {
  return database.inScope(staffOf(election.municipalityId), async (db) => {
    const { outdated } = await outdatedCalls(db, election, clock.now())
    if (outdated.length === 0) return refused('nobody-to-correct')
    return askIn(db, election, { what: 'correct', authority: '', askedBy: by, askedAt: clock.now() })
  })
}

async function askIn(
  db: Db,
  election: Election,
  asked: Pick<ConvocationRun, 'what' | 'authority' | 'askedBy' | 'askedAt'>,
): Promise<Result<object, 'already-asked'>> {
  const { municipalityId, electionId } = election
  const run = { ...asked, runId: newId<ConvocationRunId>() }
  if (!(await insertConvocationRun(db, election, run))) return refused('already-asked')
  const action = asked.what === 'call' ? 'bureaus.convocation-asked' : 'bureaus.corrections-asked'
  await recordAudit(db, {
    ...{ municipalityId, actor: asked.askedBy, action, subject: electionId },
    details: { runId: run.runId },
  })
  return { ok: true }
}

/** Asks the worker to stop. Whoever was called stays called; asked again, it goes on with the others. */
export async function stopConvocation(
  { database, clock }: Pick<ConvokeDeps, 'database' | 'clock'>,
  { election, by }: { election: Election; by: string },
): Promise<Result<object, 'nothing-to-stop'>> {
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    if (!(await changeOpenRun(db, election, { stopAskedAt: clock.now() }))) return refused('nothing-to-stop')
    const event = { municipalityId, actor: by, action: 'bureaus.convocation-stopped', subject: electionId }
    await recordAudit(db, event)
    return { ok: true }
  })
}

/** Carries out what is asked in a municipality, one run after the other; of several workers one does it. What was killed goes on. */
export async function workConvocations(
  deps: ConvokeDeps,
  { municipalityId, signal }: { municipalityId: MunicipalityId; signal: AbortSignal },
): Promise<void> {
  const inScope = <T>(work: Parameters<typeof deps.database.inScope<T>>[1]) =>
    deps.database.inScope(staffOf(municipalityId), work)
  for (const electionId of await inScope((db) => electionsToConvoke(db, municipalityId)))
    await deps.database.whileLocked(`convocation ${municipalityId} ${electionId}`, async () => {
      const election = await inScope((db) => getElection(db, municipalityId, electionId))
      const run = election && (await inScope((db) => lastConvocationRun(db, election)))
      if (election && run && !run.endedAt) await carryOut(deps, election, run, signal)
    })
}

async function carryOut(
  deps: ConvokeDeps,
  election: Election,
  { what, authority, askedBy, called: before, stopAskedAt }: ConvocationRun,
  ending: AbortSignal,
): Promise<void> {
  const change = (what: Parameters<typeof changeOpenRun>[2]) =>
    deps.database.inScope(staffOf(election.municipalityId), (db) => changeOpenRun(db, election, what))
  const stop = new AbortController()
  if (stopAskedAt) stop.abort()
  let told: Promise<unknown> = Promise.resolve()
  const tell = (done: number, total: number) => {
    told = told.then(async () => {
      const now = await change({ state: 'running', called: before + done, total: before + total })
      if (now?.stopAskedAt) stop.abort()
    })
  }
  const signal = AbortSignal.any([ending, stop.signal])
  try {
    const order = { election, by: askedBy, signal, onProgress: tell }
    const done =
      what === 'call'
        ? await convoke(deps, { ...order, authority })
        : ({ ok: true, ...(await correctCalls(deps, order)) } as const)
    await told
    if (ending.aborted) return // another worker goes on with it
    const endedAt = deps.clock.now()
    if (!done.ok) return void (await change({ state: 'failed', endedAt }))
    const state = done.isStopped ? 'stopped' : 'done'
    await change({ state, called: before + done.called, notCalled: countedBy(done.notCalled), endedAt })
  } catch (error) {
    await told.catch(() => {})
    await change({ state: 'failed', endedAt: deps.clock.now() })
    throw error
  }
}

function countedBy(notCalled: readonly NotCalled[]): ConvocationRun['notCalled'] {
  return Object.fromEntries(
    [...Map.groupBy(notCalled, ({ because }) => because)].map(([because, all]) => [because, all.length]),
  )
}
