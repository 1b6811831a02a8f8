import { dayInBelgium } from '../../platform/dates.ts'
import { refuseNumbers } from '../../platform/free-text.ts'
import { type ExcuseId, newId } from '../../platform/ids.ts'
import { refused } from '../../platform/result.ts'
import type { Vault } from '../../platform/vault.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import { isAway } from '../assignments/axes.ts'
import { isInTime } from '../assignments/is-in-time.ts'
import {
  type AssignmentDeps,
  inElection,
  type Step,
  type StepContext,
  type Stepped,
  stepIn,
} from '../assignments/step-assignment.ts'
import { bureauDay } from '../bureau-day.ts'
import type { AnswerChannel, ExcuseRequest } from './excuse.ts'
import { changeOpenExcuse, insertExcuse, lockOpenExcuse } from './excuse-store.ts'

/**
 * Asks to be excused, with why; of who stayed away or came late it is a reason that comes afterwards. After the time for it the request is taken all the same, as one that was not in time. What is told
 * of the person is sealed, and stands in no event; a national number is asked to be left out, for nobody who decides needs it.
 */
export function requestExcuse(
  deps: AssignmentDeps & { readonly vault: Pick<Vault, 'seal'> },
  asked: Step & { readonly request: ExcuseRequest; readonly channel: AnswerChannel },
): Promise<Stepped> {
  const { election, assignmentId, request, channel } = asked
  const inText = refuseNumbers(request.text)
  if (inText) return Promise.resolve(inText)
  return inElection(deps, asked, async (db, context) => {
    const { now } = context
    const found = await lockAssignment(db, election, assignmentId)
    const isAfter = found !== undefined && isAway(found.axes)
    if (isAfter && (await lockOpenExcuse(db, election, assignmentId))) return refused('not-in-this-state')
    const done = await stepIn(db, context, asked, isAfter ? 'explain-after' : 'ask-excuse', (assignment) => ({
      details: { inTime: isAskedInTime(assignment, request, context), channel },
    }))
    if (!done.ok) return done
    await insertExcuse(db, election, {
      ...{ excuseId: newId<ExcuseId>(), assignmentId, channel, askedAt: now, isAfter },
      inTime: isAskedInTime(done.assignment, request, context),
      request: deps.vault.seal(JSON.stringify(request)),
    })
    return done
  })
}

/**
 * Each ground is in time so long after delivery; who served before has until the day that the law sets for that (LPKD 47 and 50, KWB 95
 * § 4), whenever the call came.
 */
function isAskedInTime(
  assignment: Parameters<typeof isInTime>[0],
  { ground }: ExcuseRequest,
  { election, rules, now }: StepContext,
): boolean {
  if (isInTime(assignment, now)) return true
  const lastDay = bureauDay(election, rules.exemption.deadline)
  return ground === 'TWICE_SERVED' && lastDay !== undefined && dayInBelgium(now) <= lastDay
}

/** Takes the request back: the person comes. */
export function withdrawExcuse(deps: AssignmentDeps, step: Step): Promise<Stepped> {
  const { election, assignmentId } = step
  return inElection(deps, step, async (db, context) => {
    const done = await stepIn(db, context, step, 'withdraw-request')
    if (done.ok)
      await changeOpenExcuse(db, election, { assignmentId, outcome: 'WITHDRAWN', endedAt: context.now })
    return done
  })
}
