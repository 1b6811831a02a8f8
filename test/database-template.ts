import { rmSync } from 'node:fs'
import { chmod, mkdtemp, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { ensureDatabase, startEmbeddedServer } from '../src/platform/db/embedded-server.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { prepareJobs } from '../src/platform/jobs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
    applicationUrl: string
  }
}

const template = 'kiesloket_template'

/** One throw-away server for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(await quickestFolder(), 'kiesloket-test-'))
  await chmod(folder, 0o711) // as root the server runs as another user, who has to reach its files
  const server = await startEmbeddedServer(folder, { durable: false })
  await ensureDatabase(server.ownerUrl('postgres'), template)
  await migrate({
    ownerUrl: server.ownerUrl(template),
    applicationLogin: server.applicationLogin,
    environment: 'development',
  })
  await prepareJobs(server.ownerUrl(template))
  project.provide('ownerUrl', server.ownerUrl('DATABASE'))
  project.provide('applicationUrl', server.applicationUrl('DATABASE'))
  return async () => {
    await endOtherConnections(server.ownerUrl('postgres'))
    await server.leave()
    rmSync(folder, { recursive: true, force: true }) // tens of thousands of files: much quicker than the other rm
  }
}

const memory = '/dev/shm'
const roomNeeded = 4 * 2 ** 30

/** A database is hundreds of files, and a disk takes its time to make them: in memory, where there is room. */
async function quickestFolder(): Promise<string> {
  const found = await statfs(memory).catch(() => undefined)
  return found && found.bavail * found.bsize >= roomNeeded ? memory : tmpdir()
}

async function endOtherConnections(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
                      where backend_type = 'client backend' and pid <> pg_backend_pid()`)
  await client.end()
}
