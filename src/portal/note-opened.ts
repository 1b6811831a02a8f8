import type { MyLetter } from '../letters/index.ts'
import { recordAudit } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { Portal } from './portal.ts'

/** Written down with the municipality's other look-ups of this voter: that it was the voter. */
export function noteOpened({ deps, event }: Portal, { election, letter }: MyLetter): Promise<void> {
  const { municipalityId } = election
  return deps.database.inScope(staffOf(municipalityId), (db) =>
    recordAudit(db, { municipalityId, actor: 'citizen', action: event, subject: letter.voter_id }),
  )
}
