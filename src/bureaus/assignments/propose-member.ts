import type { Election } from '../../elections/index.ts'
import { type AssignmentId, type MemberId, newId, type SeatId } from '../../platform/ids.ts'
import { refused } from '../../platform/result.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import type { Origin, SeatedAssignment } from './assignment.ts'
import { type HeldSeat, holdSeat } from './assignment-store.ts'
import { isMember } from './member-store.ts'
import { type Act, type AssignmentDeps, inElection, openIn, type Stepped } from './step-assignment.ts'
import { type Opening, openings } from './transitions.ts'

export interface Proposal extends Act {
  readonly election: Election
  readonly seatId: SeatId
  readonly memberId: MemberId
  readonly origin: Exclude<Origin, 'ON_THE_SPOT'>
  /** Of who was drawn: the place in the order of the draw. */
  readonly drawRank?: number
  /** The assignment that left this seat free. */
  readonly replaces?: AssignmentId
}

/**
 * The municipality proposes a person for a free seat; for one that the chair of the bureau fills (LPKD 37, 45 and 48; KWB 100) only who acts in
 * the power of that chair does. Who may be proposed is for the lists to say, before this.
 */
export function proposeMember(deps: AssignmentDeps, proposal: Proposal): Promise<Stepped> {
  return inElection(deps, proposal, async (db, context) => {
    const seat = await holdSeat(db, proposal.election, proposal.seatId)
    if (!seat) return refused('no-such-seat')
    const isOfChair = isFilledByChair(context.rules, seat.kind, seat.role)
    if (isOfChair && proposal.authority !== 'chair') return refused('chosen-by-chair', seat.role)
    if (!isOfChair && proposal.authority !== 'municipality')
      return refused('not-in-your-power', proposal.authority)
    if (!(await isMember(db, proposal.election, proposal.memberId))) return refused('no-such-member')
    const assignment = begun('propose', seat, proposal)
    await openIn(db, context, proposal, { assignment, transition: 'propose' })
    return { ok: true, assignment }
  })
}

/** A new assignment of a seat, as the step begins it. */
export function begun(
  opening: Opening,
  seat: HeldSeat,
  {
    memberId,
    origin,
    drawRank,
    replaces,
  }: Pick<SeatedAssignment, 'memberId' | 'origin'> & Pick<Proposal, 'drawRank' | 'replaces'>,
): SeatedAssignment {
  return {
    ...seat,
    ...{ assignmentId: newId(), memberId, origin, calledUp: false, version: 1 },
    ...(drawRank !== undefined && { drawRank }),
    ...(replaces && { replaces }),
    axes: openings[opening].axes,
  }
}
