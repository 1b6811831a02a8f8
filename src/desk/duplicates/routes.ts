import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { searchVoters, showCounter } from './counter-page.tsx'
import { printEmergency, showEmergency } from './emergency-page.tsx'
import { submitDuplicate } from './issue-duplicate.ts'
import { openIssued, showIssued } from './issued-page.tsx'
import { showWhereToVote } from './meanwhile.tsx'
import { showVoter } from './voter-page.tsx'

const right = 'letters.duplicate'

export const routes: readonly DeskRoute[] = [
  get(paths.duplicates, { right, audit: 'duplicates.opened' }, withElection(showCounter)),
  post(paths.duplicates, { right, audit: 'voters.searched' }, withElection(searchVoters)),
  post(paths.duplicateVoter, { right, audit: 'voters.opened' }, withElection(showVoter)),
  post(paths.issueDuplicate, { right, audit: 'letters.duplicated' }, withElection(submitDuplicate)),
  get(paths.issuedDuplicate, { right, audit: 'duplicates.shown' }, withElection(showIssued)),
  post(paths.issuedDuplicate, { right, audit: 'letters.duplicate-opened' }, withElection(openIssued)),
  get(paths.whereToVote, { right, audit: 'duplicates.opened' }, withElection(showWhereToVote)),
  get(paths.emergencyList, { right, audit: 'voters.emergency-list-opened' }, withElection(showEmergency)),
  post(paths.emergencyList, { right, audit: 'voters.emergency-list-printed' }, withElection(printEmergency)),
]
