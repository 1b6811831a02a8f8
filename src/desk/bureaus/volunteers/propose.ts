import { proposeVolunteer } from '../../../bureaus/index.ts'
import { isId, type VolunteerId } from '../../../platform/ids.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { proposePage, seatOf } from '../propose-page.tsx'
import { because } from './texts.nl.ts'

/** Proposes an accepted volunteer for this seat. */
export async function proposeForSeat(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const found = await seatOf(desk)
  const typed = form.text('vrijwilliger')
  if (!found || !isId(typed)) return notFoundPage(desk)
  const volunteerId = typed as string as VolunteerId
  const { seatId } = found.seat
  const proposed = await proposeVolunteer(deps, { election, seatId, volunteerId, by: staff.staffId })
  if (!proposed.ok) return proposePage(desk, found, { nummer: because[proposed.because] })
  const { number } = found.bureau
  return seeOther(desk, paths.bureau({ election: election.code, number }), 'member-proposed')
}
