import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { giveSeat } from './give-seat.ts'
import { notePhoned, showPhones } from './phones-page.tsx'
import { proposeNextHere, showVacanciesPage } from './vacancies-page.tsx'

const manage = { right: 'bureaus.manage' } as const
const stepped = 'bureaus.assignment-stepped'

export const routes: readonly DeskRoute[] = [
  get(
    paths.vacancies,
    { ...manage, audit: 'bureaus.vacancies-opened' },
    withElection((desk) => showVacanciesPage(desk)),
  ),
  post(paths.proposeNextForSeat, { ...manage, audit: stepped }, withElection(proposeNextHere)),
  get(
    paths.reservePhones,
    { ...manage, audit: 'bureaus.reserve-phones-opened' },
    withElection((desk) => showPhones(desk)),
  ),
  post(paths.reservePhones, { ...manage, audit: 'bureaus.reserve-phoned' }, withElection(notePhoned)),
  post(paths.reserveToSeat, { ...manage, audit: stepped }, withElection(giveSeat)),
]
