import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { CampaignRef } from './campaign.ts'
import { sendAgain } from './delivery-store.ts'

/**
 * Lets refused documents go again once their cause is mended: one group by its reason, or all. Answers how many.
 * An `unconfirmed` document is never in such a group: that one takes a person and evidence.
 */
export function retryFailed(
  { database, clock }: { database: Database; clock: Clock },
  { municipalityId, campaignId, reason, by }: CampaignRef & { reason?: string; by: string },
): Promise<number> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const count = await sendAgain(db, { municipalityId, campaignId }, { reason, now: clock.now() })
    const details = { count, reason: reason ?? 'any' }
    await recordAudit(db, {
      municipalityId,
      actor: by,
      action: 'delivery.retried',
      subject: campaignId,
      details,
    })
    return count
  })
}
