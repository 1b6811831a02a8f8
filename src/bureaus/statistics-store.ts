import { sql } from 'kysely'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { OfElection } from './assignments/assignment-store.ts'

/**
 * Tells the database how much there is of what many rows were written of just now: until it looks by itself it takes a municipality
 * for empty. In a transaction of its own, and not while another one does it: what is read is a sample of all municipalities.
 */
export async function refreshStatistics(
  database: Database,
  { municipalityId }: Pick<OfElection, 'municipalityId'>,
): Promise<void> {
  await database.inScope(staffOf(municipalityId), (db) =>
    sql`select bureaus.refresh_statistics()`.execute(db),
  )
}
