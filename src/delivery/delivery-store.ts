import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { CampaignRef } from './campaign.ts'
import type { DispatchedDocument } from './delivery.ts'

/** Writes the keys and the deliveries of some thousands of documents; `batchOf` gives a row's batch by place. */
export async function insertDeliveries(
  db: Db,
  campaign: CampaignRef,
  documents: readonly DispatchedDocument[],
  batchOf: (place: number) => number,
): Promise<void> {
  const { municipalityId, campaignId } = campaign
  await sql`
    with handed_over as (
      select * from unnest(
        ${documents.map((each) => each.documentId)}::uuid[],
        ${documents.map((each) => each.mailboxKey)}::uuid[],
        ${documents.map((each) => Buffer.from(each.recipientCipher))}::bytea[],
        ${documents.map((each) => Buffer.from(each.personIndex))}::bytea[],
        ${documents.map((each) => Buffer.from(each.documentSha256))}::bytea[],
        ${documents.map((each) => each.unreachable ?? null)}::text[],
        ${documents.map((_, place) => batchOf(place))}::integer[]
      ) as row (document_id, mailbox_key, recipient_cipher, person_index, document_sha256, unreachable, batch)
    ), keys as (
      insert into delivery.mailbox_key (municipality_id, mailbox_key, campaign_id, document_id)
      select ${municipalityId}, h.mailbox_key, ${campaignId}, h.document_id from handed_over h
    )
    insert into delivery.delivery (municipality_id, campaign_id, document_id, mailbox_key, recipient_cipher,
                                   person_index, document_sha256, batch, state, reason, finished_at)
    select ${municipalityId}, ${campaignId}, h.document_id, h.mailbox_key, h.recipient_cipher, h.person_index,
           h.document_sha256, h.batch, case when h.unreachable is null then 'waiting' else 'unreachable' end,
           h.unreachable, case when h.unreachable is null then null else now() end
    from handed_over h`.execute(db)
}
