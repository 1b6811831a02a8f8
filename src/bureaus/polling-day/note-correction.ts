import { dayInBelgium } from '../../platform/dates.ts'
import { refused } from '../../platform/result.ts'
import type { SeatedAssignment } from '../assignments/assignment.ts'
import { timelineOf } from '../assignments/assignment-store.ts'
import { isAway } from '../assignments/axes.ts'
import { correctAttendanceIn } from '../assignments/correct-attendance.ts'
import { meetingMoment } from '../bureau-moments.ts'
import { closeReasonAfter } from '../excuses/close-after.ts'
import { expectedLater, memberHere } from './attend.ts'
import type { DeedOf } from './day-deed.ts'
import type { DeedWork, Done } from './note-deed.ts'

/**
 * What stood there of somebody was not so. To absent under the bounds of absent: not before the hour, not whom no call reached. Who left
 * comes back after that, or never went.
 */
export async function noteCorrection(work: DeedWork<DeedOf<'correct'>>): Promise<Done> {
  const found = await memberHere(work)
  if ('because' in found) return found
  const { db, context, deed, at, by, authority } = work
  const { election, rules } = context
  const { to } = deed
  if (to === 'ABSENT') {
    const meets = meetingMoment(rules, election, found)
    if (meets && context.now < meets) return refused('too-early')
    // Written down with an arrival that was not: no call had reached this person before.
    if (!found.deliveredAt || dayInBelgium(found.deliveredAt) >= election.pollingDay)
      return refused('never-told')
  }
  if (to === 'THERE' && found.axes.attendance === 'LEFT' && (await leftAfter(work, found)))
    return refused('before-leaving')
  const expectedAt = to === 'THERE' ? await expectedLater(work, found) : undefined
  const step = { election, assignmentId: found.assignmentId, by, authority, to, arrivedAt: at }
  const done = await correctAttendanceIn(db, context, { ...step, ...(expectedAt && { expectedAt }) })
  if (done.ok && !isAway(done.assignment.axes)) await closeReasonAfter(db, context, found.assignmentId)
  return done
}

async function leftAfter(
  { db, context, at }: DeedWork,
  { assignmentId }: SeatedAssignment,
): Promise<boolean> {
  const timeline = await timelineOf(db, context.election, assignmentId)
  const left = timeline.findLast(({ transition }) => transition === 'leave')
  return left !== undefined && at < left.happenedAt
}
