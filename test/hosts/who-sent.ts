import { sql } from 'kysely'
import type { App } from '../../src/app.ts'
import type { CampaignRef } from '../../src/delivery/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'

/** What the database tells of which machine did what in a campaign. */

export interface Attempt {
  /** SHA-256 of the document. */
  readonly document: string
  readonly batch: number
  readonly machine: string
  readonly claimedAt: number
}

/** Every attempt that was written down, in order. */
export async function attemptsOf({ database }: App, campaign: CampaignRef): Promise<readonly Attempt[]> {
  const { municipalityId, campaignId } = campaign
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<Attempt>`
      select encode(d.document_sha256, 'hex') as document, d.batch, split_part(a.worker, ':', 1) as machine,
             (extract(epoch from a.started_at) * 1000)::float as "claimedAt"
      from delivery.attempt a join delivery.delivery d using (municipality_id, campaign_id, document_id)
      where a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId}
      order by a.started_at`.execute(db),
  )
  return rows
}

/** The batches whose lock a session from that address has. */
export async function batchesHeldBy(
  { database }: App,
  campaign: CampaignRef,
  address: string,
): Promise<number[]> {
  const { municipalityId, campaignId } = campaign
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<{ batch: number }>`
      select numbered.batch from delivery.campaign c
      cross join lateral generate_series(1, c.batches) as numbered (batch)
      cross join lateral hashtextextended(
        concat_ws(' ', 'deliver', c.municipality_id, c.campaign_id, numbered.batch), 0) as key
      join pg_locks l on l.locktype = 'advisory' and l.granted
        and l.classid::bigint = (key >> 32) & 4294967295 and l.objid::bigint = key & 4294967295
      join pg_stat_activity s on s.pid = l.pid
      where c.municipality_id = ${municipalityId} and c.campaign_id = ${campaignId}
        and host(s.client_addr) = ${address}`.execute(db),
  )
  return rows.map(({ batch }) => batch)
}

/** From whose hand a document arrived: who had claimed it last at that moment. */
export function senderOf(
  attempts: readonly Attempt[],
  document: string,
  arrivedAt: number,
): string | undefined {
  return attempts.findLast((each) => each.document === document && each.claimedAt <= arrivedAt)?.machine
}
