import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The absence or the late arrival was reported to whoever prosecutes. */
export function reportAbsence(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'report-absence')
}
