import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { carryOut } from './carry-out.ts'
import { downloadEmptyFile, downloadFaults } from './downloads.ts'
import { lookAgain, showProgress, stop } from './progress-page.tsx'
import { showReport } from './report-page.tsx'
import { receive, showUpload } from './upload-page.tsx'

const amending = { right: 'voters.amend' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.amendByFile, { ...amending, audit: 'voters.amending-opened' }, withElection(showUpload)),
  post(
    paths.amendByFile,
    { ...amending, audit: 'voters.amendments-uploaded', upload: true },
    withElection(receive),
  ),
  get(
    paths.amendmentsExample,
    { ...amending, audit: 'voters.amending-opened' },
    withElection(downloadEmptyFile),
  ),
  get(paths.amendmentsProgress, { ...amending, audit: 'voters.amending-opened' }, withElection(showProgress)),
  post(paths.amendmentsStop, { ...amending, audit: 'voters.reading-stopped' }, withElection(stop)),
  post(paths.amendmentsAgain, { ...amending, audit: 'voters.amendments-checked' }, withElection(lookAgain)),
  get(paths.amendmentsReport, { ...amending, audit: 'voters.amending-opened' }, withElection(showReport)),
  get(
    paths.amendmentsFindings,
    { ...amending, audit: 'voters.findings-downloaded' },
    withElection(downloadFaults),
  ),
  post(
    paths.amendmentsCarryOut,
    { ...amending, audit: 'voters.amended', fresh: true },
    withElection(carryOut),
  ),
]
