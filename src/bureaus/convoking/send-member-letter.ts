import type { Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/db/database.ts'
import { type NumberInText, refuseNumbers } from '../../platform/free-text.ts'
import type { AssignmentId, DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import { handOverLetters } from './hand-over-letters.ts'
import { letterCases } from './member-letter-overview.ts'
import { type ConvokingDeps, currentBasis, typesetFor } from './typeset-letters.ts'
import type { CannotWrite, LetterDecision } from './write-letter-facts.ts'

export interface MemberLetterOrder extends LetterDecision {
  readonly election: Election
  readonly assignmentId: AssignmentId
  readonly by: string
}

export type LetterRefusal = CannotWrite | NumberInText | 'no-such-assignment' | 'changed-meanwhile'

/**
 * Sends one letter to a member in the caller's transaction, beside the decision that it tells of: an excuse that was granted or refused,
 * a call that was taken back, a substitute who was called up; or a designation again, when what it says has changed. A second letter
 * of a kind is its next version, and takes the place of the one before. Nothing is changed where it is refused.
 */
export async function sendMemberLetter(
  db: Db,
  deps: ConvokingDeps & { readonly clock: Clock },
  { election, assignmentId, by, ...decision }: MemberLetterOrder,
): Promise<Result<{ letterId: DocumentId }, LetterRefusal>> {
  const inText = refuseNumbers(decision.reason, decision.authority)
  if (inText) return inText
  const [one] = await letterCases(db, election, [assignmentId])
  if (!one) return refused('no-such-assignment')
  const basis = await currentBasis(db, deps, election)
  const letter = await typesetFor(deps, basis, one, decision)
  if (!letter.ok) return letter
  const order = { basis, kind: decision.letter, letters: [letter], by }
  const [letterId] = await handOverLetters(db, deps.clock.now(), order)
  return letterId ? { ok: true, letterId } : refused('changed-meanwhile')
}
