import { sql } from 'kysely'
import type { Db } from './database.ts'

/**
 * What kind of installation this database is for. Written down at its first migration and never changed, so that
 * what production refuses does not hang on a setting that somebody forgets.
 */
export async function environmentOf(db: Db): Promise<'development' | 'production'> {
  const { rows } = await sql<{ environment: 'development' | 'production' }>`
    select i.environment from platform.installation i`.execute(db)
  if (!rows[0]) throw new Error('the database does not say what kind of installation it is for')
  return rows[0].environment
}
