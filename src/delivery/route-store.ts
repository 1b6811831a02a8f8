import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { CampaignId, DocumentId, MunicipalityId } from '../platform/ids.ts'
import { mayHaveArrived } from './attempt-store.ts'
import type { BatchRef } from './campaign.ts'
import { reasons } from './delivery.ts'

/** A road that documents went by, and what it promises. */
export interface TravelledRoute {
  readonly route: string
  /** Where keys are refused that were seen, a document arrives once; elsewhere at most once. */
  readonly hasKeys: boolean
}

/** The roads by which these campaigns sent anything, in the order of their first attempt. */
export async function travelledRoutes(
  db: Db,
  municipalityId: MunicipalityId,
  campaigns: readonly CampaignId[],
): Promise<TravelledRoute[]> {
  const { rows } = await sql<TravelledRoute>`
    select a.route, a.has_keys as "hasKeys" from delivery.attempt a
    where a.municipality_id = ${municipalityId} and a.campaign_id = any(${campaigns}::uuid[]) and a.route is not null
    group by 1, 2 order by min(a.started_at), 1`.execute(db)
  return rows
}

/**
 * Documents that wait for another attempt, while an earlier one may have arrived by another road. That road's keys say
 * nothing here, so nobody may send them again: they are named `unconfirmed`, unless a person has settled that already.
 */
export async function setAsideOtherRoutes(
  db: Db,
  { municipalityId, campaignId, batch }: BatchRef,
  { route, now }: { route: string; now: Date },
): Promise<number> {
  const { rows: tried } = await sql<{ documentId: DocumentId }>`
    select d.document_id as "documentId" from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.batch = ${batch}
      and d.state = 'waiting' and d.attempts > 0 and d.reason is distinct from ${reasons.settled}`.execute(db)
  if (tried.length === 0) return 0
  const ids = tried.map(({ documentId }) => documentId)
  const { numAffectedRows } = await sql`
    update delivery.delivery as d set state = 'unconfirmed', reason = ${reasons.routeChanged}, finished_at = ${now}
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.document_id = any(${ids}::uuid[])
      and d.state = 'waiting' and exists (
        select from delivery.attempt a
        where a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId}
          and a.document_id = d.document_id and a.route <> ${route} and ${mayHaveArrived})`.execute(db)
  return Number(numAffectedRows)
}
