import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { CampaignRef } from '../src/delivery/index.ts'
import type { MunicipalityId } from '../src/platform/ids.ts'
import type { Road } from './road.ts'

/** What a worker process of the benchmark is told on its first line. */
export interface WorkerStart {
  /** Settings of the installation that it opens. */
  readonly env: Readonly<Record<string, string>>
  /** Sent before it says that it is ready: what a process does for the first time is slow. */
  readonly warmUp?: CampaignRef
  /** What it sends when it may go. Absent: what is due in these municipalities, as jobs, until it is told to stop. */
  readonly campaign?: CampaignRef
  readonly municipalities?: readonly MunicipalityId[]
  /** Documents made from their ids alone, sent as this client. Absent: the letters that were released. */
  readonly made?: { readonly bytesEach: number; readonly client: Road['client'] }
}

/** How far a worker process is. */
export interface Told {
  readonly done: number
  readonly megabytes: number
  /** Since it was let go. */
  readonly cpuSeconds: number
}

export interface WorkerProcess {
  readonly pid: number
  /** Lets it go, and ends when it has sent what there was, or was told to stop. */
  run(onTold?: (told: Told) => void): Promise<void>
  stop(): void
  /** Ends it. It takes leave of the others: one that is killed has its share of the limits for some seconds more. */
  end(): Promise<void>
}

/** For one that was given up halfway, and does not listen. */
const patienceMs = 10_000

/** Starts a worker as a process of its own; resolves when it is ready to go. */
export async function startWorkerProcess(start: WorkerStart): Promise<WorkerProcess> {
  const args = ['--import', import.meta.resolve('tsx'), join(import.meta.dirname, 'delivery-worker.ts')]
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, args, {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const hear = async (word: string, onTold?: (told: Told) => void) => {
    for (;;) {
      const { value } = await lines.next()
      if (value === word) return
      if (!value?.startsWith('{'))
        throw new Error(`a worker of the benchmark said ${value} instead of ${word}`)
      onTold?.(JSON.parse(value) as Told)
    }
  }
  child.stdin.write(`${JSON.stringify(start)}\n`)
  await hear('ready')
  return {
    pid: child.pid!,
    async run(onTold) {
      child.stdin.write('go\n')
      await hear('done', onTold)
    },
    stop: () => void child.stdin.write('stop\n'),
    async end() {
      child.stdin.end()
      const patience = setTimeout(() => child.kill(), patienceMs)
      await exited
      clearTimeout(patience)
    },
  }
}
