import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { ensureDatabase, makeDataFolder, startEmbeddedServer } from './db/embedded-server.ts'
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

export interface Prepared {
  readonly config: CompleteConfig
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
  const signingKeyFile =
    config.KIESLOKET_SIGNING_KEY_FILE ??
    (await ensureFile(join(folder, 'signing-key.pem'), generateSigningKey))
  const complete = {
    ...config,
    KIESLOKET_DATA_KEY:
      config.KIESLOKET_DATA_KEY ??
      (await readFile(await ensureFile(join(folder, 'data-key'), newDataKey), 'utf8')),
    EBOX_PRIVATE_KEY_FILE:
      config.EBOX_PRIVATE_KEY_FILE ?? (await ensureFile(join(folder, 'ebox-client-key.pem'), newClientKey)),
    signingKey: await readFile(signingKeyFile, 'utf8'),
  }
  if (config.DATABASE_URL)
    return { config: { ...complete, DATABASE_URL: config.DATABASE_URL }, leave: async () => {} }
  const server = await startEmbeddedServer(config.KIESLOKET_DATA_DIR)
  await ensureDatabase(server.ownerUrl('postgres'), databaseName)
  const ownerUrl = server.ownerUrl(databaseName)
  const { applied } = await migrate({
    ownerUrl,
    applicationLogin: server.applicationLogin,
    environment: config.KIESLOKET_ENV,
  })
  if (applied.length > 0) await prepareJobs(ownerUrl)
  return { config: { ...complete, DATABASE_URL: server.applicationUrl(databaseName) }, leave: server.leave }
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
