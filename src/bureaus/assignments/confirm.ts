import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The person is expected: by an express answer, or because the last moment passed. */
export function confirm(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'confirm')
}
