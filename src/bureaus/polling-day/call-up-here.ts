import { refused } from '../../platform/result.ts'
import { holdSeat } from '../assignments/assignment-store.ts'
import { callUpIn } from '../assignments/call-up.ts'
import { memberHere } from './attend.ts'
import { type DeedOf, seatOf } from './day-deed.ts'
import type { DeedWork, Done } from './note-deed.ts'

/** A substitute of this bureau takes one of its seats that is empty. */
export async function callUpHere(work: DeedWork<DeedOf<'call-up'>>): Promise<Done> {
  const found = await memberHere(work)
  if ('because' in found) return found
  const { db, context, deed, bureauId, by, authority } = work
  const { election } = context
  const toSeat = seatOf(deed.seatId)
  const seat = await holdSeat(db, election, toSeat)
  if (seat?.bureauId !== bureauId) return refused('not-of-this-bureau')
  return callUpIn(db, context, { election, assignmentId: found.assignmentId, by, authority, toSeat })
}
