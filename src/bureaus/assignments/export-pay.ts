import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The claim of who came was handed to whoever pays. */
export function exportPay(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'export-pay')
}
