import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMailboxFor } from '../src/connectors/ebox/index.ts'
import {
  type CampaignRef,
  createTraffic,
  type DeliveryDeps,
  type DocumentSource,
  runCampaign,
} from '../src/delivery/index.ts'
import { aCampaign, documentsMadeBy } from '../src/delivery/testing.ts'
import type { DocumentId, MunicipalityId } from '../src/platform/ids.ts'
import { answerAfter, documentOf, type MakeDocument, openRoad, postBare, type Road, truthOf } from './road.ts'

export interface DeliveryBench {
  readonly documents: number
  readonly bytesEach: number
  /** Whether the worker's documents were letters, pressed again from plate and facts and checked against their hash. */
  readonly areLetters: boolean
  /** Messages on their way at once, for both. */
  readonly concurrency: number
  /** What the stand-in waits before it answers. */
  readonly answerAfterMs: number
  readonly bare: Side
  /** With claims, documents made and checked, numbers opened, outcomes and timelines written. */
  readonly worker: Side
  /** How many times longer the worker takes than the bare client, in one run against one stand-in. */
  readonly ratio: number
  /** Growth of this process's memory over the worker's run, at its highest, in MB. */
  readonly memoryMegabytes: number
}

/** One of those that send, over the time that is measured. */
export interface Side {
  readonly seconds: number
  /** Of this process, all its threads; the stand-in and PostgreSQL have their own. */
  readonly cpuSeconds: number
  /** What the stand-in itself says that it accepted: messages, different keys, and bytes of documents. */
  readonly accepted: Readonly<Record<'messages' | 'keys' | 'bytes', number>>
}

export type BenchDeps = Pick<DeliveryDeps, 'database' | 'vault' | 'clock' | 'log'>

export interface BenchFacts {
  readonly municipalityId: MunicipalityId
  readonly documents: number
  readonly bytesEach?: number
  /** Absent: at once. */
  readonly answerAfterMs?: number
  /** What the worker sends, all of it: as many, and on average as large. Absent: documents made from their ids alone. */
  readonly released?: { readonly campaign: CampaignRef; readonly documents: DocumentSource }
}

/**
 * Measures the worker against a bare HTTP client that posts the same bodies to the same stand-in of the e-Box, which
 * runs as a process of its own. Leaves a campaign in the database.
 */
export async function benchDelivery(deps: BenchDeps, facts: BenchFacts): Promise<DeliveryBench> {
  const { documents, bytesEach = 60_000, answerAfterMs = 0 } = facts
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-bench-'))
  const road = await openRoad(folder)
  const make = (id: DocumentId) => documentOf(id, bytesEach)
  try {
    await postBare(road, Math.min(documents, 500), make) // warms both sides up
    if (answerAfterMs > 0) await answerAfter(road, answerAfterMs)
    const half = Math.floor(documents / 2)
    const { deliver, close } = await campaignToDeliver(deps, road, { ...facts, make })
    // Half before and half after, so that what else this machine does meanwhile falls on both sides.
    const before = await measured(road, () => postBare(road, half, make))
    const memory = watchMemory()
    const worker = await measured(road, deliver)
    const memoryMegabytes = memory.end()
    await close()
    const bare = both(before, await measured(road, () => postBare(road, documents - half, make)))
    const ratio = worker.seconds / bare.seconds
    const { EBOX_CONCURRENCY: concurrency } = road.config
    const areLetters = facts.released !== undefined
    return {
      ...{ documents, bytesEach, areLetters, concurrency, answerAfterMs },
      ...{ bare, worker, ratio, memoryMegabytes },
    }
  } finally {
    road.standIn.stop()
    await rm(folder, { recursive: true })
  }
}

async function campaignToDeliver(
  deps: BenchDeps,
  { config, client }: Road,
  { municipalityId, documents, released, make }: BenchFacts & { make: MakeDocument },
): Promise<{ deliver(): Promise<void>; close(): Promise<void> }> {
  const toSend = released ?? {
    campaign: await aCampaign(deps.database, municipalityId, documents, { vault: deps.vault, make }),
    documents: documentsMadeBy(make),
  }
  const { mailboxFor, close } = createMailboxFor(config, async () => client)
  const traffic = createTraffic({ concurrency: config.EBOX_CONCURRENCY, ratePerSecond: 1_000_000 })
  const worker = { ...deps, mailboxFor, documents: toSend.documents, traffic }
  return {
    close,
    async deliver() {
      const { counts } = await runCampaign(worker, toSend.campaign)
      const delivered = counts.delivered + counts.inactive
      if (delivered !== documents) throw new Error(`delivered ${delivered}`)
    },
  }
}

/** Times the work of one side, between two looks at what the stand-in has accepted. */
export async function measured(road: Road, work: () => Promise<void>): Promise<Side> {
  const before = await truthOf(road)
  const cpuBefore = process.cpuUsage()
  const start = performance.now()
  await work()
  const seconds = (performance.now() - start) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  const after = await truthOf(road)
  const accepted = {
    messages: after.accepted - before.accepted,
    keys: after.byKey - before.byKey,
    bytes: after.bytes - before.bytes,
  }
  return { seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6, accepted }
}

function both(one: Side, other: Side): Side {
  const accepted = {
    messages: one.accepted.messages + other.accepted.messages,
    keys: one.accepted.keys + other.accepted.keys,
    bytes: one.accepted.bytes + other.accepted.bytes,
  }
  return {
    seconds: one.seconds + other.seconds,
    cpuSeconds: one.cpuSeconds + other.cpuSeconds,
    accepted,
  }
}

function watchMemory(): { end(): number } {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let highest = before
  const timer = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss())
  }, 50)
  return {
    end() {
      clearInterval(timer)
      return Math.round((highest - before) / 2 ** 20)
    },
  }
}
