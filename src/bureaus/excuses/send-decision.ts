import type { Election } from '../../elections/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { ConvokeDeps } from '../convoking/convoke.ts'
import { lettersOf } from '../convoking/member-letter-store.ts'
import { type LetterRefusal, sendMemberLetter } from '../convoking/send-member-letter.ts'
import { latestExcuse } from './excuse-store.ts'
import { decisionLetterOf } from './tell-decision.ts'

export type DecisionLetterRefusal = LetterRefusal | 'no-decision-yet' | 'already-sent' | 'no-authority'

/** The letter of a decision that could not be made when it was taken: once the address is known it leaves all the same. */
export function sendDecision(
  deps: ConvokeDeps,
  {
    election,
    assignmentId,
    authority,
    by,
  }: {
    readonly election: Election
    readonly assignmentId: AssignmentId
    readonly authority: string
    readonly by: string
  },
): Promise<Result<{ letterId: DocumentId }, DecisionLetterRefusal>> {
  if (!authority.trim()) return Promise.resolve(refused('no-authority'))
  return deps.database.inScope(staffOf(election.municipalityId), async (db) => {
    const excuse = await latestExcuse(db, election, assignmentId)
    const outcome = excuse?.outcome
    if (!excuse?.endedAt || (outcome !== 'GRANTED' && outcome !== 'REFUSED'))
      return refused('no-decision-yet')
    const { endedAt, outcomeReason, isAfter } = excuse
    const letter = decisionLetterOf({ grants: outcome === 'GRANTED', isAfter })
    const sent = await lettersOf(db, election, [assignmentId])
    if (sent.some((one) => one.kind === letter && one.sentAt >= endedAt)) return refused('already-sent')
    return sendMemberLetter(db, deps, {
      ...{ election, assignmentId, by, letter, authority: authority.trim() },
      ...{ decidedOn: dayInBelgium(endedAt), reason: outcomeReason ?? undefined },
    })
  })
}
