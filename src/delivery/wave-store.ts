import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { DocumentId } from '../platform/ids.ts'
import { batchSize } from './batch-size.ts'
import type { CampaignRef, Wave } from './campaign.ts'
import type { Schedule } from './schedule.ts'

/** Only these batches leave from now on; nothing: all of them. */
export async function setWave(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  wave: Wave | undefined,
): Promise<void> {
  await sql`
    update delivery.campaign as c set wave_from = ${wave?.from ?? null}, wave_through = ${wave?.through ?? null}
    where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId}`.execute(db)
}

export async function setSchedule(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  schedule: Schedule | undefined,
): Promise<void> {
  await sql`
    update delivery.campaign as c set schedule = ${schedule ? JSON.stringify(schedule) : null}::jsonb
    where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId}`.execute(db)
}

/** Which of these documents wait for their first attempt. They are locked: nobody claims them meanwhile. */
export async function lockUntried(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  documentIds: readonly DocumentId[],
): Promise<DocumentId[]> {
  const { rows } = await sql<{ documentId: DocumentId }>`
    select d.document_id as "documentId" from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
      and d.document_id = any(${documentIds}::uuid[]) and d.state = 'waiting' and d.attempts = 0
    order by d.batch, d.document_id for update`.execute(db)
  return rows.map(({ documentId }) => documentId)
}

/** Puts documents in batches of their own, from this number on. */
export async function regroup(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  { documentIds, firstBatch }: { documentIds: readonly DocumentId[]; firstBatch: number },
): Promise<void> {
  await sql`
    update delivery.delivery as d set batch = ${firstBatch} + ((row.place - 1) / ${batchSize})::integer
    from unnest(${documentIds}::uuid[]) with ordinality as row (document_id, place)
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
      and d.document_id = row.document_id`.execute(db)
}
