import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import { type AssignmentDeps, inElection, type Refusal } from '../assignments/step-assignment.ts'
import { type ClaimNote, putNote } from './claim-note-store.ts'

/** More than this for a day in a bureau is a typing error. */
export const mostMetres = 1_000_000

/** Keeps what a claim needs, in the place of what was noted before. A claim that left for payment is not changed any more. */
export function noteClaim(
  deps: AssignmentDeps & { readonly vault: Vault },
  noted: { election: Election; assignmentId: AssignmentId; note: ClaimNote; by: string },
): Promise<Result<object, Refusal>> {
  const { election, assignmentId, note, by } = noted
  return inElection(deps, { election }, async (db, { now }) => {
    const found = await lockAssignment(db, election, assignmentId)
    if (!found) return refused('no-such-assignment')
    if (found.axes.payment !== 'OPEN' || found.axes.attendance === 'UNKNOWN')
      return refused('not-in-this-state')
    const ibanSealed = note.iban === undefined ? null : deps.vault.seal(note.iban)
    await putNote(db, { ...noted, ibanSealed, at: now })
    const { municipalityId } = election
    await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.claim-noted', subject: assignmentId })
    return { ok: true }
  })
}
