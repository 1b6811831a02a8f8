import { recordAudit } from '../platform/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type NumberInText, refuseNumbers } from '../platform/free-text.ts'
import type { DocumentId } from '../platform/ids.ts'
import { type Result, refused } from '../platform/result.ts'
import type { CampaignRef } from './campaign.ts'
import { settle, stateOf } from './delivery-store.ts'

export interface Settlement extends CampaignRef {
  readonly documentId: DocumentId
  readonly as: 'delivered' | 'refused' | 'send-again'
  /** How the person knows: an answer of the helpdesk, a look in the registry. Without names or numbers of people. */
  readonly evidence: string
  readonly by: string
}

/** A person decides, with evidence, what an unconfirmed delivery is. What was taken back is not sent again. */
export async function settleUnconfirmed(
  { database, clock }: { database: Database; clock: Clock },
  { municipalityId, campaignId, documentId, as, evidence, by }: Settlement,
): Promise<Result<object, 'evidence-missing' | 'not-unconfirmed' | 'taken-back' | NumberInText>> {
  if (evidence.trim().length < 3) return refused('evidence-missing')
  const inText = refuseNumbers(evidence)
  if (inText) return inText
  const state = as === 'send-again' ? 'waiting' : as
  return database.inScope(staffOf(municipalityId), async (db) => {
    const settled = await settle(db, { municipalityId, campaignId }, { documentId, state, now: clock.now() })
    if (!settled) {
      const found = await stateOf(db, { municipalityId, campaignId }, documentId)
      return refused(found === 'unconfirmed' ? 'taken-back' : 'not-unconfirmed')
    }
    const details = { campaignId, as, evidence }
    await recordAudit(db, {
      municipalityId,
      actor: by,
      action: 'delivery.settled',
      subject: documentId,
      details,
    })
    return { ok: true }
  })
}
