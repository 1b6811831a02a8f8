import { sql } from 'kysely'
import type { TruthItem } from '../../dev/ebox/sim-routes.ts'
import type { App } from '../../src/app.ts'
import type { CampaignRef } from '../../src/delivery/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'

/** A letter that a worker had taken and of which it never wrote an answer down. */
interface InHand {
  /** SHA-256 of the document. */
  readonly document: string
  /** The worker's process. */
  readonly pid: number
  readonly takenAt: Date
  /** When the next worker took it, if one did. */
  readonly nextTakenAt: Date | null
}

export async function neverAnswered(
  { database }: App,
  { municipalityId, campaignId }: CampaignRef,
): Promise<readonly InHand[]> {
  const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
    sql<InHand>`
      select encode(d.document_sha256, 'hex') as document, split_part(a.worker, ':', 2)::integer as pid,
             a.started_at as "takenAt", a."nextTakenAt"
      from (select a.*, lead(a.started_at) over (partition by a.document_id order by a.attempt) as "nextTakenAt"
            from delivery.attempt a
            where a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId}) a
      join delivery.delivery d on d.municipality_id = a.municipality_id and d.campaign_id = a.campaign_id
        and d.document_id = a.document_id
      where a.answered_at is null`.execute(db),
  )
  return rows
}

/** Whether the e-Box accepted it, perhaps from that worker. Its clock may be off, so the moment says nothing. */
export function arrivedFromHand({ document }: InHand, books: readonly TruthItem[]): boolean {
  return books.some(({ sha256 }) => sha256 === document)
}
