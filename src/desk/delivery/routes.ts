import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { downloadPrintFile } from './download-print-file.tsx'
import { downloadPrintZip } from './download-print-zip.tsx'
import { figuresFile, showFigures } from './figures-page.tsx'
import { findOneLetter, showOneLetter } from './one-letter-page.tsx'
import { askPrintAgain, makePrintFiles, printAgain, showPrintFiles } from './print-page.tsx'
import { showDeliveries, showProgress } from './progress-page.tsx'
import { streamProgress } from './progress-stream.ts'
import { askReadStatus, readStatusFile, showReadStatus } from './read-status-page.tsx'
import { followUp, register, showReturned } from './returned-page.tsx'
import { setSchedule, showSchedule } from './schedule-page.tsx'
import { resume, stop } from './stop-or-resume.tsx'
import { askRetry, retry, showTroubles } from './troubles-page.tsx'
import { settle, showUnconfirmed } from './unconfirmed-page.tsx'
import { holdBack, letAll, sendToSection, sendToTesters, showWaves } from './waves-page.tsx'
import { withCampaign } from './with-campaign.ts'

const look = { right: 'desk.read', audit: 'delivery.opened' } as const

export const routes: readonly DeskRoute[] = [
  get(paths.deliveries, look, withElection(showDeliveries)),
  get(paths.delivery, look, withCampaign(showProgress)),
  get(
    paths.deliveryStream,
    { right: 'desk.read', audit: 'delivery.followed', passive: true },
    withCampaign(streamProgress),
  ),
  post(paths.deliveryStop, { right: 'delivery.run', audit: 'delivery.campaign-stopped' }, withCampaign(stop)),
  post(
    paths.deliveryResume,
    { right: 'delivery.run', audit: 'delivery.campaign-resumed', fresh: true },
    withCampaign(resume),
  ),
  get(paths.waves, look, withCampaign(showWaves)),
  post(paths.holdBack, { right: 'delivery.run', audit: 'delivery.held-back' }, withCampaign(holdBack)),
  post(
    paths.waveOfTesters,
    { right: 'delivery.run', audit: 'delivery.wave-sent', fresh: true },
    withCampaign(sendToTesters),
  ),
  post(
    paths.waveOfSection,
    { right: 'delivery.run', audit: 'delivery.wave-sent', fresh: true },
    withCampaign(sendToSection),
  ),
  post(
    paths.letAllGo,
    { right: 'delivery.run', audit: 'delivery.all-let-go', fresh: true },
    withCampaign(letAll),
  ),
  get(paths.schedule, look, withCampaign(showSchedule)),
  post(
    paths.schedule,
    { right: 'delivery.run', audit: 'delivery.scheduled', fresh: true },
    withCampaign(setSchedule),
  ),
  get(paths.troubles, look, withCampaign(showTroubles)),
  get(paths.retryGroup, { right: 'delivery.run', audit: 'delivery.opened' }, withCampaign(askRetry)),
  post(
    paths.retryGroup,
    { right: 'delivery.run', audit: 'delivery.retried', fresh: true },
    withCampaign(retry),
  ),
  get(
    paths.unconfirmed,
    { right: 'delivery.run', audit: 'delivery.unconfirmed-listed' },
    withCampaign(showUnconfirmed),
  ),
  post(
    paths.unconfirmed,
    { right: 'delivery.run', audit: 'delivery.settled', fresh: true },
    withCampaign(settle),
  ),
  get(paths.figures, look, withCampaign(showFigures)),
  get(
    paths.figuresFile,
    { right: 'desk.read', audit: 'delivery.figures-downloaded' },
    withCampaign(figuresFile),
  ),
  get(paths.readStatus, look, withCampaign(showReadStatus)),
  post(
    paths.readStatus,
    { right: 'delivery.run', audit: 'delivery.read-status-pulled' },
    withCampaign(askReadStatus),
  ),
  get(
    paths.readStatusFile,
    { right: 'desk.read', audit: 'delivery.figures-downloaded' },
    withCampaign(readStatusFile),
  ),
  get(paths.oneLetter, { right: 'voters.read', audit: 'delivery.opened' }, withElection(showOneLetter)),
  post(
    paths.oneLetter,
    { right: 'voters.read', audit: 'delivery.timeline-shown' },
    withElection(findOneLetter),
  ),
  get(
    paths.printFiles,
    { right: 'letters.read', audit: 'letters.print-files-listed' },
    withElection(showPrintFiles),
  ),
  post(paths.printFiles, { right: 'delivery.run', audit: 'letters.printed' }, withElection(makePrintFiles)),
  get(
    paths.printAgain,
    { right: 'delivery.run', audit: 'letters.print-files-listed' },
    withElection(askPrintAgain),
  ),
  post(
    paths.printAgain,
    { right: 'delivery.run', audit: 'letters.reprinted', fresh: true },
    withElection(printAgain),
  ),
  get(
    paths.printZip,
    { right: 'delivery.run', audit: 'letters.print-file-downloaded' },
    withElection(downloadPrintZip),
  ),
  get(
    paths.printFile,
    { right: 'delivery.run', audit: 'letters.print-file-downloaded' },
    withElection(downloadPrintFile),
  ),
  get(
    paths.returned,
    { right: 'letters.read', audit: 'letters.returned-listed' },
    withElection(showReturned),
  ),
  post(paths.returned, { right: 'letters.withdraw', audit: 'letters.returned' }, withElection(register)),
  post(
    paths.returnFollowUp,
    { right: 'letters.withdraw', audit: 'letters.return-followed-up' },
    withElection(followUp),
  ),
]
