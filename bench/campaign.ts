import type { App } from '../src/app.ts'
import type { CampaignRef } from '../src/delivery/index.ts'
import { cpuSecondsOf, postgresProcessor } from './processor-time.ts'
import { type Road, truthOf } from './road.ts'
import { startWorkerProcess } from './worker-process.ts'

/** A campaign of real letters, sent by one process to a stand-in with a process of its own. */
export interface CampaignBench {
  readonly letters: number
  /** How it went, from the first letter to the last; the last point is the whole. */
  readonly curve: readonly Point[]
  /** What the stand-in says that it accepted, over all its life: messages, and different keys. */
  readonly accepted: Readonly<Record<'messages' | 'keys', number>>
}

export interface Point {
  /** Letters with their outcome. */
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
  readonly onProgress?: (point: Point) => void
}

/** Sends it from where it stands. What starting and warming up take is not measured. */
export async function benchCampaign(
  app: App,
  road: Road,
  { campaign, warmUp, onProgress }: CampaignFacts,
): Promise<CampaignBench> {
  const worker = await startWorkerProcess({ env: envOf(app, road), warmUp, campaign })
  try {
    const readCpu = await processorsOf(app, road)
    const cpuBefore = await readCpu()
    const start = performance.now()
    const curve: Promise<Point>[] = []
    await worker.run(({ done, megabytes, cpuSeconds }) => {
      const seconds = (performance.now() - start) / 1000
      const point = readCpu().then((now) => {
        const cpu = { sender: cpuSeconds, ...since(cpuBefore, now) }
        const reached = { done, seconds, megabytes, cpu }
        onProgress?.(reached)
        return reached
      })
      curve.push(point)
    })
    const { accepted, byKey } = await truthOf(road)
    const points = await Promise.all(curve)
    return { letters: points.at(-1)!.done, curve: points, accepted: { messages: accepted, keys: byKey } }
  } finally {
    worker.kill()
  }
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

function since(before: Processors, now: Processors): Processors {
  const names = Object.keys(before) as (keyof Processors)[]
  return Object.fromEntries(names.map((name) => [name, now[name]! - before[name]!]))
}
