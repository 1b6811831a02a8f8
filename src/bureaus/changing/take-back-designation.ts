import { dayInBelgium } from '../../platform/dates.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import {
  type AssignmentDeps,
  inElection,
  type Refusal,
  type Step,
  stepIn,
} from '../assignments/step-assignment.ts'
import { type LetterRefusal, sendMemberLetter } from '../convoking/send-member-letter.ts'
import type { ConvokingDeps } from '../convoking/typeset-letters.ts'
import { changeOpenExcuse } from '../excuses/excuse-store.ts'
import { fillFreedSeat, type Replacement } from '../excuses/fill-freed-seat.ts'
import { letterOrByHand, undoable } from '../excuses/tell-decision.ts'
import { texts } from './texts.nl.ts'

export interface TakingBack extends Omit<Step, 'authority'> {
  /** Who decided, as the letter names it. */
  readonly decidedBy: string
  /** No letter leaves, as to who died. */
  readonly withoutLetter: boolean
}

export interface TakenBack {
  readonly assignment: SeatedAssignment
  /** Absent: nobody was called yet, no letter was wanted, or none could be made and somebody tells it by hand. */
  readonly letterId: DocumentId | undefined
  /** Whether there had to be one, and there is none. */
  readonly isToTellByHand: boolean
  readonly replacement: Replacement
}

/**
 * The magistrate takes a designation back, as of who became a candidate, moved away or is reached by no call. In one transaction who was called
 * gets the letter that says so, and the next of the queue is proposed for the seat. Refused: `no-authority` without who decided, and what the step refuses.
 */
export async function takeBackDesignation(
  deps: AssignmentDeps & ConvokingDeps & { readonly vault: Vault },
  { decidedBy, withoutLetter, ...taken }: TakingBack,
): Promise<Result<TakenBack, Refusal | LetterRefusal | 'no-authority'>> {
  if (!decidedBy.trim()) return refused('no-authority')
  const { election, assignmentId, by, reason } = taken
  return undoable<Result<TakenBack, Refusal | LetterRefusal | 'no-authority'>>(() =>
    inElection<TakenBack, Refusal | LetterRefusal>(deps, taken, async (db, context) => {
      const stepped = await stepIn(db, context, { ...taken, authority: 'magistrate' }, 'revoke')
      if (!stepped.ok) return stepped
      const { assignment } = stepped
      // A request that waits has nothing left to be decided.
      await changeOpenExcuse(db, election, {
        ...{ assignmentId, outcome: 'WITHDRAWN', outcomeReason: texts.requestOver, endedAt: context.now },
      })
      const isToTell = assignment.axes.delivery !== 'NOT_SENT' && !withoutLetter
      const letter = {
        letter: 'retracted',
        authority: decidedBy.trim(),
        decidedOn: dayInBelgium(context.now),
      } as const
      const letterId = isToTell
        ? letterOrByHand(await sendMemberLetter(db, deps, { election, assignmentId, by, reason, ...letter }))
        : undefined
      // After the letter: from here on who proposes from the same list waits.
      const replacement = await fillFreedSeat(db, { context, vault: deps.vault }, assignment)
      return { ok: true, assignment, letterId, isToTellByHand: isToTell && !letterId, replacement }
    }),
  )
}
