import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The magistrate takes back a designation, of who became a candidate, moved or died. The seat is free. */
export function revoke(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'revoke')
}
