import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** A reason that came afterwards was accepted. Who reported it before has to tell the prosecutor. */
export function excuseAfter(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'excuse-after')
}
