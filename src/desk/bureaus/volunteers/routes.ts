import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { recordConfirmed, recordDecision } from './decide.ts'
import { changeCall, showList } from './list-page.tsx'
import { recordNew, showNew } from './new-page.tsx'
import { proposeForSeat } from './propose.ts'
import { showOne } from './volunteer-page.tsx'

const read = { right: 'bureaus.read' } as const
const manage = { right: 'bureaus.manage' } as const

export const routes: readonly DeskRoute[] = [
  get(
    paths.volunteers,
    { ...read, audit: 'bureaus.volunteers-opened' },
    withElection((desk) => showList(desk)),
  ),
  post(paths.volunteerCall, { ...manage, audit: 'bureaus.volunteer-call-changed' }, withElection(changeCall)),
  get(
    paths.newVolunteer,
    { ...manage, audit: 'bureaus.volunteer-form-opened' },
    withElection((desk) => showNew(desk)),
  ),
  post(paths.newVolunteer, { ...manage, audit: 'bureaus.volunteer-recorded' }, withElection(recordNew)),
  get(
    paths.volunteer,
    { ...read, audit: 'bureaus.volunteer-shown' },
    withElection((desk) => showOne(desk)),
  ),
  post(
    paths.confirmVolunteer,
    { ...manage, audit: 'bureaus.volunteer-confirmed' },
    withElection(recordConfirmed),
  ),
  post(
    paths.decideVolunteer,
    { ...manage, audit: 'bureaus.volunteer-decided' },
    withElection(recordDecision),
  ),
  post(
    paths.proposeVolunteer,
    { ...manage, audit: 'bureaus.assignment-stepped' },
    withElection(proposeForSeat),
  ),
]
