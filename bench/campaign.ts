import type { App } from '../src/app.ts'
import { type CampaignRef, campaignStatus } from '../src/delivery/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import { cpuSecondsOf, postgresProcessor } from './processor-time.ts'
import { type Road, truthOf } from './road.ts'
import { startWorkerProcess } from './worker-process.ts'

/** A campaign of real letters, sent by one process to a stand-in with a process of its own. */
export interface CampaignBench {
  /** Those that were measured: all, unless the run was broken off and the next one went on. */
  readonly letters: number
  /** How it went, from the first letter to the last; the last point is the whole. */
  readonly curve: readonly Point[]
  /** What the stand-in says that it accepted, over all its life: messages, and different keys. */
  readonly accepted: Readonly<Record<'messages' | 'keys', number>>
}

export interface Point {
  /** Letters that got their outcome so far. */
  readonly done: number
  readonly seconds: number
  /** Memory of the sending process, now. */
  readonly megabytes: number
  /** CPU seconds so far; nothing where there is no /proc. */
  readonly cpu: Readonly<Record<'sender', number> & Partial<Record<'postgres' | 'standIn', number>>>
}

export interface CampaignFacts {
  readonly campaign: CampaignRef
  readonly warmUp: CampaignRef
  /** Where an earlier run was broken off. */
  readonly from?: Point | undefined
  readonly onProgress?: (point: Point) => void
}

/** Sends it from where it stands. What starting and warming up take is not measured. */
export async function benchCampaign(
  app: App,
  road: Road,
  { campaign, warmUp, from = atStart, onProgress }: CampaignFacts,
): Promise<CampaignBench> {
  const doneBefore = await doneOf(app, campaign)
  const worker = await startWorkerProcess({ env: envOf(app, road), warmUp, campaign })
  try {
    const readCpu = await processorsOf(app, road)
    const cpuBefore = await readCpu()
    const start = performance.now()
    const curve: Promise<Point>[] = []
    await worker.run(({ done, megabytes, cpuSeconds }) => {
      const seconds = from.seconds + (performance.now() - start) / 1000
      const point = readCpu().then((now) => {
        const cpu = { sender: from.cpu.sender + cpuSeconds, ...added(from.cpu, cpuBefore, now) }
        const reached = { done: from.done + done - doneBefore, seconds, megabytes, cpu }
        onProgress?.(reached)
        return reached
      })
      curve.push(point)
    })
    const { accepted, byKey } = await truthOf(road)
    const points = await Promise.all(curve)
    return { letters: points.at(-1)!.done, curve: points, accepted: { messages: accepted, keys: byKey } }
  } finally {
    await worker.end()
  }
}

const atStart: Point = { done: 0, seconds: 0, megabytes: 0, cpu: { sender: 0 } }

/** Letters of it that have their outcome. */
export async function doneOf(app: App, campaign: CampaignRef): Promise<number> {
  const status = await app.database.inScope(staffOf(campaign.municipalityId), (db) =>
    campaignStatus(db, campaign, app.clock.now()),
  )
  return status ? status.total - status.counts.waiting - status.counts.attempting : 0
}

/** What a process needs to join this installation, and to send to this stand-in. */
export function envOf(app: App, { settings }: Road): Record<string, string> {
  const { DATABASE_URL, KIESLOKET_DATA_DIR, KIESLOKET_DATA_KEY } = app.config
  return { DATABASE_URL, KIESLOKET_DATA_DIR, KIESLOKET_DATA_KEY, ...settings }
}

type Processors = Partial<Record<'postgres' | 'standIn', number>>

async function processorsOf(app: App, { standIn }: Road): Promise<() => Promise<Processors>> {
  const ofPostgres = await postgresProcessor(app.database)
  return async () => {
    const [postgres, seconds] = await Promise.all([ofPostgres(), cpuSecondsOf(standIn.pid)])
    return { ...(postgres !== undefined && { postgres }), ...(seconds !== undefined && { standIn: seconds }) }
  }
}

function added(from: Processors, before: Processors, now: Processors): Processors {
  const names = Object.keys(before) as (keyof Processors)[]
  return Object.fromEntries(names.map((name) => [name, (from[name] ?? 0) + now[name]! - before[name]!]))
}
