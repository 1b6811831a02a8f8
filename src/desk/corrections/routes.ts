import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { add, showAdd } from './add-page.tsx'
import { correct, showCorrect } from './correct-page.tsx'
import { showNewPicture, showOldAndNew } from './old-and-new-page.tsx'
import { showCorrections } from './overview-page.tsx'
import { showStrike, strike } from './strike-page.tsx'
import { stopTakingBack, takeBack } from './take-back.tsx'

const amending = { right: 'voters.amend' } as const
const looking = { right: 'voters.read' } as const

export const routes: readonly DeskRoute[] = [
  get(
    paths.corrections,
    { right: 'letters.read', audit: 'corrections.opened' },
    withElection((desk) => showCorrections(desk)),
  ),
  get(paths.oldAndNew, { ...looking, audit: 'corrections.compared' }, withElection(showOldAndNew)),
  get(paths.newPicture, { ...looking, audit: 'corrections.compared' }, withElection(showNewPicture)),
  post(
    paths.takeBackOutdated,
    { right: 'letters.withdraw', audit: 'letters.run-asked', fresh: true },
    withElection(takeBack),
  ),
  post(
    paths.stopTakingBack,
    { right: 'letters.withdraw', audit: 'letters.run-stopped' },
    withElection(stopTakingBack),
  ),
  get(paths.voterStrike, { ...amending, audit: 'voters.amending-opened' }, withElection(showStrike)),
  post(paths.voterStrike, { ...amending, audit: 'voters.opened' }, withElection(showStrike)),
  post(paths.voterStrikeNow, { ...amending, audit: 'voters.struck' }, withElection(strike)),
  get(paths.voterCorrect, { ...amending, audit: 'voters.amending-opened' }, withElection(showCorrect)),
  post(paths.voterCorrect, { ...amending, audit: 'voters.opened' }, withElection(showCorrect)),
  post(paths.voterCorrectNow, { ...amending, audit: 'voters.corrected' }, withElection(correct)),
  get(paths.voterAdd, { ...amending, audit: 'voters.amending-opened' }, withElection(showAdd)),
  post(paths.voterAdd, { ...amending, audit: 'voters.addition-checked' }, withElection(showAdd)),
  post(paths.voterAddNow, { ...amending, audit: 'voters.added' }, withElection(add)),
]
