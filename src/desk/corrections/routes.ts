import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { add, showAdd } from './add-page.tsx'
import { correct, showCorrect } from './correct-page.tsx'
import { showCorrections } from './overview-page.tsx'
import { showStrike, strike } from './strike-page.tsx'

const mayOpen = { right: 'voters.amend', audit: 'voters.amending-opened' } as const
const mayLook = { right: 'voters.amend', audit: 'voters.opened' } as const

export const routes: readonly DeskRoute[] = [
  get(
    paths.corrections,
    { right: 'letters.read', audit: 'corrections.opened' },
    withElection((desk) => showCorrections(desk)),
  ),
  get(paths.voterStrike, mayOpen, withElection(showStrike)),
  post(paths.voterStrike, mayLook, withElection(showStrike)),
  post(paths.voterStrikeNow, { right: 'voters.amend', audit: 'voters.struck' }, withElection(strike)),
  get(paths.voterCorrect, mayOpen, withElection(showCorrect)),
  post(paths.voterCorrect, mayLook, withElection(showCorrect)),
  post(paths.voterCorrectNow, { right: 'voters.amend', audit: 'voters.corrected' }, withElection(correct)),
  get(paths.voterAdd, mayOpen, withElection(showAdd)),
  post(paths.voterAdd, { right: 'voters.amend', audit: 'voters.addition-checked' }, withElection(showAdd)),
  post(paths.voterAddNow, { right: 'voters.amend', audit: 'voters.added' }, withElection(add)),
]
