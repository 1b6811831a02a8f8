import { type Result, refused } from '../../platform/result.ts'
import { traceWhoMustHear } from '../absences/tell-holders.ts'
import { type AssignmentDeps, inElection, type Step, stepIn } from '../assignments/step-assignment.ts'
import type { ConvokingDeps } from '../convoking/typeset-letters.ts'
import type { DecidedExcuse, DecisionRefusal } from './decide-excuse.ts'
import { changeOpenExcuse } from './excuse-store.ts'
import { tellDecision, undoable } from './tell-decision.ts'

export interface Acceptance extends Step {
  /** Who decided, as the letter names it: `de vrederechter van het kanton Zonnedorp`. */
  readonly decidedBy: string
}

/**
 * A magistrate takes the reason of who stayed away or came late: one that was handed in, or that is only told here. The letter that says so
 * is handed over with it, as with any decision.
 */
export async function acceptAfter(
  deps: AssignmentDeps & ConvokingDeps,
  { decidedBy, ...step }: Acceptance,
): Promise<Result<DecidedExcuse, DecisionRefusal>> {
  if (!decidedBy.trim()) return refused('no-authority')
  return undoable<Result<DecidedExcuse, DecisionRefusal>>(() =>
    inElection<DecidedExcuse, DecisionRefusal>(deps, step, async (db, context) => {
      const { election, assignmentId, by, reason } = step
      const done = await stepIn(db, context, step, 'excuse-after')
      const end = { outcome: 'GRANTED', endedAt: context.now, outcomeReason: reason ?? null } as const
      if (!done.ok) return done
      await changeOpenExcuse(db, election, { assignmentId, ...end })
      await traceWhoMustHear(db, election, step)
      const told = { election, assignmentId, by, reason, authority: decidedBy, grants: true, isAfter: true }
      const letterId = await tellDecision(db, { ...deps, now: context.now }, told)
      return { ok: true, assignment: done.assignment, letterId }
    }),
  )
}
