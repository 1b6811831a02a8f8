import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { sha256 } from '../hash.ts'
import { connectionOptions, endOrCut, openLines, PatientClient, sessionSettings } from './connection.ts'

const ownFolder = join(import.meta.dirname, '../../../migrations')

export interface MigrationReport {
  readonly applied: readonly string[]
  readonly alreadyThere: number
}

export interface MigrationPlan {
  /** Owner of the database. */
  readonly ownerUrl: string
  /** Login of the application: it becomes a member of kiesloket_app. Absent: a membership is left as it is. */
  readonly applicationLogin?: string
  readonly environment: 'development' | 'production'
  /** Where the files are. */
  readonly folder?: string
}

/**
 * Applies the numbered SQL files that are not there yet, each in its own transaction, one process at a time; also while
 * workers of the release before are sending. Throws when a file that was applied has been edited since: a merged
 * migration is never changed.
 */
export async function migrate(plan: MigrationPlan): Promise<MigrationReport> {
  const lines = openLines()
  const client = new PatientClient(connectionOptions(plan.ownerUrl, 'kiesloket migrate', lines))
  await client.connect()
  try {
    await client.query(sessionSettings())
    await client.query(`select pg_advisory_lock(hashtextextended('kiesloket migrate', 0))`)
    await client.query(`create table if not exists public.kiesloket_migration (
      name text primary key, file_sha256 bytea not null, applied_at timestamptz not null default now())`)
    await client.query('grant select on public.kiesloket_migration to public')
    const report = await applyMissing(client, plan.folder ?? ownFolder)
    await settleInstallation(client, plan)
    return report
  } finally {
    await endOrCut(client.end(), lines)
  }
}

async function applyMissing(client: pg.Client, folder: string): Promise<MigrationReport> {
  const known = new Map<string, Buffer>()
  for (const row of (await client.query('select name, file_sha256 from public.kiesloket_migration')).rows)
    known.set(row.name, row.file_sha256)
  const applied: string[] = []
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
    const text = await readFile(join(folder, name), 'utf8')
    const before = known.get(name)
    if (before && !before.equals(sha256(text)))
      throw new Error(`migration ${name} was edited after it was applied: restore it and add a new one`)
    if (!before) {
      await applyBetween(client, name, text)
      applied.push(name)
    }
  }
  return { applied, alreadyThere: known.size }
}

/**
 * Whoever waits for a table makes all others wait behind it: so a migration waits for two seconds, lets them go, and
 * tries again. Everything of it is done in one go or not at all.
 */
const waitForTables = '2s'
const letOthersGoMs = 1000
const mostTries = 60

const couldNotGetTable = ['55P03', '40P01'] // lock_not_available, deadlock_detected

async function applyBetween(client: pg.Client, name: string, text: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await applyOne(client, name, text)
    } catch (error) {
      const { code } = (error as Error).cause as { code?: string }
      if (!couldNotGetTable.includes(code ?? '')) throw error
      if (tries === mostTries)
        throw new Error(
          `${(error as Error).message}, for minutes: wait for long steps to end, and migrate again`,
        )
      await sleep(letOthersGoMs)
    }
  }
}

async function applyOne(client: pg.Client, name: string, text: string): Promise<void> {
  await client.query(`begin; set local lock_timeout = '${waitForTables}'`)
  try {
    await client.query(text)
    await client.query('insert into public.kiesloket_migration (name, file_sha256) values ($1, $2)', [
      name,
      sha256(text),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${(error as Error).message}`, { cause: error })
  }
}

async function settleInstallation(client: pg.Client, plan: MigrationPlan): Promise<void> {
  await client.query(
    'insert into platform.installation (environment) values ($1) on conflict (only_row) do nothing',
    [plan.environment],
  )
  const { rows } = await client.query('select environment from platform.installation')
  if (rows[0].environment !== plan.environment)
    throw new Error(
      `this database is a ${rows[0].environment} installation; KIESLOKET_ENV says ${plan.environment}`,
    )
  if (plan.applicationLogin)
    await client.query(`grant kiesloket_app to ${client.escapeIdentifier(plan.applicationLogin)}`)
}
