import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Lets everything this transaction reads be of one moment. Call it before the first query. */
export async function oneSnapshot(db: Db): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(db)
}

/**
 * Makes this transaction join whole tables at once, and in memory. Where the database has no statistics yet it takes
 * tables for small and would join them row by row: hours instead of seconds.
 */
export async function joiningWholeTables(db: Db): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(db)
  await sql`set local work_mem = '64MB'`.execute(db)
}
