import type { CampaignId, MunicipalityId } from '../platform/ids.ts'

/** What all documents of a campaign have in common. Fixed when the campaign is opened. */
export interface CampaignMessage {
  readonly subject: string
  /** ASCII, with its extension. */
  readonly fileName: string
  readonly language: 'nl' | 'fr' | 'de'
  readonly messageTypeId: string
  readonly senderEnterpriseNumber: string
  readonly senderApplicationId: string
}

export type CampaignState = 'open' | 'stopped'

export interface CampaignRef {
  readonly municipalityId: MunicipalityId
  readonly campaignId: CampaignId
}

/** A batch is what one job handles: some hundreds of documents of one campaign. */
export interface BatchRef extends CampaignRef {
  readonly batch: number
}

export interface Campaign extends CampaignRef {
  readonly reference: string
  readonly message: CampaignMessage
  readonly state: CampaignState
  readonly stoppedBecause: string | null
}
