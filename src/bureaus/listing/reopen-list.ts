import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { refuseNumbers } from '../../platform/free-text.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { ListKind } from './member-list.ts'
import { insertNextVersion, lockMemberList } from './member-list-store.ts'

/** A list that was adopted is to change after all: a new version, for a reason, which the college adopts anew. */
export async function reopenList(
  { database }: { readonly database: Database },
  {
    election,
    kind,
    reason,
    by,
  }: { readonly election: Election; readonly kind: ListKind; readonly reason: string; readonly by: string },
): Promise<Result<object, 'no-reason' | 'number-in-text' | 'list-not-adopted'>> {
  const inText = refuseNumbers(reason)
  if (inText) return inText
  if (reason.trim() === '' || reason.length > 500) return refused('no-reason')
  const { municipalityId, electionId } = election
  return database.inScope(staffOf(municipalityId), async (db) => {
    const list = await lockMemberList(db, election, kind)
    if (list.state === 'DRAFT') return refused('list-not-adopted', kind)
    await insertNextVersion(db, election, list, reason.trim())
    const event = { municipalityId, actor: by, action: 'bureaus.list-reopened', subject: electionId }
    await recordAudit(db, { ...event, details: { kind, reason: reason.trim(), version: list.version + 1 } })
    return { ok: true }
  })
}
