import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type AuditEntry, type AuditFilter, auditPage } from './audit-overview.ts'

export interface AuditQuestion {
  readonly municipalityId: MunicipalityId
  readonly filter: AuditFilter
  /** `next` of the page before. */
  readonly before?: number | undefined
  /** Events on a page; absent: 50. */
  readonly limit?: number | undefined
}

/** One page of what was done, newest first. */
export async function listAuditEvents(
  { database }: { database: Database },
  { municipalityId, filter, before, limit = 50 }: AuditQuestion,
): Promise<{ entries: readonly AuditEntry[]; next?: number }> {
  const found = await database.inScope(staffOf(municipalityId), (db) =>
    auditPage(db, municipalityId, filter, { before, limit: limit + 1 }),
  )
  const entries = found.slice(0, limit)
  const last = entries.at(-1)
  return { entries, ...(found.length > limit && last && { next: last.eventId }) }
}
