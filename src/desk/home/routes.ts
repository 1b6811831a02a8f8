import { get } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { showCalendar } from './calendar-page.tsx'
import { showElection } from './election-page.tsx'
import { showStart } from './start-page.tsx'

export const routes: readonly DeskRoute[] = [
  get(paths.start, { right: 'desk.enter', audit: 'desk.opened' }, showStart),
  get(paths.election, { right: 'desk.read', audit: 'election.opened' }, withElection(showElection)),
  get(paths.calendar, { right: 'desk.read', audit: 'calendar.opened' }, withElection(showCalendar)),
]
