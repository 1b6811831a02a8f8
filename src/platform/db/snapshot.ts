import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Lets everything this transaction reads be of one moment. Call it before the first query. */
export async function oneSnapshot(db: Db): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(db)
}

/**
 * Makes this transaction join whole tables at once. Right after a large import the database has no statistics yet,
 * takes the tables for small and would join them row by row: hours instead of seconds.
 */
export async function joiningWholeTables(db: Db): Promise<void> {
  await sql`set local enable_nestloop = off`.execute(db)
}
