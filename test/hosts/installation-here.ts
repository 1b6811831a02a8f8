import { resolve } from 'node:path'
import { openApp } from '../../src/app.ts'
import { ensureDatabase, startEmbeddedServer } from '../../src/platform/db/embedded-server.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { prepareJobs } from '../../src/platform/jobs.ts'
import { type EboxApi, eboxRoad } from '../ebox.ts'
import type { StormInstallation } from '../storm/installation.ts'
import type { Host } from './network.ts'

const door = resolve('bin/kiesloket.js')
export const operationsPort = 9464

export interface InstallationHere extends Pick<StormInstallation, 'app' | 'folder' | 'road' | 'close'> {
  startOn(host: Host, ...args: readonly string[]): void
}

/** One installation whose database and e-Box other machines reach at these addresses. */
export async function installHere(
  api: EboxApi,
  { folder, databaseAddress, eboxAddress }: { folder: string; databaseAddress: string; eboxAddress: string },
): Promise<InstallationHere> {
  const server = await startEmbeddedServer(folder, { durable: false, address: databaseAddress })
  await ensureDatabase(server.ownerUrl('postgres'), 'kiesloket')
  const ownerUrl = server.ownerUrl('kiesloket')
  await migrate({ ownerUrl, applicationLogin: server.applicationLogin, environment: 'development' })
  await prepareJobs(ownerUrl)
  const road = await eboxRoad(api, { host: eboxAddress })
  const env = {
    ...{ ...process.env, ...road.env, DATABASE_URL: server.applicationUrl('kiesloket'), LOG_LEVEL: 'error' },
    ...{ EBOX_RATE_PER_SECOND: '100', EBOX_CONCURRENCY: '8', METRICS_PORT: String(operationsPort) },
    KIESLOKET_DATA_DIR: folder,
  }
  const app = await openApp(env)
  return {
    ...{ app, folder, road },
    startOn: (host, ...args) => void host.start(process.execPath, [door, ...args], env),
    close: () => app.close(),
  }
}
