import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import { came } from '../assignments/axes.ts'
import { type AssignmentDeps, inElection, type Refusal, type Step } from '../assignments/step-assignment.ts'
import { forgetNotedAccounts } from '../paying/claim-note-store.ts'
import { putContact, selectContact } from './contact-store.ts'

export type AccountRefusal = Refusal | 'before-polling-day-is-over'

/** Who came, and whose fee is not paid yet. */
const stillPayable = {
  attendance: came,
  payment: ['OPEN', 'EXPORTED'],
} as const

/**
 * After polling day a member who served changes the account only, as when a payment bounced. It can be done as long as the fee is not
 * paid and the data are kept; a payment that left meanwhile still goes to the account before. The account that was given last counts,
 * also after one that the municipality noted at the claim.
 */
export function changeAccount(
  deps: AssignmentDeps & { readonly vault: Vault },
  { iban, ...step }: Pick<Step, 'election' | 'assignmentId' | 'by'> & { readonly iban: string },
): Promise<Result<object, AccountRefusal>> {
  const { election, assignmentId, by } = step
  if (dayInBelgium(deps.clock.now()) <= election.pollingDay)
    return Promise.resolve(refused('before-polling-day-is-over'))
  return inElection<object, AccountRefusal>(deps, { election }, async (db, { now }) => {
    const found = await lockAssignment(db, election, assignmentId)
    if (!found) return refused('no-such-assignment')
    const { attendance, payment } = found.axes
    const may =
      (stillPayable.attendance as readonly string[]).includes(attendance) &&
      (stillPayable.payment as readonly string[]).includes(payment)
    if (!may) return refused('not-in-this-state')
    const before = await selectContact(db, election, found.memberId)
    const sealed = {
      phone: before?.phone ?? deps.vault.seal(''),
      email: before?.email ?? null,
      iban: deps.vault.seal(iban),
    }
    await putContact(db, election, { memberId: found.memberId, sealed, at: now })
    await forgetNotedAccounts(db, election, found.memberId)
    const { municipalityId } = election
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'bureaus.account-changed', subject: assignmentId },
    })
    return { ok: true }
  })
}
