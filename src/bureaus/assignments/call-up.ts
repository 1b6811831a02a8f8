import type { Db } from '../../platform/db/database.ts'
import { newId, type SeatId } from '../../platform/ids.ts'
import { refused } from '../../platform/result.ts'
import { holdSeat } from './assignment-store.ts'
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
