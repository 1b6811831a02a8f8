import { recordAudit } from '../platform/audit.ts'
import type { Db } from '../platform/db/database.ts'
import { type CampaignId, type MunicipalityId, newId } from '../platform/ids.ts'
import type { CampaignMessage, Wave } from './campaign.ts'
import { insertCampaign } from './campaign-store.ts'

export interface NewCampaign {
  /** Of a campaign for which room was made before. Absent: a new one. */
  readonly campaignId?: CampaignId
  readonly municipalityId: MunicipalityId
  readonly documentKind: string
  /** What the `DocumentSource` needs to make the documents again. */
  readonly reference: string
  readonly message: CampaignMessage
  /** Its documents replace others: somebody holds a wrong one until they are there. */
  readonly goesFirst?: boolean
  /** Somebody is waiting for each of its documents: they go before those of all other campaigns. */
  readonly goesAtOnce?: boolean
  /** What alone may leave at first. Absent: all. */
  readonly wave?: Wave | undefined
  /** The person who released the documents. */
  readonly by: string
}

/** Opens a campaign in the caller's transaction: it starts sending once that commits. */
export async function openCampaign(db: Db, campaign: NewCampaign): Promise<CampaignId> {
  const { municipalityId, documentKind, reference, by, campaignId = newId<CampaignId>() } = campaign
  await insertCampaign(db, campaignId, campaign)
  await recordAudit(db, {
    municipalityId,
    actor: by,
    action: 'delivery.campaign-opened',
    subject: campaignId,
    details: { documentKind, reference },
  })
  return campaignId
}
