import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import { refused } from '../../platform/result.ts'
import { lockAssignment } from './assignment-store.ts'
import { minutesLateOf } from './check-in.ts'
import { returnIn } from './return-member.ts'
import {
  type AssignmentDeps,
  inElection,
  type Step,
  type StepContext,
  type Stepped,
  stepIn,
} from './step-assignment.ts'

export const corrections = ['THERE', 'ABSENT', 'UNKNOWN', 'STAYED'] as const
/**
 * What should have been noted. `UNKNOWN`: nothing yet, a finger slipped. Of who left, `THERE` is that they came back, and `STAYED` that they
 * never went.
 */
export type Correction = (typeof corrections)[number]

export interface CorrectAttendance extends Step {
  readonly to: Correction
  /** When this person came, or was back, where `to` says so. Absent: now. */
  readonly arrivedAt?: Date
  /** As for a check-in. */
  readonly expectedAt?: Date
}

/** What was noted was not so: a step of its own, for the timeline keeps the wrong one too. */
export function correctAttendance(deps: AssignmentDeps, step: CorrectAttendance): Promise<Stepped> {
  return inElection(deps, step, (db, context) => correctAttendanceIn(db, context, step))
}

/** The same in the caller's transaction. */
export async function correctAttendanceIn(
  db: Db,
  context: StepContext,
  step: CorrectAttendance,
): Promise<Stepped> {
  const { now, election } = context
  if (step.to === 'STAYED') return returnIn(db, context, step)
  if (step.to !== 'THERE')
    return stepIn(db, context, step, step.to === 'ABSENT' ? 'correct-to-absent' : 'take-back-attendance')
  const arrivedAt = step.arrivedAt ?? now
  if (arrivedAt > now) return refused('in-the-future')
  const found = await lockAssignment(db, election, step.assignmentId)
  if (!found) return refused('no-such-assignment')
  if (found.axes.attendance === 'LEFT') return returnIn(db, context, step, arrivedAt)
  if (dayInBelgium(arrivedAt) !== election.pollingDay) return refused('not-on-polling-day')
  const minutesLate = minutesLateOf(context, found, { arrivedAt, expectedAt: step.expectedAt })
  return stepIn(db, context, step, minutesLate > 0 ? 'correct-to-late' : 'correct-to-present', () => ({
    details: { arrivedAt: arrivedAt.toISOString(), minutesLate },
  }))
}
