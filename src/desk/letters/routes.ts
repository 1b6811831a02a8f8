import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { showComparison, showComparisonPicture } from './compare-page.tsx'
import { refuse, release, request } from './decide-release.ts'
import { breakTheGlass, showGlass } from './glass-page.tsx'
import { showLetter, showPicture, showText } from './letter-page.tsx'
import { compose, findLetter, showLetters, stop } from './letters-page.tsx'
import { showOwnTextsHistory } from './own-texts-history-page.tsx'
import { changeOwnTexts, showOwnTexts } from './own-texts-page.tsx'
import { showOwnTextsPicture } from './own-texts-preview.tsx'
import { showPreview, showPreviewPicture } from './preview-page.tsx'
import { showProofLetter } from './proof-letter-page.tsx'
import { showProof, takeSample } from './proof-page.tsx'
import { showRelease } from './release-page.tsx'
import { resumeReleasing, stopReleasing } from './releasing.tsx'

const mayCompose = { right: 'letters.compose', audit: 'letters.run-asked' } as const
const mayStop = { right: 'letters.compose', audit: 'letters.run-stopped' } as const
const mayLook = { right: 'voters.read', audit: 'letters.page-opened' } as const

const mayPreview = { right: 'letters.read', audit: 'letters.previewed' } as const
const mayCompare = { right: 'voters.read', audit: 'proof.page-opened' } as const

export const routes: readonly DeskRoute[] = [
  get(
    paths.letters,
    { right: 'letters.read', audit: 'letters.opened' },
    withElection((desk) => showLetters(desk)),
  ),
  post(paths.composeLetters, mayCompose, withElection(compose)),
  post(paths.stopLetters, mayStop, withElection(stop)),
  post(paths.findLetter, { right: 'voters.read', audit: 'letters.shown' }, withElection(findLetter)),
  get(paths.preview, mayPreview, withElection(showPreview)),
  get(paths.previewPicture, mayPreview, withElection(showPreviewPicture)),
  get(
    paths.ownTexts,
    { right: 'municipality.manage', audit: 'municipality.texts-opened' },
    withElection(showOwnTexts),
  ),
  post(
    paths.ownTexts,
    { right: 'municipality.manage', audit: 'municipality.texts-changed' },
    withElection(changeOwnTexts),
  ),
  get(
    paths.ownTextsPicture,
    { right: 'municipality.manage', audit: 'municipality.texts-opened' },
    withElection(showOwnTextsPicture),
  ),
  get(
    paths.ownTextsHistory,
    { right: 'municipality.manage', audit: 'municipality.texts-history-opened' },
    withElection(showOwnTextsHistory),
  ),
  get(paths.letter, mayLook, withElection(showLetter)),
  get(paths.letterText, mayLook, withElection(showText)),
  get(paths.letterPicture, mayLook, withElection(showPicture)),
  get(
    paths.proof,
    { right: 'letters.read', audit: 'proof.opened' },
    withElection((desk) => showProof(desk)),
  ),
  get(paths.proofLetter, { right: 'voters.read', audit: 'proof.page-opened' }, withElection(showProofLetter)),
  get(paths.comparison, mayCompare, withElection(showComparison)),
  get(paths.comparisonPicture, mayCompare, withElection(showComparisonPicture)),
  post(paths.takeSample, mayCompose, withElection(takeSample)),
  get(
    paths.release,
    { right: 'letters.read', audit: 'release.opened' },
    withElection((desk) => showRelease(desk)),
  ),
  post(
    paths.requestRelease,
    { right: 'letters.request-release', audit: 'letters.release-requested' },
    withElection(request),
  ),
  // Who decides does so by the own right, as a deputy, or having broken the glass: `authorityOver` says who may.
  post(
    paths.releaseLetters,
    { right: 'letters.read', audit: 'letters.release-approved', fresh: true },
    withElection(release),
  ),
  post(
    paths.stopRelease,
    { right: 'letters.request-release', audit: 'letters.run-stopped' },
    withElection(stopReleasing),
  ),
  post(
    paths.resumeRelease,
    { right: 'letters.request-release', audit: 'letters.release-resumed', fresh: true },
    withElection(resumeReleasing),
  ),
  post(
    paths.refuseRelease,
    { right: 'letters.read', audit: 'letters.release-refused' },
    withElection(refuse),
  ),
  get(
    paths.breakGlass,
    { right: 'staff.manage', audit: 'release.glass-opened' },
    withElection((desk) => showGlass(desk)),
  ),
  post(
    paths.breakGlass,
    { right: 'staff.manage', audit: 'letters.glass-broken', fresh: true },
    withElection(breakTheGlass),
  ),
]
