import type { Election } from '../../elections/index.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, DocumentId } from '../../platform/ids.ts'
import type { Refused, Result } from '../../platform/result.ts'
import type { MemberLetterKind } from '../convoking/member-letter-facts.ts'
import { type LetterRefusal, sendMemberLetter } from '../convoking/send-member-letter.ts'
import type { ConvokingDeps } from '../convoking/typeset-letters.ts'
import type { CannotWrite } from '../convoking/write-letter-facts.ts'

interface Told {
  readonly election: Election
  readonly assignmentId: AssignmentId
  readonly grants: boolean
  /** It was told when polling day was over. */
  readonly isAfter: boolean
  readonly reason: string | undefined
  /** Who decided, as the letter names it. */
  readonly authority: string
  readonly by: string
}

/** Letters that tell what was decided, of before polling day and of after. */
export const decisionLetters = {
  before: { granted: 'excuse-granted', refused: 'excuse-refused' },
  after: { granted: 'reason-accepted', refused: 'reason-refused' },
} as const satisfies Record<string, Record<string, MemberLetterKind>>

export function decisionLetterOf({ grants, isAfter }: Pick<Told, 'grants' | 'isAfter'>): MemberLetterKind {
  const { granted, refused } = decisionLetters[isAfter ? 'after' : 'before']
  return grants ? granted : refused
}

/**
 * Hands over the letter of a decision, in the transaction of that decision. Nothing where it can't be made for want of an address, a place or
 * words: then somebody writes by hand. For any other reason it throws, and `undoable` answers why.
 */
export async function tellDecision(
  db: Db,
  { now, ...deps }: ConvokingDeps & { readonly clock: Clock; readonly now: Date },
  { grants, isAfter, authority, ...told }: Told,
): Promise<DocumentId | undefined> {
  const sent = await sendMemberLetter(db, deps, {
    ...{ ...told, authority: authority.trim(), decidedOn: dayInBelgium(now) },
    letter: decisionLetterOf({ grants, isAfter }),
  })
  return letterOrByHand(sent)
}

/** The letter that was handed over, or nothing where it has to be written by hand. For another reason it throws, and `undoable` answers why. */
export function letterOrByHand(
  sent: Result<{ letterId: DocumentId }, LetterRefusal>,
): DocumentId | undefined {
  if (!sent.ok && !writtenByHand.has(sent.because)) throw new Undone(sent)
  return sent.ok ? sent.letterId : undefined
}

/** No decision waits for an address or a place that nobody knows: the person reads it on the own page, and on paper by hand. */
const writtenByHand: ReadonlySet<string> = new Set<CannotWrite>([
  'no-words',
  'no-address',
  'no-place',
  'no-hour',
])

/** A transaction is rolled back by what is thrown: this carries out why. */
class Undone extends Error {
  override readonly name = 'Undone'
  readonly refusal: Refused<LetterRefusal>
  constructor(refusal: Refused<LetterRefusal>) {
    super(refusal.because)
    this.refusal = refusal
  }
}

/** What happens in a transaction that `tellDecision` may roll back. */
export async function undoable<Answer>(
  work: () => Promise<Answer>,
): Promise<Answer | Refused<LetterRefusal>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Undone) return error.refusal
    throw error
  }
}
