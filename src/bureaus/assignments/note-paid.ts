import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** Whoever pays said that it was paid. */
export function notePaid(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'note-paid')
}
