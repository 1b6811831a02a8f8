import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { StepContext } from '../assignments/step-assignment.ts'
import { changeOpenExcuse, lockOpenExcuse } from './excuse-store.ts'

/** Who turns out to have been there needs no reason: one that was handed in afterwards waits for nobody any more. */
export async function closeReasonAfter(
  db: Db,
  { election, now }: StepContext,
  assignmentId: AssignmentId,
): Promise<void> {
  const open = await lockOpenExcuse(db, election, assignmentId)
  if (!open?.isAfter) return
  await changeOpenExcuse(db, election, { assignmentId, outcome: 'WITHDRAWN', endedAt: now })
}
