import { canonicalJson } from '../../platform/hash.ts'
import type { SeatId } from '../../platform/ids.ts'
import type { Axes } from './axes.ts'
import { callUp } from './call-up.ts'
import { checkIn } from './check-in.ts'
import { confirm } from './confirm.ts'
import { type Correction, correctAttendance } from './correct-attendance.ts'
import { designate } from './designate.ts'
import { dismiss } from './dismiss.ts'
import { excuseAfter } from './excuse-after.ts'
import { exportPay } from './export-pay.ts'
import { isInTime } from './is-in-time.ts'
import { leave } from './leave.ts'
import { moveMember } from './move-member.ts'
import { noteAbsent } from './note-absent.ts'
import { noteBounced } from './note-bounced.ts'
import { noteDelivered } from './note-delivered.ts'
import { notePaid } from './note-paid.ts'
import { noteSilence } from './note-silence.ts'
import { noteUndelivered } from './note-undelivered.ts'
import { reportAbsence } from './report-absence.ts'
import { revoke } from './revoke.ts'
import { sendCall } from './send-call.ts'
import { type AssignmentDeps, type Step, type Stepped, stepAssignment } from './step-assignment.ts'
import { takeStep } from './take-step.ts'
import { authorities, type Opening, openings, type Transition, transitions } from './transitions.ts'
import { withdrawProposal } from './withdraw-proposal.ts'

/** What the pure rules allow, walked through to the end: what tests hold the database and the drawing against. */

export const allTransitions = Object.keys(transitions) as Transition[]

/** Where a step leads from here, in whosever power; nothing where it can't be taken. */
export function afterStep(axes: Axes, transition: Transition): Axes | undefined {
  const facts = { reason: 'why', role: 'SUBSTITUTE', isChosenByChair: false } as const
  const taken = authorities.map((authority) => takeStep(axes, transition, { ...facts, authority }))
  return taken.find((one) => one.ok)?.axes
}

/** Every place on the axes that can be come to from these beginnings, by its text. Who is called up begins where the old seat was left. */
export function reachableFrom(begun: readonly Opening[]): ReadonlyMap<string, Axes> {
  const found = new Map<string, Axes>()
  const toDo: Axes[] = begun.map((opening) => openings[opening].axes)
  for (let axes = toDo.pop(); axes; axes = toDo.pop()) {
    const text = canonicalJson(axes)
    if (found.has(text)) continue
    found.set(text, axes)
    for (const transition of allTransitions) {
      const after = afterStep(axes, transition)
      if (after) toDo.push(after)
    }
  }
  return found
}

/** A step by itself, without the rows that the use case of an excuse or of an answer keeps beside it. */
export const bareStep =
  (transition: Transition) =>
  (deps: AssignmentDeps, step: Step): Promise<Stepped> =>
    stepAssignment(deps, step, transition, (assignment, { now }) =>
      transition === 'ask-excuse' ? { details: { inTime: isInTime(assignment, now) } } : {},
    )

function correctTo(to: Correction) {
  return (deps: AssignmentDeps, step: Step): Promise<Stepped> => correctAttendance(deps, { ...step, to })
}

/** The use case of each step that needs nothing but the assignment; `move` and `call-up` need a seat. */
export const useCases = {
  withdraw: withdrawProposal,
  designate,
  send: sendCall,
  'note-delivered': noteDelivered,
  'note-undelivered': noteUndelivered,
  'send-corrected': bareStep('send-corrected'),
  'note-corrected': bareStep('note-corrected'),
  acknowledge: bareStep('acknowledge'),
  'ask-excuse': bareStep('ask-excuse'),
  'find-complete': bareStep('find-complete'),
  'ask-more': bareStep('ask-more'),
  grant: bareStep('grant'),
  refuse: bareStep('refuse'),
  'withdraw-request': bareStep('withdraw-request'),
  'note-silence': noteSilence,
  confirm,
  revoke,
  'ask-move': bareStep('ask-move'),
  'refuse-move': bareStep('refuse-move'),
  move: moveMember,
  'call-up': callUp,
  'check-in': checkIn,
  'check-in-late': checkIn,
  'note-absent': noteAbsent,
  'correct-to-present': correctTo('THERE'),
  'correct-to-late': correctTo('THERE'),
  'correct-to-absent': correctTo('ABSENT'),
  'take-back-attendance': correctTo('UNKNOWN'),
  dismiss,
  leave,
  'return-to-present': correctTo('STAYED'),
  'return-to-late': correctTo('THERE'),
  'export-pay': exportPay,
  'note-paid': notePaid,
  'note-bounced': noteBounced,
  'report-absence': reportAbsence,
  'excuse-after': excuseAfter,
  'explain-after': bareStep('explain-after'),
  'ask-more-after': bareStep('ask-more-after'),
  'refuse-after': bareStep('refuse-after'),
} as const satisfies Record<Transition, unknown>

export function runStep(
  transition: Transition,
  deps: AssignmentDeps,
  step: Step & { readonly toSeat: SeatId },
): Promise<Stepped> {
  return useCases[transition](deps, step)
}
