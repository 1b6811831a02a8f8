import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The chair sends home who came, and says why: people were acquitted because nobody had. The seat can be given to another. */
export function dismiss(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'dismiss')
}
