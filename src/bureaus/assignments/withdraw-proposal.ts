import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The municipality takes back what it proposed, or the magistrate refuses it, and says why. The seat is free. */
export function withdrawProposal(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'withdraw')
}
