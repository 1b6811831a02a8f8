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

if (process.env.CLOCK_MINUTES_AHEAD) {
  const ahead = Number(process.env.CLOCK_MINUTES_AHEAD) * 60_000
  await startWorker(await openApp(process.env, { clock: { now: () => new Date(Date.now() + ahead) } }))
}
