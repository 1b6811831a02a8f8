import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { ConvokeDeps } from './convoke.ts'
import { lockLetter } from './member-letter-store.ts'
import { type LetterRefusal, sendMemberLetter } from './send-member-letter.ts'
import { mayWithLetter } from './sent-letter.ts'

export type AgainRefusal = LetterRefusal | 'no-such-letter' | 'letter-settled'

/**
 * Sends a letter once more that reached nobody, as it would be written now: to the address of today, and with the bureau as it is. The
 * one before is replaced, so that it is not printed any more.
 */
export function sendLetterAgain(
  deps: ConvokeDeps,
  {
    election,
    letterId,
    by,
  }: { readonly election: Election; readonly letterId: DocumentId; readonly by: string },
): Promise<Result<{ letterId: DocumentId }, AgainRefusal>> {
  return deps.database.inScope(staffOf(election.municipalityId), async (db) => {
    const letter = await lockLetter(db, election, letterId)
    if (!letter) return refused('no-such-letter')
    if (!(mayWithLetter.sendAgain as readonly string[]).includes(letter.state))
      return refused('letter-settled')
    const { assignmentId, kind, facts } = letter
    const { authority, decidedOn, reason, correction } = facts
    return sendMemberLetter(db, deps, {
      ...{ election, assignmentId, by, letter: kind, authority, decidedOn, reason },
      correction,
    })
  })
}
