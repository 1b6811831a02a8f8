import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** Whoever pays said that the payment did not arrive: the claim is open again. */
export function noteBounced(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'note-bounced')
}
