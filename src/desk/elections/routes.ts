import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { receiveNewElection, showAddElection, withRuleset } from './add-page.tsx'
import {
  changeElection,
  receiveElectionChange,
  showChangeElection,
  showChangeElectionByFile,
} from './change-page.tsx'
import { sendElectionFile, showFacts } from './facts-page.tsx'
import { receiveElection, showKinds } from './kinds-page.tsx'

const right = 'elections.manage'
const opened = { right, audit: 'election.add-opened' } as const
/** What is only looked at writes nothing. */
const added = { right, audit: 'election.added' } as const
const shown = { right, audit: 'election.change-opened' } as const
const updated = { right, audit: 'election.updated' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.addElection, opened, (desk) => showKinds(desk)),
  post(paths.addElection, { ...added, upload: true }, receiveElection),
  get(paths.addElectionOf, opened, withRuleset(showAddElection)),
  post(paths.addElectionOf, added, withRuleset(receiveNewElection)),
  get(
    paths.electionFacts,
    { right: 'desk.read', audit: 'election.facts-opened' },
    withElection((desk) => showFacts(desk)),
  ),
  get(paths.electionFile, { right, audit: 'election.file-taken' }, withElection(sendElectionFile)),
  get(paths.changeElection, shown, withElection(showChangeElection)),
  post(paths.changeElection, updated, withElection(changeElection)),
  get(paths.changeElectionByFile, shown, withElection(showChangeElectionByFile)),
  post(paths.changeElectionByFile, { ...updated, upload: true }, withElection(receiveElectionChange)),
]
