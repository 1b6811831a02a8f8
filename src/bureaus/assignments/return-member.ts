import type { Db } from '../../platform/db/database.ts'
import { timelineOf } from './assignment-store.ts'
import { type Step, type StepContext, type Stepped, stepIn } from './step-assignment.ts'

/**
 * Who left is there again, late or in time as before: the arrival and its minutes stay what they were. Without `backAt` they never went, and
 * no hour is missed by it.
 */
export async function returnIn(db: Db, context: StepContext, step: Step, backAt?: Date): Promise<Stepped> {
  const timeline = await timelineOf(db, step.election, step.assignmentId)
  const wasLate = timeline.findLast(({ axes }) => axes.attendance !== 'LEFT')?.axes.attendance === 'LATE'
  return stepIn(db, context, step, wasLate ? 'return-to-late' : 'return-to-present', () => ({
    details: backAt ? { backAt: backAt.toISOString() } : {},
  }))
}
