import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { commit, downloadDrawFile, downloadRecipe, hold, withdraw } from './carry-out.ts'
import { showDraw } from './draw-page.tsx'

const read = { right: 'bureaus.read' } as const
const manage = { right: 'bureaus.manage' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.draw, { ...read, audit: 'bureaus.draw-opened' }, withElection(showDraw)),
  post(paths.commitDraw, { ...manage, audit: 'bureaus.draw-committed' }, withElection(commit)),
  post(
    paths.holdDraw,
    { right: 'bureaus.draw', audit: 'bureaus.draw-held', fresh: true },
    withElection(hold),
  ),
  post(paths.withdrawDraw, { ...manage, audit: 'bureaus.draw-withdrawn' }, withElection(withdraw)),
  get(paths.drawFile, { ...read, audit: 'bureaus.draw-downloaded' }, withElection(downloadDrawFile)),
  get(paths.drawRecipe, { ...read, audit: 'bureaus.draw-recipe-downloaded' }, withElection(downloadRecipe)),
]
