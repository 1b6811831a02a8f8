import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { maskNumbers } from '../platform/free-text.ts'
import { type Result, refused } from '../platform/result.ts'
import type { CampaignRef } from './campaign.ts'
import { findCampaign, setCampaignState } from './campaign-store.ts'

interface Deps {
  readonly database: Database
}

/**
 * Stops a campaign: within a second no further document leaves, whatever process is sending. Stopping waits for nothing: a reason
 * that may not be kept as it is, is masked instead of refused.
 */
export function stopCampaign(
  { database }: Deps,
  { because: told, by, ...campaign }: CampaignRef & { because: string; by: string },
): Promise<Result<object, 'no-such-campaign' | 'already-stopped'>> {
  const because = maskNumbers(told)
  return database.inScope(staffOf(campaign.municipalityId), async (db) => {
    if (!(await findCampaign(db, campaign))) return refused('no-such-campaign')
    if (!(await setCampaignState(db, campaign, 'stopped', because))) return refused('already-stopped')
    const { municipalityId, campaignId: subject } = campaign
    await recordAudit(db, {
      municipalityId,
      actor: by,
      action: 'delivery.campaign-stopped',
      subject,
      details: { because },
    })
    return { ok: true }
  })
}

/** Lets a stopped campaign go on exactly where it was. */
export function resumeCampaign(
  { database }: Deps,
  { by, ...campaign }: CampaignRef & { by: string },
): Promise<Result<object, 'no-such-campaign' | 'not-stopped'>> {
  return database.inScope(staffOf(campaign.municipalityId), async (db) => {
    if (!(await findCampaign(db, campaign))) return refused('no-such-campaign')
    if (!(await setCampaignState(db, campaign, 'open', null))) return refused('not-stopped')
    const { municipalityId, campaignId: subject } = campaign
    await recordAudit(db, { municipalityId, actor: by, action: 'delivery.campaign-resumed', subject })
    return { ok: true }
  })
}
