import { recordAudit } from '../../platform/audit.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type AssignmentDeps, inElection, type Refusal } from '../assignments/step-assignment.ts'
import { type SendingMeans, sendingMeans } from './absence-rules.ts'
import type { WhichWithdrawal } from './make-withdrawal.ts'
import { markWithdrawalSent, selectWithdrawals } from './withdrawal-store.ts'

export interface WithdrawalSending extends Omit<WhichWithdrawal, 'bureauId'> {
  readonly means: SendingMeans
  /** As 2030-10-15. */
  readonly sentOn: string
}

export type WithdrawalSendingRefusal =
  | Refusal
  | 'no-such-withdrawal'
  | 'no-such-means'
  | 'before-made'
  | 'day-to-come'
  | 'already-sent'

/** Writes down that the letter left, when and how; its digest stays with it, and it is never made again. */
export function noteWithdrawal(
  deps: AssignmentDeps,
  { election, assignmentId, addressee, means, sentOn, by }: WithdrawalSending,
): Promise<Result<object, WithdrawalSendingRefusal>> {
  return inElection<object, WithdrawalSendingRefusal>(deps, { election }, async (db, { now }) => {
    if (!sendingMeans.includes(means)) return refused('no-such-means')
    const made = await selectWithdrawals(db, election, [assignmentId])
    const one = made.find((letter) => letter.addressee === addressee)
    if (!one) return refused('no-such-withdrawal')
    if (sentOn < dayInBelgium(one.madeAt)) return refused('before-made')
    if (sentOn > dayInBelgium(now)) return refused('day-to-come')
    const sent = { means, sentOn, at: now, by }
    if (!(await markWithdrawalSent(db, election, one, sent))) return refused('already-sent')
    const { municipalityId } = election
    const event = { municipalityId, actor: by, action: 'bureaus.withdrawal-sent', subject: assignmentId }
    await recordAudit(db, { ...event, details: { addressee, means, sentOn } })
    return { ok: true }
  })
}
