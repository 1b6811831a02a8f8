import { get, post } from '../../../platform/http/route.ts'
import type { DeskRoute } from '../../desk.ts'
import { paths } from '../../paths.ts'
import { withElection } from '../../with-election.ts'
import { downloadServices, receiveServices, record, showServices } from './services-page.tsx'

const keeping = { right: 'bureaus.manage' } as const

export const routes: readonly DeskRoute[] = [
  get(
    paths.services,
    { ...keeping, audit: 'bureaus.services-opened' },
    withElection((desk) => showServices(desk)),
  ),
  post(paths.recordServices, { ...keeping, audit: 'bureaus.services-recorded' }, withElection(record)),
  post(
    paths.services,
    { ...keeping, audit: 'bureaus.services-imported', upload: true },
    withElection(receiveServices),
  ),
  get(paths.serviceList, { ...keeping, audit: 'bureaus.services-exported' }, withElection(downloadServices)),
]
