import { recordAudit } from '../platform/audit.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { CampaignRef } from './campaign.ts'
import { type DeliveryOutcome, unconfirmedAfter } from './delivery-overview.ts'

const pageSize = 1000

/** Every document of which nobody knows whether it arrived, in order of its id. Who looked is written down. */
export function listUnconfirmed(
  { database }: { database: Database },
  { municipalityId, campaignId, by }: CampaignRef & { readonly by: string },
): Promise<DeliveryOutcome[]> {
  const campaign = { municipalityId, campaignId }
  return database.inScope(staffOf(municipalityId), async (db) => {
    const found: DeliveryOutcome[] = []
    for (let isMore = true; isMore; ) {
      const page = await unconfirmedAfter(db, campaign, found.at(-1)?.documentId, pageSize)
      found.push(...page)
      isMore = page.length === pageSize
    }
    await recordAudit(db, {
      ...{ municipalityId, actor: by, action: 'delivery.unconfirmed-listed', subject: campaignId },
    })
    return found
  })
}
