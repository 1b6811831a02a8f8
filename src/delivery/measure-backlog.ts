import type { MunicipalityId } from '../platform/ids.ts'
import { type Backlog, backlogOf } from './campaign-overview.ts'
import type { DeliveryDeps } from './delivery-deps.ts'

/** How much waits in the campaigns of these municipalities. */
export function measureBacklog(
  { database, clock }: Pick<DeliveryDeps, 'database' | 'clock'>,
  municipalities: readonly MunicipalityId[],
): Promise<Backlog> {
  return database.inScope({ staff: municipalities }, (db) => backlogOf(db, municipalities, clock.now()))
}
