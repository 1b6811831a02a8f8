import { recordAudit } from '../../platform/audit.ts'
import { refused } from '../../platform/result.ts'
import { appointIn } from '../assignments/appoint-on-the-spot.ts'
import { holdSeat } from '../assignments/assignment-store.ts'
import { upsertMember } from '../assignments/member-store.ts'
import { type DeedOf, seatOf } from './day-deed.ts'
import { listedVoter } from './listed-voter.ts'
import type { DeedWork, Done } from './note-deed.ts'
import { noteOath } from './swear.ts'

/** A voter who is there completes the bureau (KWB 103, LPKD 126 and 150); no national number leaves this place. */
export async function appointVoter(work: DeedWork<DeedOf<'appoint'>>): Promise<Done> {
  const { db, context, deed, bureauId, by, authority } = work
  const { election, now } = context
  const { municipalityId } = election
  const seat = await holdSeat(db, election, seatOf(deed.seatId))
  if (seat?.bureauId !== bureauId) return refused('not-of-this-bureau')
  const found = await listedVoter(db, context, deed)
  if (!found.ok) return found
  const memberId = await upsertMember(db, election, found.person, now)
  await recordAudit(db, { municipalityId, actor: by, action: 'bureaus.member-recorded', subject: memberId })
  const appointed = await appointIn(db, context, { election, seatId: seat.seatId, memberId, by, authority })
  if (!appointed.ok) return appointed
  return deed.sworn ? noteOath(work, appointed.assignment) : { ok: true }
}
