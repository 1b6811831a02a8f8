import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection, withPartOfElection } from '../../with-election.ts'
import { withArea } from '../area/with-area.ts'
import { showAreaCompositions } from './area-page.tsx'
import { downloadComposition, showComposition } from './composition-page.tsx'
import { send, showCompositions } from './compositions-page.tsx'

const looking = { right: 'bureaus.read' } as const

export const routes: readonly DeskRoute[] = [
  get(
    paths.compositions,
    { ...looking, audit: 'bureaus.compositions-opened' },
    withPartOfElection((desk) => showCompositions(desk)),
  ),
  post(
    paths.compositions,
    { right: 'bureaus.manage', audit: 'bureaus.composition-sent' },
    withElection(send),
  ),
  get(
    paths.composition,
    { ...looking, audit: 'bureaus.composition-looked-at' },
    withPartOfElection(showComposition),
  ),
  get(
    paths.compositionFile,
    { ...looking, audit: 'bureaus.composition-taken' },
    withPartOfElection(downloadComposition),
  ),
  get(
    paths.areaCompositions,
    { right: 'bureaus.designate', audit: 'bureaus.area-compositions-opened' },
    withArea(showAreaCompositions),
  ),
]
