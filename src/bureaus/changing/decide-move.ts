import type { DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import { moveIn } from '../assignments/move-member.ts'
import {
  type AssignmentDeps,
  inElection,
  type Step,
  type Stepped,
  stepIn,
} from '../assignments/step-assignment.ts'
import { correctionsOfMoved } from '../convoking/corrections-of-moved.ts'
import { type LetterRefusal, sendMemberLetter } from '../convoking/send-member-letter.ts'
import { callsBeforeMove } from '../convoking/told-calls-overview.ts'
import type { ConvokingDeps } from '../convoking/typeset-letters.ts'
import { letterOrByHand, undoable } from '../excuses/tell-decision.ts'
import { judgeMove, type MoveRefusal } from './ask-move.ts'
import { askedMoveOf } from './asked-moves-overview.ts'

export interface Moved {
  /** In the new seat. */
  readonly assignment: SeatedAssignment
  /** Absent: this person was never called, or no letter could be made; they stand among those who are to be called. */
  readonly letterId: DocumentId | undefined
}

type Decided = Omit<Step, 'authority'>

/**
 * The magistrate designates somebody for the seat to which a move was asked, by the rules as they are now. Who was called already gets the call for
 * the new seat at once, which says that it replaces the earlier one and what changed. Refused: `no-such-seat` when no move is asked any more.
 */
export function decideMove(
  deps: AssignmentDeps & ConvokingDeps,
  decided: Decided,
): Promise<Result<Moved, MoveRefusal | LetterRefusal>> {
  const { election, assignmentId, by } = decided
  return undoable<Result<Moved, MoveRefusal | LetterRefusal>>(() =>
    inElection<Moved, MoveRefusal | LetterRefusal>(deps, decided, async (db, context) => {
      const found = await lockAssignment(db, election, assignmentId)
      const asked = found && (await askedMoveOf(db, election, assignmentId))
      if (!asked) return refused('no-such-seat')
      const toSeat = asked.to.seatId
      const judged = await judgeMove(db, context, found, toSeat)
      if (!judged.ok) return judged
      const moved = await moveIn(db, context, { ...decided, authority: 'magistrate', toSeat })
      if (!moved.ok) return moved
      const { assignment } = moved
      const [before] = (await callsBeforeMove(db, election, [assignment.assignmentId])).values()
      if (!before) return { ok: true, assignment, letterId: undefined }
      const correction = (await correctionsOfMoved(db, election, [assignment])).get(assignment.assignmentId)
      const order = { election, by, assignmentId: assignment.assignmentId, correction }
      const letter = { letter: 'designation', authority: before.authority } as const
      const letterId = letterOrByHand(await sendMemberLetter(db, deps, { ...order, ...letter }))
      return { ok: true, assignment, letterId }
    }),
  )
}

/** The magistrate leaves somebody in the seat that they have. */
export function refuseMove(deps: AssignmentDeps, decided: Decided): Promise<Stepped> {
  return inElection(deps, decided, (db, context) =>
    stepIn(db, context, { ...decided, authority: 'magistrate' }, 'refuse-move'),
  )
}
