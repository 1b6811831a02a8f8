import { get, post } from '../../platform/http/route.ts'
import type { DeskRoute } from '../desk.ts'
import { paths } from '../paths.ts'
import { withElection } from '../with-election.ts'
import { showDeliveries, showProgress } from './progress-page.tsx'
import { streamProgress } from './progress-stream.ts'
import { resume, stop } from './stop-or-resume.tsx'
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
]
