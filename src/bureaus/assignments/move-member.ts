import type { Db } from '../../platform/db/database.ts'
import type { SeatId } from '../../platform/ids.ts'
import { refused } from '../../platform/result.ts'
import { holdSeat } from './assignment-store.ts'
import { begun } from './propose-member.ts'
import {
  type AssignmentDeps,
  inElection,
  openIn,
  type Step,
  type StepContext,
  type Stepped,
  stepIn,
} from './step-assignment.ts'

export interface Move extends Step {
  readonly toSeat: SeatId
}

/** The magistrate gives a person another seat: the old designation is replaced, and the call for the new one is still to leave. */
export function moveMember(deps: AssignmentDeps, step: Move): Promise<Stepped> {
  return inElection(deps, step, (db, context) => moveIn(db, context, step))
}

/** The same in the caller's transaction. */
export async function moveIn(db: Db, context: StepContext, step: Move): Promise<Stepped> {
  const seat = await holdSeat(db, step.election, step.toSeat)
  if (!seat) return refused('no-such-seat')
  const left = await stepIn(db, context, step, 'move')
  if (!left.ok) return left
  const { memberId, origin, drawRank, assignmentId } = left.assignment
  const known = { memberId, origin, ...(drawRank !== undefined && { drawRank }), replaces: assignmentId }
  const assignment = { ...begun('move-to', seat, known), designatedAt: context.now }
  await openIn(db, context, step, { assignment, transition: 'move-to' })
  return { ok: true, assignment }
}
