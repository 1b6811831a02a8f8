import { recordAudit } from '../platform/audit.ts'
import { byteOrderMark, csvRows } from '../platform/csv/write-csv.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId } from '../platform/ids.ts'
import { type AuditEntry, type AuditFilter, auditPage } from './audit-overview.ts'
import { actorText, auditText, exportColumns } from './audit-texts.nl.ts'
import { objectText } from './object-texts.nl.ts'

const pageSize = 2000

/**
 * All events that fit the filter as CSV for a spreadsheet, newest first, in pieces and constant memory. That it was exported
 * is an event too, written before the first piece.
 */
export async function* exportAuditEvents(
  { database }: { database: Database },
  { municipalityId, filter, by }: { municipalityId: MunicipalityId; filter: AuditFilter; by: string },
): AsyncGenerator<string> {
  const scope = staffOf(municipalityId)
  const { actor, action, from, until, subjects } = filter
  const details = { actor, action, from, until, subjects: subjects?.length }
  await database.inScope(scope, (db) =>
    recordAudit(db, { municipalityId, actor: by, action: 'audit.exported', details }),
  )
  yield byteOrderMark + csvRows([exportColumns])
  for (let before: number | undefined; ; ) {
    const page = await database.inScope(scope, (db) =>
      auditPage(db, municipalityId, filter, { before, limit: pageSize }),
    )
    if (page.length > 0) yield csvRows(page.map(rowOf))
    if (page.length < pageSize) return
    before = page.at(-1)!.eventId
  }
}

function rowOf(entry: AuditEntry): string[] {
  const { happenedAt, action, subject, details } = entry
  return [
    happenedAt.toISOString(),
    actorText(entry),
    auditText(entry),
    objectText(entry),
    action,
    subject ?? '',
    JSON.stringify(details),
  ]
}
