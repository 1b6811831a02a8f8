import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { aCampaign } from '../src/delivery/testing.ts'
import type { DocumentId } from '../src/platform/ids.ts'
import { createVault } from '../src/platform/vault.ts'
import { type BenchDeps, type BenchFacts, measured, type Side } from './delivery.ts'
import type { WorkerStart } from './delivery-worker.ts'
import { answerAfter, documentOf, openRoad } from './road.ts'

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

/**
 * Two worker processes beside one, each with the same number of messages on their way, on one database and one stand-in
 * that takes its time: what is measured is whether they keep out of each other's way. Leaves two campaigns.
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
    const { campaignId } = await aCampaign(deps.database, municipalityId, documents, { vault, make })
    const start: WorkerStart = {
      ...{ databaseUrl: deps.database.url, dataKey: dataKey.toString('base64'), municipalityId, campaignId },
      ...{ settings: road.settings, client: road.client, bytesEach },
    }
    return withWorkers(processes, start, (go) => measured(road, go))
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
  count: number,
  start: WorkerStart,
  work: (go: () => Promise<void>) => ReturnType<typeof measured>,
): Promise<Side> {
  const workers = await Promise.all(Array.from({ length: count }, () => startWorker(start)))
  try {
    return await work(async () => {
      await Promise.all(workers.map(({ run }) => run()))
    })
  } finally {
    for (const { child } of workers) child.kill()
  }
}

async function startWorker(start: WorkerStart) {
  const args = ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, 'delivery-worker.ts')]
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async (word: string) => {
    const { value } = await lines.next()
    if (value !== word) throw new Error(`a worker of the benchmark said ${value} instead of ${word}`)
  }
  child.stdin.write(`${JSON.stringify(start)}\n`)
  await hear('ready')
  return {
    child,
    run: async () => {
      child.stdin.write('go\n')
      await hear('done')
    },
  }
}
