import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { chmod, mkdtemp, readFile, stat, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { openDatabase } from '../src/platform/db/database.ts'
import {
  type EmbeddedServer,
  ensureDatabase,
  startEmbeddedServer,
} from '../src/platform/db/embedded-server.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { prepareJobs } from '../src/platform/jobs.ts'
import type { TestDatabase } from './database.ts'

export const template = 'kiesloket_template'

/**
 * A throw-away server with a migrated template to clone. It answers a commit before that is on the disk: quick, and an
 * installation may be set so too.
 */
export interface DatabaseServer extends Pick<EmbeddedServer, 'ownerUrl' | 'applicationUrl'> {
  /** A database of its own, cloned from the template, under the application's role. */
  database(): Promise<TestDatabase>
  /** Stops it as `pg_ctl` does, and starts it at the same address after so long. */
  restart(how: StopMode, awayMs?: number): Promise<void>
  close(): Promise<void>
}

/** `fast` breaks off connections and closes tidily; `immediate` is a crash, after which it recovers. */
export type StopMode = 'fast' | 'immediate'

export async function startDatabaseServer(): Promise<DatabaseServer> {
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
  return {
    ...server,
    async database() {
      const name = `test_${randomBytes(6).toString('hex')}`
      await ensureDatabase(server.ownerUrl('postgres'), name, template)
      return { ...openDatabase(server.applicationUrl(name), 6), ownerUrl: server.ownerUrl(name) }
    },
    async restart(how, awayMs = 0) {
      const control = await controlOf(server.folder)
      await control('stop', '-m', how)
      await sleep(awayMs)
      await control('restart', '-l', join(server.folder, 'server.log')) // with the options of its last start
    },
    async close() {
      await endOtherConnections(server.ownerUrl('postgres'))
      await server.leave()
      rmSync(folder, { recursive: true, force: true }) // tens of thousands of files: much quicker than the other rm
    },
  }
}

/** The `pg_ctl` beside the server that runs there, as the user who runs it. */
async function controlOf(folder: string) {
  const [program] = (await readFile(join(folder, 'postmaster.opts'), 'utf8')).split(' "')
  const { uid, gid } = await stat(folder)
  const user = { uid, gid, cwd: folder }
  return (verb: string, ...options: string[]) =>
    promisify(execFile)(join(dirname(program!), 'pg_ctl'), [verb, '-w', '-D', folder, ...options], user)
}

const memory = '/dev/shm'
const roomNeeded = 4 * 2 ** 30

/** A database is hundreds of files, and a disk takes its time to make them: in memory, where there is room. */
export async function quickestFolder(): Promise<string> {
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
