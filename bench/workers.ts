import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aCampaign } from '../src/delivery/testing.ts'
import type { DocumentId } from '../src/platform/ids.ts'
import { createVault } from '../src/platform/vault.ts'
import { type BenchDeps, type BenchFacts, measured, type Side } from './delivery.ts'
import { answerAfter, documentOf, openRoad } from './road.ts'
import { startWorkerProcess, type WorkerProcess, type WorkerStart } from './worker-process.ts'

export interface WorkersBench {
  readonly documents: number
  /** Messages that each process has on their way at once. */
  readonly concurrency: number
  readonly answerAfterMs: number
  readonly one: Side
  readonly two: Side
  /** How many times as many messages a second two processes send as one. */
  readonly ratio: number
}

/** Few, so that the sending waits for answers and not for the processor, which two senders share with all the rest. */
const concurrency = 4

/** Sent by each process before: what it does for the first time is slow, and another that comes in is waited for. */
const warmUp = 500

/**
 * Two worker processes beside one, each with the same number of messages on their way, on one database and one stand-in
 * that takes its time: what is measured is whether they keep out of each other's way. Leaves their campaigns.
 */
export async function benchWorkers(
  deps: BenchDeps,
  { municipalityId, documents, bytesEach = 60_000, answerAfterMs = 30 }: BenchFacts,
): Promise<WorkersBench> {
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  const road = await openRoad(folder, concurrency)
  const dataKey = randomBytes(32)
  const vault = createVault([{ id: 1, key: dataKey }])
  const make = (id: DocumentId) => documentOf(id, bytesEach)
  const sideOf = async (processes: number) => {
    const made = (count: number) => aCampaign(deps.database, municipalityId, count, { vault, make })
    const { campaignId } = await made(documents)
    const env = {
      ...{ ...road.settings, DATABASE_URL: deps.database.url, KIESLOKET_DATA_DIR: folder },
      KIESLOKET_DATA_KEY: `1:${dataKey.toString('base64')}`,
      EBOX_CONCURRENCY: String(concurrency * processes), // a limit of all processes together
    }
    const start = { env, campaign: { municipalityId, campaignId }, made: { bytesEach, client: road.client } }
    const starts: WorkerStart[] = []
    while (starts.length < processes) starts.push({ ...start, warmUp: await made(warmUp) })
    return withWorkers(starts, (go) => measured(road, go))
  }
  try {
    await answerAfter(road, answerAfterMs)
    const one = await sideOf(1)
    const two = await sideOf(2)
    return { documents, concurrency, answerAfterMs, one, two, ratio: one.seconds / two.seconds }
  } finally {
    road.standIn.stop()
    await rm(folder, { recursive: true })
  }
}

/** Starts them; `go` lets them send and ends when all are done. What starting takes is not measured. */
async function withWorkers(
  starts: readonly WorkerStart[],
  work: (go: () => Promise<void>) => ReturnType<typeof measured>,
): Promise<Side> {
  const workers: WorkerProcess[] = []
  try {
    // One after the other: the first makes what is missing in the data folder.
    for (const start of starts) workers.push(await startWorkerProcess(start))
    return await work(async () => {
      await Promise.all(workers.map((worker) => worker.run()))
    })
  } finally {
    await Promise.all(workers.map((worker) => worker.end()))
  }
}
