import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'

/** The call came back, was not fetched, or was refused by the mailbox: it is sent again, or given up. */
export function noteUndelivered(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return stepAssignment(deps, step, 'note-undelivered')
}
