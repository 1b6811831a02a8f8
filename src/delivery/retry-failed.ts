import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../platform/free-text.ts'
import { type Result, refused } from '../platform/result.ts'
import type { CampaignRef } from './campaign.ts'
import { reasons } from './delivery.ts'
import { sendAgain } from './delivery-store.ts'

export interface Retry extends CampaignRef {
  /** The code of one group of refused documents, or every group: never by leaving it out. */
  readonly group: { readonly reason: string } | 'all'
  readonly by: string
}

/**
 * Lets refused documents go again once their cause is mended; answers how many. An `unconfirmed` document is in no group:
 * that one takes a person and evidence. Nor is one that a person settled as refused, with evidence.
 */
export async function retryFailed(
  { database, clock }: { database: Database; clock: Clock },
  { municipalityId, campaignId, group, by }: Retry,
): Promise<Result<{ readonly count: number }, 'settled-stays' | NumberInText>> {
  const reason = group === 'all' ? null : group.reason
  const inText = refuseNumbers(reason ?? undefined)
  if (inText) return inText
  if (reason === reasons.settled) return refused('settled-stays')
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
    return { ok: true, count }
  })
}
