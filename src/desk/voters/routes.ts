import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { accept, showAccept } from './accept-page.tsx'
import { close, showClose } from './close-page.tsx'
import { showDifference, showDiffering } from './difference-page.tsx'
import { downloadFindings, downloadSheet } from './downloads.ts'
import { showVotersList } from './list-page.tsx'
import { receiveSheet, showMend } from './mend-page.tsx'
import { readAgain, showReading, stop } from './reading-page.tsx'
import { showReport, showRows } from './report-page.tsx'
import { search, showSearch } from './search-page.tsx'
import { receive, receiveJoined, showBeside, showUpload } from './upload-page.tsx'
import { showVoter } from './voter-page.tsx'

const importing = { right: 'voters.import' } as const
const reading = { right: 'voters.read' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.voters, { ...reading, audit: 'voters.list-opened' }, withElection(showVotersList)),
  get(paths.votersUpload, { ...importing, audit: 'voters.upload-opened' }, withElection(showUpload)),
  post(
    paths.votersUpload,
    { ...importing, audit: 'voters.list-uploaded', upload: true },
    withElection(receive),
  ),
  get(paths.votersBeside, { ...importing, audit: 'voters.upload-opened' }, withElection(showBeside)),
  post(
    paths.votersBeside,
    { ...importing, audit: 'voters.imported', upload: true },
    withElection(receiveJoined),
  ),
  get(paths.votersReading, { ...importing, audit: 'voters.reading-opened' }, withElection(showReading)),
  post(paths.votersStop, { ...importing, audit: 'voters.reading-stopped' }, withElection(stop)),
  post(paths.votersAgain, { ...importing, audit: 'voters.imported' }, withElection(readAgain)),
  get(paths.votersReport, { ...reading, audit: 'voters.report-opened' }, withElection(showReport)),
  post(paths.votersReport, { ...importing, audit: 'voters.rows-shown' }, withElection(showRows)),
  get(
    paths.votersFindings,
    { ...importing, audit: 'voters.findings-downloaded' },
    withElection(downloadFindings),
  ),
  get(paths.votersSheet, { ...importing, audit: 'voters.sheet-downloaded' }, withElection(downloadSheet)),
  get(paths.votersMend, { ...importing, audit: 'voters.mending-opened' }, withElection(showMend)),
  post(
    paths.votersMend,
    { ...importing, audit: 'voters.imported', upload: true },
    withElection(receiveSheet),
  ),
  get(
    paths.votersDifference,
    { ...reading, audit: 'voters.difference-opened' },
    withElection(showDifference),
  ),
  post(paths.votersDifference, { ...reading, audit: 'voters.compared' }, withElection(showDiffering)),
  get(
    paths.votersAccept,
    { right: 'voters.accept', audit: 'voters.acceptance-opened' },
    withElection(showAccept),
  ),
  post(paths.votersAccept, { right: 'voters.accept', audit: 'voters.accepted' }, withElection(accept)),
  get(paths.votersClose, { right: 'voters.close', audit: 'voters.closing-opened' }, withElection(showClose)),
  post(
    paths.votersClose,
    { right: 'voters.close', audit: 'voters.closed', fresh: true },
    withElection(close),
  ),
  get(paths.voterSearch, { ...reading, audit: 'voters.search-opened' }, withElection(showSearch)),
  post(paths.voterSearch, { ...reading, audit: 'voters.searched' }, withElection(search)),
  post(paths.voter, { ...reading, audit: 'voters.opened' }, withElection(showVoter)),
]
