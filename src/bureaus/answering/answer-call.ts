import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import {
  type AssignmentDeps,
  inElection,
  type Refusal,
  type Step,
  stepIn,
} from '../assignments/step-assignment.ts'
import type { Contact } from './contact.ts'
import { keepContact } from './keep-contact.ts'

type Deps = AssignmentDeps & { readonly vault: Vault }

/**
 * A member says that the call was read, and how they can be reached and paid. Sent again it changes only what is different; until
 * polling day is over; after it only the account (`changeAccount`).
 */
export async function answerCall(
  deps: Deps,
  answer: Step & { readonly contact: Contact },
): Promise<Result<{ assignment: SeatedAssignment }, Refusal | 'after-polling-day'>> {
  const { election, assignmentId, contact } = answer
  if (dayInBelgium(deps.clock.now()) > election.pollingDay) return refused('after-polling-day')
  return inElection(deps, answer, async (db, context) => {
    const found = await lockAssignment(db, election, assignmentId)
    if (!found) return refused('no-such-assignment')
    if (found.axes.designation !== 'DESIGNATED' || found.axes.delivery !== 'DELIVERED')
      return refused('not-in-this-state')
    const isFirst = found.axes.reply === 'NONE' || found.axes.reply === 'NO_REPLY'
    const done = isFirst
      ? await stepIn(db, context, answer, 'acknowledge')
      : ({ ok: true, assignment: found } as const)
    if (!done.ok) return done
    const kept = { memberId: found.memberId, contact, at: context.now }
    if (!(await keepContact(db, deps, election, kept))) return done
    const { municipalityId } = election
    await recordAudit(db, {
      ...{ municipalityId, actor: answer.by, action: 'bureaus.contact-given', subject: assignmentId },
    })
    return done
  })
}
