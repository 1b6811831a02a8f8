import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { showAreaBoard, streamAreaBoard } from './board-page.tsx'
import { showAreaBureaus } from './bureaus-page.tsx'
import { showAreaExcuses } from './excuses-page.tsx'
import { showAreaProposals } from './proposals-page.tsx'
import { signInArea } from './sign.ts'
import { withArea } from './with-area.ts'

/** Of a court or main bureau only: no role of a municipality has this right. */
const inArea = { right: 'bureaus.designate' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.areaBureaus, { ...inArea, audit: 'bureaus.area-opened' }, withArea(showAreaBureaus)),
  get(
    paths.areaProposals,
    { ...inArea, audit: 'bureaus.area-proposals-opened' },
    withArea(showAreaProposals),
  ),
  post(
    paths.areaDesignate,
    { ...inArea, audit: 'bureaus.assignment-stepped', fresh: true },
    withArea(signInArea),
  ),
  get(paths.areaExcuses, { ...inArea, audit: 'bureaus.area-excuses-opened' }, withArea(showAreaExcuses)),
  get(paths.areaBoard, { ...inArea, audit: 'bureaus.area-board-opened' }, withArea(showAreaBoard)),
  get(
    paths.areaBoardStream,
    { ...inArea, audit: 'bureaus.area-board-followed', passive: true },
    withArea(streamAreaBoard),
  ),
]
