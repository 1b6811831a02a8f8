import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection, withPartOfElection } from '../../with-election.ts'
import { giveAccess, takeAccess } from './access-deeds.tsx'
import { giveAccesses } from './accesses-deed.tsx'
import { showBoard } from './board-page.tsx'
import { streamBoard } from './board-stream.ts'
import { showDayPage } from './day-page.tsx'
import { showList } from './list-page.tsx'
import { showLists } from './lists-page.tsx'
import { notePhoned, showPhoned } from './phoned-page.tsx'
import { sendReserve, showReserve } from './reserve-page.tsx'
import { withDay } from './with-day.ts'

const looking = { right: 'bureaus.read' } as const
const keeping = { right: 'bureaus.manage' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.bureauBoard, { ...looking, audit: 'bureaus.board-opened' }, withPartOfElection(showBoard)),
  get(
    paths.bureauBoardStream,
    { ...looking, audit: 'bureaus.board-followed', passive: true },
    withPartOfElection(streamBoard),
  ),
  get(
    paths.reserveForSeat,
    { ...keeping, audit: 'bureaus.reserve-opened' },
    withDay((desk) => showReserve(desk)),
  ),
  post(paths.reserveForSeat, { ...keeping, audit: 'bureaus.assignment-stepped' }, withDay(sendReserve)),
  get(
    paths.bureauDay,
    { ...looking, audit: 'bureaus.day-opened' },
    withDay((desk) => showDayPage(desk)),
  ),
  get(paths.bureauDayList, { ...looking, audit: 'bureaus.day-list-opened' }, withDay(showList)),
  get(
    paths.phonedDeed,
    { ...keeping, audit: 'bureaus.phoned-deed-opened' },
    withDay((desk) => showPhoned(desk)),
  ),
  post(paths.phonedDeed, { ...keeping, audit: 'bureaus.day-noted' }, withDay(notePhoned)),
  get(paths.bureauDayLists, { ...keeping, audit: 'bureaus.day-lists-opened' }, withElection(showLists)),
  post(paths.chairAccesses, { ...keeping, audit: 'bureaus.access-made' }, withElection(giveAccesses)),
  post(paths.chairAccess, { ...keeping, audit: 'bureaus.access-made' }, withDay(giveAccess)),
  post(paths.revokeChairAccess, { ...keeping, audit: 'bureaus.access-revoked' }, withDay(takeAccess)),
]
