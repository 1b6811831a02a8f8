import { refused } from '../../platform/result.ts'
import { isInTime } from './is-in-time.ts'
import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The time for an excuse passed without a word. The person stays bound. */
export function noteSilence(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'note-silence', (assignment, { now }) =>
    isInTime(assignment, now) ? refused('term-not-over', assignment.excuseUntil?.toISOString()) : {},
  )
}
