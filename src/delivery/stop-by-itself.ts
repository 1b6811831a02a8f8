import type { CampaignRef } from './campaign.ts'
import type { DeliveryDeps } from './delivery-deps.ts'
import { stopCampaign } from './stop-campaign.ts'

/** Stops a campaign for which no other document would fare better. Who sends it beside us may have been first. */
export async function stopByItself(
  deps: Pick<DeliveryDeps, 'database' | 'log' | 'meter'>,
  { municipalityId, campaignId }: CampaignRef,
  because: string,
): Promise<void> {
  const campaign = { municipalityId, campaignId }
  const { ok } = await stopCampaign(deps, { ...campaign, because, by: 'delivery' })
  if (!ok) return
  deps.log.error({ ...campaign, because }, 'campaign stopped')
  deps.meter?.stopped(because)
}
