import type { Database } from '../platform/db/database.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import type { Downtime } from './downtime.ts'
import { downtimesSince } from './downtime-store.ts'

/** More than anybody reads; a longer log is asked for by its time. */
const mostShown = 1000

/** When the parties that this installation sends to were away, the latest first. */
export function listDowntimes(
  { database }: { database: Database },
  { staff, since }: { staff: readonly MunicipalityId[]; since: Date },
): Promise<Downtime[]> {
  return database.inScope({ staff }, (db) => downtimesSince(db, since, mostShown))
}
