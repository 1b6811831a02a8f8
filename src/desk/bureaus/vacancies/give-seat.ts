import { callUpWithLetter, confirm, proposeVolunteer } from '../../../bureaus/index.ts'
import { type AssignmentId, isId, type SeatId, type VolunteerId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { seeOther } from '../../show-page.tsx'
import { wordsFor as calledUpRefused } from '../excuses/decide.ts'
import { because as becauseOfVolunteer } from '../volunteers/texts.nl.ts'
import { showPhones } from './phones-page.tsx'
import { phones as words } from './texts.nl.ts'

/** A member of the reserve is called up to the seat; a volunteer is proposed for it, and a magistrate designates. */
export async function giveSeat(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const who = form.text('wie')
  const seat = form.text(`plaats-${who}`)
  if (!isId(who) || !isId(seat)) return showPhones(desk, { plaats: words.refused.seat })
  const to = { election, by: staff.staffId }
  const seatId = seat as string as SeatId
  const here = paths.reservePhones({ election: election.code })
  if (form.text('als') === 'lid') {
    const step = { ...to, assignmentId: who as string as AssignmentId, toSeat: seatId }
    // Who answered and is not expected yet says so now, on the telephone; of who is, this is refused and changes nothing.
    await confirm(deps, { ...to, assignmentId: step.assignmentId, authority: 'municipality' })
    const act = { ...step, authority: 'municipality' } as const
    const sent = await callUpWithLetter({ ...deps, portalUrl: deps.config.PORTAL_URL }, act)
    if (!sent.ok) return showPhones(desk, { plaats: calledUpRefused(sent.because) })
    return seeOther(desk, here, sent.letterId ? 'reserve-called-up-told' : 'reserve-called-up')
  }
  const volunteerId = who as string as VolunteerId
  const proposed = await proposeVolunteer(deps, { ...to, seatId, volunteerId })
  if (!proposed.ok) return showPhones(desk, { plaats: becauseOfVolunteer[proposed.because] })
  return seeOther(desk, here, 'member-proposed')
}
