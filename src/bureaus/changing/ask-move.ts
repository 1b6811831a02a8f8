import type { Db } from '../../platform/db/database.ts'
import type { SeatId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { bureauForLists, holdSeat, lockAssignment } from '../assignments/assignment-store.ts'
import { membersById } from '../assignments/member-store.ts'
import { begun } from '../assignments/propose-member.ts'
import {
  type AssignmentDeps,
  inElection,
  openIn,
  type Refusal,
  type Step,
  type StepContext,
  stepIn,
} from '../assignments/step-assignment.ts'
import { isFilledByChair } from '../is-filled-by-chair.ts'
import { seatToFill } from '../listing/seat-to-fill.ts'
import {
  judgeProposal,
  type ProposalFault,
  type ProposalRemark,
  type ToldOrigin,
} from '../proposing/judge-proposal.ts'
import { knownPerson } from '../proposing/known-person-overview.ts'
import { rulesOfBureau } from '../rules-of-bureau.ts'
import { indexOf, isTaken } from './seat-and-person-overview.ts'
import { texts } from './texts.nl.ts'

export type MoveRefusal = Refusal | ProposalFault

export interface AskedToMove extends Omit<Step, 'authority'> {
  readonly toSeat: SeatId
}

/**
 * Who keeps the bureaus wants somebody in another open seat, for which the rules of a proposal by hand hold. Who is only proposed is proposed there
 * instead, at once; who is designated stays where they are until the magistrate moves them. `isMoved`: which of the two happened.
 */
export function askMove(
  deps: AssignmentDeps,
  asked: AskedToMove,
): Promise<Result<{ assignment: SeatedAssignment; isMoved: boolean }, MoveRefusal>> {
  const step: Step = { ...asked, authority: 'municipality' }
  return inElection<{ assignment: SeatedAssignment; isMoved: boolean }, MoveRefusal>(
    deps,
    step,
    async (db, context) => {
      const found = await lockAssignment(db, asked.election, asked.assignmentId)
      if (!found) return refused('no-such-assignment')
      const judged = await judgeMove(db, context, found, asked.toSeat)
      if (!judged.ok) return judged
      const remarks = judged.remarks.length > 0 ? { remarks: judged.remarks.join(' ') } : {}
      if (found.axes.designation === 'DESIGNATED') {
        const taken = await stepIn(
          db,
          context,
          { ...step, details: { toSeat: asked.toSeat, ...remarks } },
          'ask-move',
        )
        return taken.ok ? { ...taken, isMoved: false } : taken
      }
      const told = step.reason?.trim() ? { reason: texts.movedTo(step.reason.trim()) } : {}
      const left = await stepIn(db, context, { ...step, ...told }, 'withdraw')
      if (!left.ok) return left
      const { memberId, origin, drawRank } = found
      const known = {
        memberId,
        origin,
        ...(drawRank !== undefined && { drawRank }),
        replaces: found.assignmentId,
      }
      const assignment = begun('propose', judged.held, known)
      const { election, by } = asked
      const act = { election, by, authority: 'municipality', details: remarks } as const
      await openIn(db, context, act, { assignment, transition: 'propose' })
      return { ok: true, assignment, isMoved: true }
    },
  )
}

type Judged = {
  readonly ok: true
  readonly held: NonNullable<Awaited<ReturnType<typeof holdSeat>>>
  readonly remarks: readonly ProposalRemark[]
}

/** Whether this person may have that seat by the rules of a proposal by hand, and whether it is free. */
export async function judgeMove(
  db: Db,
  { rules, election }: StepContext,
  { memberId, origin }: SeatedAssignment,
  toSeat: SeatId,
): Promise<Judged | Refused<MoveRefusal>> {
  const held = await holdSeat(db, election, toSeat)
  if (!held) return refused('no-such-seat')
  if (isFilledByChair(rules, held.kind, held.role)) return refused('chosen-by-chair', held.role)
  if (await isTaken(db, election, toSeat)) return refused('seat-taken')
  const member = (await membersById(db, election, [memberId])).get(memberId)
  const nrnIndex = member && (await indexOf(db, election, memberId))
  if (!member || !nrnIndex) return refused('no-such-member')
  const judged = judgeProposal({
    ...{ pollingDay: election.pollingDay, typed: member, seat: await seatToFill(db, election, held) },
    rules: rulesOfBureau(rules, await bureauForLists(db, election, held.bureauId)),
    person: await knownPerson(db, election, nrnIndex),
    told: origin === 'EX_OFFICIO' || origin === 'OTHER' ? (origin satisfies ToldOrigin) : 'OTHER',
  })
  return judged.ok ? { ok: true, held, remarks: judged.remarks } : judged
}
