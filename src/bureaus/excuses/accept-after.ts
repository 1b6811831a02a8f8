import { traceWhoMustHear } from '../absences/tell-holders.ts'
import {
  type AssignmentDeps,
  inElection,
  type Step,
  type Stepped,
  stepIn,
} from '../assignments/step-assignment.ts'
import { changeOpenExcuse } from './excuse-store.ts'

/** A magistrate takes the reason of who stayed away or came late: one that was handed in, or that is only told here. */
export function acceptAfter(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  return inElection(deps, step, async (db, context) => {
    const done = await stepIn(db, context, step, 'excuse-after')
    const end = { outcome: 'GRANTED', endedAt: context.now, outcomeReason: step.reason ?? null } as const
    if (!done.ok) return done
    await changeOpenExcuse(db, step.election, { assignmentId: step.assignmentId, ...end })
    await traceWhoMustHear(db, step.election, step)
    return done
  })
}
