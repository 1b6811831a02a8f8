import { get, post, type Route } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import type { DeskDeps } from '../desk-deps.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { handIn, submitDevice, submitRevoking, tellStanding } from './device-deeds.tsx'
import { showIssue, submitIssue } from './issue-page.tsx'
import { showNoNetwork } from './no-network-page.tsx'
import { showOffline } from './offline-page.tsx'
import { shellFileRoutes } from './shell-files.ts'
import { showShell } from './shell-page.tsx'
import { showTake, streamPack } from './take-pack-page.tsx'

const gives = 'letters.duplicate'
const right = 'duplicates.take-offline'

export const routes: readonly DeskRoute[] = [
  get(paths.offline, { right: gives, audit: 'offline.opened' }, withElection(showOffline)),
  post(paths.offline, { right: gives, audit: 'letters.duplicated-offline' }, withElection(handIn)),
  post(paths.enrolDevice, { right, audit: 'offline.device-enrolled' }, withElection(submitDevice)),
  post(paths.revokeDevice, { right, audit: 'offline.device-revoked' }, withElection(submitRevoking)),
  // An address list of the whole town leaves the building: whoever takes it proves again who they are.
  get(paths.takePack, { right, audit: 'offline.taking-opened', fresh: true }, withElection(showTake)),
  post(paths.takePack, { right, audit: 'offline.pack-taken', fresh: true }, withElection(streamPack)),
  get(paths.offlineIssue, { right, audit: 'offline.issue-opened' }, withElection(showIssue)),
  post(paths.offlineIssue, { right, audit: 'offline.issue-settled' }, withElection(submitIssue)),
]

/** What a browser keeps, and asks with nobody logged in: nobody's data is in it. */
export function routesWithoutLogin(deps: DeskDeps): readonly Route[] {
  return [
    get(paths.offlineCounter, 'public', (context) => showShell(deps, context)),
    get(paths.noNetwork, 'public', (context) => showNoNetwork(deps, context)),
    ...shellFileRoutes,
    post(paths.deviceStanding, 'public', (context) => tellStanding(deps, context)),
  ]
}
