import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Correction } from './member-letter-facts.ts'
import type { LetterCase } from './member-letter-overview.ts'
import { callsBeforeMove } from './told-calls-overview.ts'

/** Of who was called for a seat and moved to another: the letter that the new call replaces. Their time for an excuse begins anew. */
export async function correctionsOfMoved(
  db: Db,
  election: OfElection,
  cases: readonly Pick<LetterCase, 'assignmentId'>[],
): Promise<ReadonlyMap<AssignmentId, Correction>> {
  const before = await callsBeforeMove(
    db,
    election,
    cases.map(({ assignmentId }) => assignmentId),
  )
  return new Map(
    [...before].map(([assignmentId, { sentAt, told }]) => [
      assignmentId,
      { sentOn: dayInBelgium(sentAt), told, isTimeRunning: false },
    ]),
  )
}
