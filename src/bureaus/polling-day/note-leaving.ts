import { refused } from '../../platform/result.ts'
import { timelineOf } from '../assignments/assignment-store.ts'
import { stepIn } from '../assignments/step-assignment.ts'
import { memberHere } from './attend.ts'
import type { DeedOf } from './day-deed.ts'
import type { DeedWork, Done } from './note-deed.ts'
import { notedSteps } from './noted-steps.ts'
import { dayInBureau } from './presence.ts'

/** Who was there goes home before the end, with why: the seat is free, and what was sworn and when they came stays. */
export async function noteLeaving(work: DeedWork<DeedOf<'leave'>>): Promise<Done> {
  const found = await memberHere(work)
  if ('because' in found) return found
  const { db, context, deed, at, by, authority } = work
  const { attendance } = found.axes
  if (attendance === 'LEFT') return refused('already-noted')
  if (attendance === 'DISMISSED') return refused('sent-home-before')
  if (attendance !== 'PRESENT' && attendance !== 'LATE') return refused('not-there')
  const { there } = dayInBureau(notedSteps(await timelineOf(db, context.election, found.assignmentId)))
  const since = there.at(-1)?.from
  if (since && at < since) return refused('before-arrival')
  const step = { election: context.election, assignmentId: found.assignmentId, by, authority }
  return stepIn(db, context, { ...step, reason: deed.reason }, 'leave')
}
