import { longDate } from '../../platform/dates.ts'
import type { ElectionDesk } from '../desk.ts'
import { showPage } from '../show-page.tsx'

/** How the campaign of an election stands: what is done, what is next, until when. */
export function showElection(desk: ElectionDesk) {
  const { election } = desk
  return showPage(desk, { title: election.name, caption: longDate(election.pollingDay, 'nl') }, <p />)
}
