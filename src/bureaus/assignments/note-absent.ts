import { dayInBelgium } from '../../platform/dates.ts'
import { refused } from '../../platform/result.ts'
import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The bureau closed its attendance without this person. The seat can be given to another. */
export function noteAbsent(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'note-absent', (_, { now, election }) =>
    dayInBelgium(now) < election.pollingDay ? refused('not-on-polling-day') : {},
  )
}
