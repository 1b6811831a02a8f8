import type { MyLetter } from '../letters/index.ts'
import { recordAudit } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { MunicipalityId, VoterId } from '../platform/ids.ts'
import type { Portal } from './portal.ts'

/** Written down with the municipality's other look-ups of this voter: that it was the voter. */
export function noteOpened(portal: Portal, { election, letter }: MyLetter): Promise<void> {
  const { municipalityId } = election
  return noteOpenedOf(portal, { municipalityId, voterId: letter.voter_id })
}

export function noteOpenedOf(
  { deps, event }: Portal,
  { municipalityId, voterId }: { municipalityId: MunicipalityId; voterId: VoterId },
): Promise<void> {
  return deps.database.inScope(staffOf(municipalityId), (db) =>
    recordAudit(db, { municipalityId, actor: 'citizen', action: event, subject: voterId }),
  )
}
