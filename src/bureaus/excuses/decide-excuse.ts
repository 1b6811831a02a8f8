import { mayDo, type Staff } from '../../municipalities/index.ts'
import { dayInBelgium } from '../../platform/dates.ts'
import type { Db } from '../../platform/db/database.ts'
import type { DocumentId } from '../../platform/ids.ts'
import { type Refused, type Result, refused } from '../../platform/result.ts'
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
import { type LetterRefusal, sendMemberLetter } from '../convoking/send-member-letter.ts'
import type { ConvokingDeps } from '../convoking/typeset-letters.ts'
import type { CannotWrite } from '../convoking/write-letter-facts.ts'
import { changeOpenExcuse, latestExcuse } from './excuse-store.ts'
import { fillFreedSeat, type Replacement } from './fill-freed-seat.ts'

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
 * The magistrate grants or refuses, and the letter that says so is handed over in the same transaction. Where no letter can be made the
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
  return undoable(() =>
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
  // The letters tell who has to come: afterwards none of them fits, and somebody writes.
  if (isAfter) return { ok: true, assignment: stepped.assignment, letterId: undefined }
  const sent = await sendMemberLetter(db, deps, {
    ...{ election, assignmentId, by, reason, authority: decision.authority.trim() },
    ...{ letter: grants ? 'excuse-granted' : 'excuse-refused', decidedOn: dayInBelgium(context.now) },
  })
  if (!sent.ok && !writtenByHand.has(sent.because)) throw new Undone(sent)
  const { assignment } = stepped
  const decided = { ok: true, assignment, letterId: sent.ok ? sent.letterId : undefined } as const
  if (assignment.axes.designation !== 'EXCUSED') return decided
  // After the letter: from here on who proposes from the same list waits.
  return { ...decided, replacement: await fillFreedSeat(db, { context, vault: deps.vault }, assignment) }
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
  readonly refusal: Refused<DecisionRefusal>
  constructor(refusal: Refused<DecisionRefusal>) {
    super(refusal.because)
    this.refusal = refusal
  }
}

async function undoable<Answer>(work: () => Promise<Answer>): Promise<Answer | Refused<DecisionRefusal>> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Undone) return error.refusal
    throw error
  }
}
