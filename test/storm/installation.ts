import type { ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FaultPlan } from '../../dev/ebox/faults.ts'
import { type App, openApp } from '../../src/app.ts'
import { startKiesloket } from '../command-line.ts'
import { testDatabase } from '../database.ts'
import type { DatabaseServer } from '../database-server.ts'
import { type EboxApi, type EboxRoad, eboxRoad } from '../ebox.ts'
import { startSkewedWorker } from './skewed-worker.ts'

/** One installation: a database and a data folder that any number of processes share, and an e-Box that fails. */
export interface StormInstallation {
  /** Kiesloket in this process, for the steps that nobody kills. */
  readonly app: App
  readonly folder: string
  readonly road: EboxRoad
  /** Kiesloket as a process of its own. */
  start(...args: readonly string[]): ChildProcess
  /** A worker as a process of its own, whose clock is so far ahead. */
  startWorker(minutesAhead: number): ChildProcess
  /** Whatever still runs is ended. */
  close(): Promise<void>
}

/** So long that no reply comes later than this by itself, on however slow a machine. */
export const replyAwaitedMs = 10_000

export async function openInstallation(
  api: EboxApi,
  faults: FaultPlan,
  { settings = {}, server }: { settings?: NodeJS.ProcessEnv; server?: DatabaseServer } = {},
): Promise<StormInstallation> {
  const database = await (server?.database() ?? testDatabase())
  const road = await eboxRoad(api, { faults })
  const folder = await mkdtemp(join(tmpdir(), 'kiesloket-storm-'))
  await chmod(folder, 0o711)
  const env = {
    ...{ ...process.env, ...road.env, DATABASE_URL: database.url },
    ...{ EBOX_TIMEOUT_MS: String(replyAwaitedMs), KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'error' },
    ...settings,
  }
  const app = await openApp(env)
  const started: ChildProcess[] = []
  const noted = (child: ChildProcess) => {
    started.push(child)
    return child
  }
  return {
    app,
    folder,
    road,
    start: (...args) => noted(startKiesloket(args, env)),
    startWorker: (minutesAhead) => noted(startSkewedWorker(minutesAhead, env)),
    async close() {
      for (const child of started) child.kill('SIGKILL')
      await app.close()
      await road.close()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}
