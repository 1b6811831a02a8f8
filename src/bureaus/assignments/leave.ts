import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** Who was there goes home before the end, and it is noted why. The seat can be given to another; what a reason is worth a judge says. */
export function leave(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'leave')
}
