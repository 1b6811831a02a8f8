import type { ElectionDesk } from '../desk.ts'
import { showPage } from '../show-page.tsx'
import { texts } from './texts.nl.ts'

/** Every deadline of the election in order of time, with its article. */
export function showCalendar(desk: ElectionDesk) {
  return showPage(desk, { title: texts.calendar.title, caption: desk.election.name }, <p />)
}
