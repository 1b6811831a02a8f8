import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { CampaignId } from '../platform/ids.ts'
import type { Campaign, CampaignRef, CampaignState } from './campaign.ts'
import type { NewCampaign } from './open-campaign.ts'

/**
 * Makes room for a campaign that may be opened later. While a transaction that makes room goes on, no other
 * campaign gets any: call it towards the end of a short one, not in the long one that hands documents over.
 */
export async function makeRoom(db: Db, campaignId: CampaignId): Promise<void> {
  await sql`select delivery.add_partition(${campaignId}::uuid)`.execute(db)
}

/**
 * Lets the database look at deliveries that were handed over by the thousands, in the same transaction: until it
 * has, it takes a whole campaign for a few rows.
 */
export async function refreshDeliveryStatistics(db: Db, campaignId: CampaignId): Promise<void> {
  await sql`select delivery.refresh_statistics(${campaignId}::uuid)`.execute(db)
}

export async function insertCampaign(db: Db, campaignId: CampaignId, campaign: NewCampaign): Promise<void> {
  await makeRoom(db, campaignId)
  await sql`
    insert into delivery.campaign (municipality_id, campaign_id, document_kind, reference, message, opened_by, goes_first,
                                   goes_at_once, wave_from, wave_through)
    values (${campaign.municipalityId}, ${campaignId}, ${campaign.documentKind}, ${campaign.reference},
            ${JSON.stringify(campaign.message)}::jsonb, ${campaign.by},
            ${campaign.goesFirst ?? false}, ${campaign.goesAtOnce ?? false}, ${campaign.wave?.from ?? null}, ${campaign.wave?.through ?? null})`.execute(
    db,
  )
}

/** Of the campaign `c`. */
export const waveOf = sql`case when c.wave_from is not null
  then json_build_object('from', c.wave_from, 'through', c.wave_through) end`

export async function findCampaign(db: Db, campaign: CampaignRef): Promise<Campaign | undefined> {
  const { rows } = await sql<Omit<Campaign, keyof CampaignRef>>`
    select c.document_kind as "documentKind", c.reference, c.message, c.state, c.stopped_because as "stoppedBecause", c.schedule, ${waveOf} as wave
    from delivery.campaign c
    where c.municipality_id = ${campaign.municipalityId} and c.campaign_id = ${campaign.campaignId}`.execute(
    db,
  )
  return rows[0] && { ...campaign, ...rows[0] }
}

/** Takes the next numbers for batches; answers the first. Dispatches of one campaign queue up here. */
export async function reserveBatches(db: Db, campaign: CampaignRef, count: number): Promise<number> {
  const { rows } = await sql<{ batches: number }>`
    update delivery.campaign as c set batches = c.batches + ${count}
    where c.municipality_id = ${campaign.municipalityId} and c.campaign_id = ${campaign.campaignId}
    returning c.batches`.execute(db)
  if (!rows[0]) throw new Error(`no campaign ${campaign.campaignId}`)
  return rows[0].batches - count + 1
}

/** Answers false when the campaign is not there, or was in that state already. */
export async function setCampaignState(
  db: Db,
  campaign: CampaignRef,
  state: CampaignState,
  because: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery.campaign as c set state = ${state}, stopped_because = ${because}
    where c.municipality_id = ${campaign.municipalityId} and c.campaign_id = ${campaign.campaignId}
      and c.state <> ${state}`.execute(db)
  return numAffectedRows === 1n
}
