import { sql } from 'kysely'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { OfElection } from './assignments/assignment-store.ts'

/**
 * Tells the database how much there is of what many rows were written of just now: until it looks by itself it takes a municipality
 * for empty, and reads all seats for each of them. In a transaction of its own: others wait for its lock until that ends.
 */
export async function refreshStatistics(
  database: Database,
  { municipalityId }: Pick<OfElection, 'municipalityId'>,
): Promise<void> {
  await database.inScope(staffOf(municipalityId), (db) =>
    sql`select bureaus.refresh_statistics()`.execute(db),
  )
}
