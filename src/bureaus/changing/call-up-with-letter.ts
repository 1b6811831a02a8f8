import { selectSettings } from '../../municipalities/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { DocumentId } from '../../platform/ids.ts'
import type { Result } from '../../platform/result.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { type CallUp, callUpIn } from '../assignments/call-up.ts'
import { type AssignmentDeps, inElection, type Refusal } from '../assignments/step-assignment.ts'
import { type LetterRefusal, sendMemberLetter } from '../convoking/send-member-letter.ts'
import type { ConvokingDeps } from '../convoking/typeset-letters.ts'
import { letterOrByHand, undoable } from '../excuses/tell-decision.ts'
import { texts } from './texts.nl.ts'

export interface CalledUp {
  readonly assignment: SeatedAssignment
  /** Absent on polling day itself, or where no letter can be made: who is called up hears it by phone. */
  readonly letterId: DocumentId | undefined
}

/**
 * Calls one of the reserve up to a free seat, with the letter that says so as long as polling day is not there: nobody reads a letter then. The
 * municipality calls up who was designated for that; the letter names it as who decided.
 */
export function callUpWithLetter(
  deps: AssignmentDeps & ConvokingDeps,
  step: CallUp,
): Promise<Result<CalledUp, Refusal | LetterRefusal>> {
  const { election, by } = step
  return undoable<Result<CalledUp, Refusal | LetterRefusal>>(() =>
    inElection<CalledUp, Refusal | LetterRefusal>(deps, step, async (db, context) => {
      const called = await callUpIn(db, context, step)
      if (!called.ok) return called
      const { assignment } = called
      const today = dayInBelgium(context.now)
      if (today >= election.pollingDay) return { ok: true, assignment, letterId: undefined }
      const settings = await selectSettings(db, election.municipalityId)
      const order = {
        ...{ election, by, assignmentId: assignment.assignmentId, decidedOn: today },
        letter: 'called-up',
        authority: texts.municipality(settings!.document.name),
      } as const
      const letterId = letterOrByHand(await sendMemberLetter(db, deps, order))
      return { ok: true, assignment, letterId }
    }),
  )
}
