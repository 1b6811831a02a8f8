import { mayDo, type Staff } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { type Result, refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { traceWhoMustHear } from '../absences/tell-holders.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import {
  type AssignmentDeps,
  inElection,
  type Refusal,
  type Step,
  type StepContext,
  stepIn,
} from '../assignments/step-assignment.ts'
import type { LetterRefusal } from '../convoking/send-member-letter.ts'
import type { ConvokingDeps } from '../convoking/typeset-letters.ts'
import { changeOpenExcuse, latestExcuse } from './excuse-store.ts'
import { fillFreedSeat, type Replacement } from './fill-freed-seat.ts'
import { tellDecision, undoable } from './tell-decision.ts'

export interface ExcuseDecision extends Pick<Step, 'election' | 'assignmentId'> {
  readonly staff: Staff
  readonly grants: boolean
  /** The person reads it. Who refuses gives one. */
  readonly reason: string
  /** Who decided, as the letter names it: `de vrederechter van het kanton Zonnedorp`. */
  readonly authority: string
}

export interface DecidedExcuse {
  readonly assignment: SeatedAssignment
  /** Absent: no letter could be made, of a seat without one or for want of an address, and somebody writes it by hand. */
  readonly letterId: DocumentId | undefined
  /** Of a seat that the decision freed: who is proposed for it, or why nobody. */
  readonly replacement?: Replacement | undefined
}

export type DecisionRefusal = Refusal | LetterRefusal | 'right-missing' | 'no-authority'

/**
 * The magistrate grants or refuses, before polling day or what was told after it, and the letter that says so is handed over in the same transaction. Where no letter can be made the
 * decision stands, and it is answered that somebody has to write. Who is excused leaves the seat free, and the next of the queue is proposed for it
 * in that transaction too; who that is, or why there is nobody, is answered.
 */
export async function decideExcuse(
  deps: AssignmentDeps & ConvokingDeps & { readonly vault: Vault },
  decision: ExcuseDecision,
): Promise<Result<DecidedExcuse, DecisionRefusal>> {
  const { election, staff, reason } = decision
  if (!mayDo(staff, 'bureaus.decide')) return refused('right-missing')
  if (!decision.authority.trim()) return refused('no-authority')
  const whole = { election, reason: reason || undefined }
  return undoable<Result<DecidedExcuse, DecisionRefusal>>(() =>
    inElection<DecidedExcuse, DecisionRefusal>(deps, whole, (db, context) =>
      decideIn(db, { ...deps, context }, decision),
    ),
  )
}

async function decideIn(
  db: Db,
  {
    context,
    ...deps
  }: AssignmentDeps & ConvokingDeps & { readonly context: StepContext; readonly vault: Vault },
  { election, assignmentId, staff, grants, ...decision }: ExcuseDecision,
): Promise<Result<DecidedExcuse, DecisionRefusal>> {
  const by = staff.staffId
  const reason = decision.reason || undefined
  const step: Step = { election, assignmentId, by, authority: 'magistrate', reason }
  const isAfter = (await latestExcuse(db, election, assignmentId))?.isAfter === true
  const [yes, no] = isAfter ? (['excuse-after', 'refuse-after'] as const) : (['grant', 'refuse'] as const)
  const stepped = await stepIn(db, context, step, grants ? yes : no)
  if (!stepped.ok) return stepped
  await changeOpenExcuse(db, election, {
    ...{ assignmentId, outcome: grants ? 'GRANTED' : 'REFUSED', endedAt: context.now },
    outcomeReason: reason ?? null,
  })
  if (isAfter && grants) await traceWhoMustHear(db, election, { assignmentId, by })
  const { assignment } = stepped
  const told = { election, assignmentId, by, reason, authority: decision.authority, grants, isAfter }
  const letterId = await tellDecision(db, { ...deps, now: context.now }, told)
  const decided = { ok: true, assignment, letterId } as const
  if (assignment.axes.designation !== 'EXCUSED') return decided
  // After the letter: from here on who proposes from the same list waits.
  return { ...decided, replacement: await fillFreedSeat(db, { context, vault: deps.vault }, assignment) }
}
