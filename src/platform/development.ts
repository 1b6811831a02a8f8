import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { blaming, type Config } from './config.ts'
import {
  type EmbeddedServer,
  ensureDatabase,
  makeDataFolder,
  startEmbeddedServer,
} from './db/embedded-server.ts'
import { migrate } from './db/migrate.ts'
import { prepareJobs } from './jobs.ts'
import { generateSigningKey } from './signer.ts'

/** A configuration in which nothing is missing any more. */
export type CompleteConfig = Config & {
  readonly DATABASE_URL: string
  readonly KIESLOKET_DATA_KEY: string
  readonly EBOX_PRIVATE_KEY_FILE: string
  /** The signing key itself (PKCS#8 PEM). */
  readonly signingKey: string
}

/** Where the stand-ins lie of settings that were left out: they belong in a back-up, and never in production. */
export type StandIns = Readonly<Partial<Record<keyof Config, string>>>

export interface Prepared {
  readonly config: CompleteConfig
  readonly standIns: StandIns
  /** Stops the embedded server when nobody else uses it. */
  leave(): Promise<void>
}

const databaseName = 'kiesloket'

/**
 * Fills in what a development installation leaves out: the embedded database (created and migrated) and keys in
 * the data folder, which lives on between starts. In production nothing is filled in: the settings are all there.
 */
export async function prepareDevelopment(config: Config): Promise<Prepared> {
  const folder = join(config.KIESLOKET_DATA_DIR, 'keys')
  await makeDataFolder(config.KIESLOKET_DATA_DIR)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const standIns: { -readonly [Setting in keyof StandIns]: string } = {}
  const standInFor = async (setting: keyof Config, name: string, make: () => string) => {
    standIns[setting] = await ensureFile(join(folder, name), make)
    return standIns[setting]
  }
  const signingKeyFile =
    config.KIESLOKET_SIGNING_KEY_FILE ??
    (await standInFor('KIESLOKET_SIGNING_KEY_FILE', 'signing-key.pem', generateSigningKey))
  const complete = {
    ...config,
    KIESLOKET_DATA_KEY:
      config.KIESLOKET_DATA_KEY ??
      (await readFile(await standInFor('KIESLOKET_DATA_KEY', 'data-key', newDataKey), 'utf8')),
    EBOX_PRIVATE_KEY_FILE:
      config.EBOX_PRIVATE_KEY_FILE ??
      (await standInFor('EBOX_PRIVATE_KEY_FILE', 'ebox-client-key.pem', newClientKey)),
    signingKey: await blaming('KIESLOKET_SIGNING_KEY_FILE', () => readFile(signingKeyFile, 'utf8')),
  }
  if (config.DATABASE_URL)
    return { config: { ...complete, DATABASE_URL: config.DATABASE_URL }, standIns, leave: async () => {} }
  const server = await startEmbeddedServer(config.KIESLOKET_DATA_DIR)
  standIns.DATABASE_URL = server.folder
  await migrateEmbedded(server, config)
  return {
    config: { ...complete, DATABASE_URL: server.applicationUrl(databaseName) },
    standIns,
    leave: server.leave,
  }
}

async function migrateEmbedded(server: EmbeddedServer, config: Config): Promise<void> {
  await ensureDatabase(server.ownerUrl('postgres'), databaseName)
  const ownerUrl = server.ownerUrl(databaseName)
  const { applied } = await migrate({
    ownerUrl,
    applicationLogin: server.applicationLogin,
    environment: config.KIESLOKET_ENV,
  })
  if (applied.length > 0) await prepareJobs(ownerUrl)
}

async function ensureFile(path: string, make: () => string): Promise<string> {
  if (!existsSync(path)) await writeFile(path, make(), { mode: 0o600, flag: 'wx' })
  return path
}

function newDataKey(): string {
  return `1:${randomBytes(32).toString('base64')}`
}

function newClientKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
}
