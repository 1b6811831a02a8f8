import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import type { AssignmentDeps } from '../assignments/step-assignment.ts'
import type { Contact } from './contact.ts'
import { contactOf, keepContact } from './keep-contact.ts'

/**
 * The municipality writes down how somebody can be reached, without that this person answered the call. The account stays as it was: it
 * is the member's to give, or noted at the claim.
 */
export function noteContact(
  deps: AssignmentDeps & { readonly vault: Vault },
  {
    election,
    assignmentId,
    contact,
    by,
  }: {
    election: Election
    assignmentId: AssignmentId
    contact: Pick<Contact, 'phone' | 'email'>
    by: string
  },
): Promise<Result<object, 'no-such-assignment'>> {
  const { municipalityId } = election
  return deps.database.inScope(staffOf(municipalityId), async (db) => {
    const found = await lockAssignment(db, election, assignmentId)
    if (!found) return refused('no-such-assignment')
    const before = await contactOf(db, deps, election, found.memberId)
    const now = { ...contact, iban: before?.iban }
    if (
      !(await keepContact(db, deps, election, {
        memberId: found.memberId,
        contact: now,
        at: deps.clock.now(),
      }))
    )
      return { ok: true }
    const event = { municipalityId, actor: by, action: 'bureaus.contact-given', subject: assignmentId }
    await recordAudit(db, event)
    return { ok: true }
  })
}
