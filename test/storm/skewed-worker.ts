import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openApp } from '../../src/app.ts'
import { startWorker } from '../../src/worker.ts'
import { startNode } from '../start-node.ts'

/** What `kiesloket work` does, on a machine whose clock is minutes off. */

export function startSkewedWorker(minutesAhead: number, env: NodeJS.ProcessEnv): ChildProcess {
  const ownEnv = { ...env, CLOCK_MINUTES_AHEAD: String(minutesAhead) }
  return startNode(['--import', 'tsx', fileURLToPath(import.meta.url)], ownEnv)
}

/** Whatever asks this process for the time gets the wrong one: also who signs a request for a token. */
function putClockAhead(ms: number): void {
  const Right = Date
  globalThis.Date = class extends Right {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Right.now() + ms] : given) as [number]))
    }
    static override now(): number {
      return Right.now() + ms
    }
  } as DateConstructor
}

if (process.env.CLOCK_MINUTES_AHEAD) {
  putClockAhead(Number(process.env.CLOCK_MINUTES_AHEAD) * 60_000)
  await startWorker(await openApp(process.env))
}
