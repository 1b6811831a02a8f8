import type { Db } from '../../platform/db/database.ts'
import { newId, type SeatId } from '../../platform/ids.ts'
import { refused } from '../../platform/result.ts'
import type { SeatedAssignment } from './assignment.ts'
import {
  bureauForLists,
  type HeldSeat,
  holdSeat,
  lockAssignment,
  type OfElection,
} from './assignment-store.ts'
import {
  type AssignmentDeps,
  inElection,
  openIn,
  type Step,
  type StepContext,
  type Stepped,
  stepIn,
} from './step-assignment.ts'

export interface CallUp extends Step {
  readonly toSeat: SeatId
}

/**
 * A substitute or a deputy chair takes a free seat. Where this person stood comes along: designated, called, confirmed, and
 * present when already there.
 */
export function callUp(deps: AssignmentDeps, step: CallUp): Promise<Stepped> {
  return inElection(deps, step, (db, context) => callUpIn(db, context, step))
}

/** The same in the caller's transaction. */
export async function callUpIn(db: Db, context: StepContext, step: CallUp): Promise<Stepped> {
  const seat = await holdSeat(db, step.election, step.toSeat)
  if (!seat) return refused('no-such-seat')
  const found = await lockAssignment(db, step.election, step.assignmentId)
  if (!found) return refused('no-such-assignment')
  if (!(await mayTake(db, step, found, seat))) return refused('not-from-this-seat', found.role)
  const left = await stepIn(db, context, step, 'call-up')
  if (!left.ok) return left
  const before = left.assignment
  const assignment = {
    ...before,
    ...seat,
    ...{
      assignmentId: newId<typeof before.assignmentId>(),
      replaces: before.assignmentId,
      calledUp: true,
      version: 1,
    },
    axes: { ...before.axes, designation: 'DESIGNATED' as const },
  }
  await openIn(db, context, step, { assignment, transition: 'call-up' })
  return { ok: true, assignment }
}

/**
 * A deputy chair takes the seat of a chair, and a substitute that of an assessor, in a bureau of the kind that they stand by for; never in a
 * main bureau or a reserve. Who fills another seat in a bureau on the day is for its chair to say.
 */
async function mayTake(
  db: Db,
  { election, authority }: Pick<CallUp, 'election' | 'authority'>,
  left: SeatedAssignment,
  seat: HeldSeat,
): Promise<boolean> {
  if (seat.kind !== 'POLLING' && seat.kind !== 'COUNTING') return false
  if (authority === 'chair') return left.bureauId === seat.bureauId
  const takes = left.role === 'DEPUTY_CHAIR' ? 'CHAIR' : 'ASSESSOR'
  return seat.role === takes && seat.kind === (await kindOf(db, election, left))
}

/** Of a reserve, the kind of bureau that it is for. */
async function kindOf(db: Db, election: OfElection, { kind, bureauId }: SeatedAssignment): Promise<string> {
  return kind === 'RESERVE' ? (await bureauForLists(db, election, bureauId)).code : kind
}
