import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from './database.ts'

export interface InstallationState {
  readonly serverVersion: string
  readonly environment: string
  readonly migrations: number
  /** Migration files that the database does not have. */
  readonly missing: readonly string[]
  /** Settings of the server by which a commit that was answered can be lost when the server falls over. */
  readonly losesCommits: readonly string[]
  /** What the application's login may do and should not: each as words after "the login". */
  readonly privileges: readonly string[]
}

const folder = join(import.meta.dirname, '../../../migrations')

/** How the database stands, asked as the application. Throws when it is not a Kiesloket database at all. */
export async function checkInstallation(db: Db): Promise<InstallationState> {
  const { rows: facts } = await sql<{ version: string; environment: string }>`
    select current_setting('server_version') as version, i.environment from platform.installation i`.execute(
    db,
  )
  const { rows: applied } = await sql<{
    name: string
  }>`select m.name from public.kiesloket_migration m`.execute(db)
  const names = new Set(applied.map(({ name }) => name))
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql'))
  return {
    serverVersion: facts[0]?.version ?? 'unknown',
    environment: facts[0]?.environment ?? 'unknown',
    migrations: applied.length,
    missing: files.filter((file) => !names.has(file)).sort(),
    losesCommits: await losesCommits(db),
    privileges: await privilegesOf(db),
  }
}

async function losesCommits(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select s.name from pg_settings s
    where s.name in ('fsync', 'full_page_writes', 'synchronous_commit') and s.setting = 'off' order by s.name`.execute(
    db,
  )
  return rows.map(({ name }) => name)
}

async function privilegesOf(db: Db): Promise<string[]> {
  const { rows } = await sql<{ super: boolean; bypass: boolean; owned: number }>`
    select r.rolsuper as super, r.rolbypassrls as bypass,
           (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
    from pg_roles r where r.rolname = current_user`.execute(db)
  const role = rows[0]!
  return [
    ...(role.super ? ['is a superuser'] : []),
    ...(role.bypass ? ['bypasses row-level security'] : []),
    ...(role.owned > 0 ? [`owns ${role.owned} tables`] : []),
  ]
}
