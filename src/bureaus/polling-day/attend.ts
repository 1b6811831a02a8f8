import { dayInBelgium } from '../../platform/dates.ts'
import { type Refused, refused } from '../../platform/result.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { lockAssignment } from '../assignments/assignment-store.ts'
import { checkInIn } from '../assignments/check-in.ts'
import { isInTime } from '../assignments/is-in-time.ts'
import { byComing, deliveredAt } from '../assignments/note-delivered.ts'
import { type EffectsOf, type Stepped, stepIn } from '../assignments/step-assignment.ts'
import type { Authority, Transition } from '../assignments/transitions.ts'
import { meetingMoment } from '../bureau-moments.ts'
import { changeOpenExcuse } from '../excuses/excuse-store.ts'
import { assignmentOf, type DayDeed, type DeedOf, type DeedRefusal } from './day-deed.ts'
import type { DeedWork, Done } from './note-deed.ts'

/** The assignment that the deed names, when it is of this bureau. */
export async function memberHere({
  db,
  context,
  bureauId,
  deed,
}: DeedWork<Extract<DayDeed, { assignmentId: string }>>): Promise<
  SeatedAssignment | Refused<Extract<DeedRefusal, 'not-of-this-bureau'>>
> {
  const found = await lockAssignment(db, context.election, assignmentOf(deed.assignmentId))
  return found?.bureauId === bureauId ? found : refused('not-of-this-bureau')
}

/**
 * Who comes is there, whatever became of the call or the answer: that the call reached them, and that they do not ask to be excused
 * any more, is written down with it.
 */
export async function notePresent(work: DeedWork<DeedOf<'check-in'>>): Promise<Done> {
  const found = await memberHere(work)
  if ('because' in found) return found
  if (['PRESENT', 'LATE'].includes(found.axes.attendance)) return refused('already-noted')
  const bound = await boundByComing(work, found)
  if (!bound.ok) return bound
  const { db, context, at, by, authority } = work
  const expectedAt = await expectedLater(work, found)
  const step = { election: context.election, assignmentId: found.assignmentId, by, authority }
  return checkInIn(db, context, { ...step, arrivedAt: at, ...(expectedAt && { expectedAt }) })
}

/** Of who was called that very day, and of a deputy out of the reserve, no hour is known: they are there when they come. */
export async function expectedLater(
  { db, context, at }: DeedWork,
  { designatedAt, replaces }: SeatedAssignment,
): Promise<Date | undefined> {
  const { election } = context
  if (designatedAt && dayInBelgium(designatedAt) >= election.pollingDay) return at
  const before = replaces && (await lockAssignment(db, election, replaces))
  return before?.kind === 'RESERVE' ? at : undefined
}

/** Nobody sent a call then and none arrived: the steps say so, for who reads them as proof. */
const unproven: EffectsOf = () => ({ details: { channel: byComing } })

async function boundByComing(work: DeedWork, found: SeatedAssignment): Promise<Stepped> {
  let now: Stepped = { ok: true, assignment: found }
  const take = async (transition: Transition, authority: Authority, effects?: EffectsOf) => {
    if (now.ok) now = await stepOf(work, found, transition, authority, effects)
  }
  const { delivery, reply, confirmed, attendance, designation } = found.axes
  if (designation !== 'DESIGNATED' || attendance !== 'UNKNOWN') return now
  if (delivery === 'NOT_SENT' || delivery === 'UNDELIVERED') await take('send', 'system', unproven)
  if (delivery !== 'DELIVERED')
    await take('note-delivered', 'system', (one, context) => ({
      ...deliveredAt(work.at)(one, context),
      ...unproven(one, context),
    }))
  if (reply === 'EXCUSE_PENDING') {
    await take('withdraw-request', 'chair')
    const { assignmentId } = found
    await changeOpenExcuse(work.db, work.context.election, {
      assignmentId,
      outcome: 'WITHDRAWN',
      endedAt: work.at,
    })
  }
  if (reply === 'NONE' || reply === 'NO_REPLY') await take('acknowledge', 'person', unproven)
  if (!confirmed) await take('confirm', 'system', unproven)
  return now
}

/** Nobody is written down as absent before the hour, or whom no call reached, or who still waits for an answer. */
export async function noteAway(work: DeedWork<DeedOf<'note-absent'>>): Promise<Done> {
  const found = await memberHere(work)
  if ('because' in found) return found
  const { context, at } = work
  const { attendance, delivery, reply, confirmed } = found.axes
  if (attendance === 'ABSENT') return refused('already-noted')
  const meets = meetingMoment(context.rules, context.election, found)
  if (meets && at < meets) return refused('too-early')
  if (delivery !== 'DELIVERED') return refused('never-told')
  if (reply === 'NONE' && isInTime(found, at))
    return refused('term-not-over', found.excuseUntil?.toISOString())
  if (reply === 'NONE') {
    const silent = await stepOf(work, found, 'note-silence', 'system')
    if (!silent.ok) return silent
  }
  if (!confirmed && reply !== 'EXCUSE_PENDING') {
    const bound = await stepOf(work, found, 'confirm', 'system')
    if (!bound.ok) return bound
  }
  return stepOf(work, found, 'note-absent', work.authority)
}

/** The chair sends home who came, and says why. */
export async function noteDismissed(work: DeedWork<DeedOf<'dismiss'>>): Promise<Done> {
  const found = await memberHere(work)
  if ('because' in found) return found
  const { db, context, deed, by, authority } = work
  const step = { election: context.election, assignmentId: found.assignmentId, by, authority }
  return stepIn(db, context, { ...step, reason: deed.reason }, 'dismiss')
}

function stepOf(
  { db, context, by }: DeedWork,
  { assignmentId }: SeatedAssignment,
  transition: Transition,
  authority: Authority,
  effects?: EffectsOf,
): Promise<Stepped> {
  return stepIn(db, context, { election: context.election, assignmentId, by, authority }, transition, effects)
}
