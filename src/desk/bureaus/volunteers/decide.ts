import { confirmByPhone, decideOffer } from '../../../bureaus/index.ts'
import type { ElectionDesk } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { notFoundPage } from '../../refusal-pages.tsx'
import { seeOther } from '../../show-page.tsx'
import { because } from './texts.nl.ts'
import { showOne, volunteerOf } from './volunteer-page.tsx'

/** Writes down that the clerk called who gave no address, and the offer is truly theirs. */
export async function recordConfirmed(desk: ElectionDesk) {
  const { deps, election, staff } = desk
  const volunteerId = volunteerOf(desk)
  if (!volunteerId) return notFoundPage(desk)
  if (!(await confirmByPhone(deps, { election, volunteerId, by: staff.staffId })))
    return showOne(desk, { waarom: because['not-in-this-state'] })
  const page = paths.volunteer({ election: election.code, volunteer: volunteerId })
  return seeOther(desk, page, 'volunteer-confirmed')
}

/** Accepts an offer, or refuses it with a reason. */
export async function recordDecision(desk: ElectionDesk) {
  const { deps, election, staff, form } = desk
  const volunteerId = volunteerOf(desk)
  if (!volunteerId) return notFoundPage(desk)
  const accepts = form.text('besluit') === 'ja'
  const reason = form.text('waarom')
  const decided = await decideOffer(deps, { election, volunteerId, accepts, reason, by: staff.staffId })
  if (!decided.ok) return showOne(desk, { waarom: because[decided.because] })
  const page = paths.volunteers({ election: election.code })
  return seeOther(desk, page, accepts ? 'volunteer-accepted' : 'volunteer-refused')
}
