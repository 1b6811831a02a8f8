import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Lets everything this transaction reads be of one moment. Call it before the first query. */
export async function oneSnapshot(db: Db): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(db)
}
