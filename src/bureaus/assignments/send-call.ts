import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The call leaves: for the first time, or again by another way after it could not be delivered. */
export function sendCall(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'send')
}
