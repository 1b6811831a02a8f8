import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { choose, showSeatingOfBureau } from './bureau-page.tsx'
import { ask, dropOne, propose, stop } from './deeds.ts'
import { showSeatingPage } from './seating-page.tsx'

const manage = { right: 'bureaus.manage' } as const
const opened = { ...manage, audit: 'bureaus.seating-opened' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.seating, opened, withElection(showSeatingPage)),
  post(paths.seating, { ...manage, audit: 'bureaus.seating-asked' }, withElection(ask)),
  post(paths.stopSeating, { ...manage, audit: 'bureaus.seating-stopped' }, withElection(stop)),
  post(paths.proposeSeating, { ...manage, audit: 'bureaus.seating-proposal-asked' }, withElection(propose)),
  post(
    paths.dropSeatingChoice,
    { ...manage, audit: 'bureaus.seating-choice-dropped' },
    withElection(dropOne),
  ),
  get(
    paths.seatingOfBureau,
    opened,
    withElection((desk) => showSeatingOfBureau(desk)),
  ),
  post(paths.seatingOfBureau, { ...manage, audit: 'bureaus.seating-chosen' }, withElection(choose)),
]
