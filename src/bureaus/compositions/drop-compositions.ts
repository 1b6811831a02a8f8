import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { deleteCompositions } from './composition-store.ts'
import { keptUntil } from './kept-until.ts'

/** Lets go of the compositions of an election that were handed over, once the day until which the law has them kept is over. */
export async function dropCompositions(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  { election, by }: { readonly election: Election; readonly by: string },
): Promise<number> {
  const { municipalityId, electionId } = election
  const until = keptUntil(election)
  if (!until || dayInBelgium(clock.now()) <= until) return 0
  return database.inScope(staffOf(municipalityId), async (db) => {
    const count = await deleteCompositions(db, election)
    const event = { municipalityId, actor: by, action: 'bureaus.compositions-dropped', subject: electionId }
    if (count > 0) await recordAudit(db, { ...event, details: { count, until } })
    return count
  })
}
