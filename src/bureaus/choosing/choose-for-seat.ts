import type { Election } from '../../elections/index.ts'
import { recordAudit } from '../../platform/audit.ts'
import type { SeatId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { bureauForLists, holdSeat } from '../assignments/assignment-store.ts'
import { upsertMember } from '../assignments/member-store.ts'
import { begun } from '../assignments/propose-member.ts'
import {
  type AssignmentDeps,
  inElection,
  openIn,
  type Refusal,
  stepIn,
} from '../assignments/step-assignment.ts'
import { listedVoter, type VoterRefusal } from '../polling-day/listed-voter.ts'
import { rulesOfBureau } from '../rules-of-bureau.ts'
import { type Chooser, mayChoose } from './may-choose.ts'

export interface Choice {
  readonly election: Election
  readonly seatId: SeatId
  readonly listNumber: number
  readonly lastName: string
  readonly chooser: Chooser
  readonly by: string
}

export type ChairChoiceRefusal = Refusal | VoterRefusal

/**
 * A voter for a seat that the chair of the bureau fills (LPKD 37, 38, 40, 45 and 48; KWB 100): proposed and designated in one, in the power
 * of the chair. No magistrate signs for it.
 */
export function chooseForSeat(
  deps: AssignmentDeps,
  { election, seatId, chooser, by, ...asked }: Choice,
): Promise<Result<{ assignment: SeatedAssignment }, ChairChoiceRefusal>> {
  const act = { election, by, authority: 'chair' } as const
  return inElection<{ assignment: SeatedAssignment }, ChairChoiceRefusal>(deps, act, async (db, context) => {
    const seat = await holdSeat(db, election, seatId)
    if (!seat) return refused('no-such-seat')
    const { code, district } = await bureauForLists(db, election, seat.bureauId)
    if (!mayChoose(context.rules, chooser, { ...seat, code, district }))
      return refused('not-in-your-power', seat.role)
    const rules = rulesOfBureau(context.rules, { code })
    const found = await listedVoter(db, { election, rules }, asked)
    if (!found.ok) return found
    const { person, address } = found
    const member = { ...person, ...(address && { address }) } // the call goes there
    const memberId = await upsertMember(db, election, member, context.now)
    const { municipalityId } = election
    await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.member-recorded', subject: memberId })
    const opened = begun('propose', seat, { memberId, origin: 'CHAIR_CHOICE' })
    await openIn(db, context, act, { assignment: opened, transition: 'propose' })
    const { assignmentId } = opened
    return stepIn(db, context, { ...act, assignmentId }, 'designate', () => ({ designatedAt: context.now }))
  })
}
