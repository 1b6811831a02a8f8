import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { refused } from '../../platform/result.ts'
import { meetingMoment, minutesAfter } from '../bureau-moments.ts'
import type { SeatedAssignment } from './assignment.ts'
import { lockAssignment } from './assignment-store.ts'
import {
  type AssignmentDeps,
  inElection,
  type Step,
  type StepContext,
  type Stepped,
  stepIn,
} from './step-assignment.ts'

export interface CheckIn extends Step {
  /** Absent: now. From a list on paper, the moment that stands there. */
  readonly arrivedAt?: Date
  /** When this person was expected, where that is not the hour of the rules: who was called up that morning, or asked earlier. */
  readonly expectedAt?: Date
}

/** The person is there: in time, or late by so many minutes. */
export function checkIn(deps: AssignmentDeps, step: CheckIn): Promise<Stepped> {
  return inElection(deps, step, (db, context) => checkInIn(db, context, step))
}

/** The same in the caller's transaction. */
export async function checkInIn(db: Db, context: StepContext, step: CheckIn): Promise<Stepped> {
  const { now, election } = context
  const arrivedAt = step.arrivedAt ?? now
  if (arrivedAt > now) return refused('in-the-future')
  if (dayInBelgium(arrivedAt) !== election.pollingDay) return refused('not-on-polling-day')
  const found = await lockAssignment(db, election, step.assignmentId)
  if (!found) return refused('no-such-assignment')
  const minutesLate = minutesLateOf(context, found, { arrivedAt, expectedAt: step.expectedAt })
  const transition = minutesLate > 0 ? 'check-in-late' : 'check-in'
  return stepIn(db, context, step, transition, () => ({
    details: { arrivedAt: arrivedAt.toISOString(), minutesLate },
  }))
}

/** How many minutes after the hour of the rules, or after when this person was expected, somebody came. */
export function minutesLateOf(
  { rules, election }: Pick<StepContext, 'rules' | 'election'>,
  found: SeatedAssignment,
  { arrivedAt, expectedAt }: { readonly arrivedAt: Date; readonly expectedAt: Date | undefined },
): number {
  const from = expectedAt ?? meetingMoment(rules, election, found) ?? arrivedAt
  return minutesAfter(from, arrivedAt)
}
