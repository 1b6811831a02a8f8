import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { DocumentId, MunicipalityId } from '../platform/ids.ts'
import { mayHaveArrived } from './attempt-store.ts'
import type { CampaignRef } from './campaign.ts'
import { type DeliveryState, type DispatchedDocument, may, mayLeaveAgain, reasons } from './delivery.ts'

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
        ${documents.map((each) => each.part ?? 0)}::integer[],
        ${documents.map((_, place) => batchOf(place))}::integer[]
      ) as row (document_id, mailbox_key, recipient_cipher, person_index, document_sha256, unreachable, part, batch)
    ), keys as (
      insert into delivery.mailbox_key (municipality_id, mailbox_key, campaign_id, document_id)
      select ${municipalityId}, h.mailbox_key, ${campaignId}, h.document_id from handed_over h
    )
    insert into delivery.delivery (municipality_id, campaign_id, document_id, mailbox_key, recipient_cipher,
                                   person_index, document_sha256, part, batch, state, reason, finished_at)
    select ${municipalityId}, ${campaignId}, h.document_id, h.mailbox_key, h.recipient_cipher, h.person_index,
           h.document_sha256, h.part, h.batch, case when h.unreachable is null then 'waiting' else 'unreachable' end,
           h.unreachable, case when h.unreachable is null then null else now() end
    from handed_over h`.execute(db)
}

/** Now, also where the clock of the machine that says so is ahead of the others'. */
function notLaterThan(now: Date) {
  return sql`least(${now}::timestamptz, now())`
}

/** Those of one reason, or of any; never what a person settled. */
export async function sendAgain(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  { reason, now }: { reason: string | null; now: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update delivery.delivery as d
    set state = 'waiting', reason = null, failures = 0, next_attempt_at = ${notLaterThan(now)}, finished_at = null
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.state = any(${[...may.retry]})
      and d.taken_back is null and d.reason is distinct from ${reasons.settled}
      and d.reason is not distinct from coalesce(${reason}, d.reason)`.execute(db)
  return Number(numAffectedRows)
}

export async function stateOf(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  documentId: DocumentId,
): Promise<DeliveryState | undefined> {
  const { rows } = await sql<{ state: DeliveryState }>`
    select d.state from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.document_id = ${documentId}`.execute(
    db,
  )
  return rows[0]?.state
}

export interface Cancellation extends CampaignRef {
  readonly documentIds: readonly DocumentId[]
  readonly because: string
  readonly now: Date
}

/**
 * Answers which it cancelled: those of which nothing left. Of the others it keeps that they were taken back, so that
 * none of them leaves again; one that waits, while an attempt of it may have been accepted, is `unconfirmed` now.
 */
export async function cancelWaiting(db: Db, cancel: Cancellation): Promise<DocumentId[]> {
  const { municipalityId, campaignId, documentIds, because, now } = cancel
  const { rows } = await sql<{ documentId: DocumentId; state: DeliveryState }>`
    update delivery.delivery as d
    set taken_back = ${because},
        state = case when d.state <> all(${[...may.cancel]}) then d.state
                     when exists (
                       select from delivery.attempt a
                       where a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId}
                         and a.document_id = d.document_id and ${mayHaveArrived}) then 'unconfirmed'
                     else 'cancelled' end,
        reason = case when d.state = any(${[...may.cancel]}) then ${because} else d.reason end,
        finished_at = case when d.state = any(${[...may.cancel]}) then ${now}::timestamptz else d.finished_at end
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
      and d.document_id = any(${documentIds}::uuid[]) and d.state = any(${[...mayLeaveAgain]})
    returning d.document_id as "documentId", d.state`.execute(db)
  return rows.filter(({ state }) => state === 'cancelled').map(({ documentId }) => documentId)
}

/** A delivery `d` that calls itself proven by a receipt that another document has as well. */
const sharesReceipt = sql`(d.receipt is not null and exists (
  select from delivery.delivery other
  where other.municipality_id = d.municipality_id and other.receipt = d.receipt and other.document_id <> d.document_id))`

/**
 * Answers false when the delivery is not unconfirmed, or would be sent again though it was taken back. One of two that have
 * the same receipt counts as unconfirmed: it loses that receipt, which its attempt keeps.
 */
export async function settle(
  db: Db,
  { municipalityId, campaignId }: CampaignRef,
  { documentId, state, now }: { documentId: DocumentId; state: DeliveryState; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update delivery.delivery as d
    set state = ${state}, reason = ${reasons.settled}, receipt = null, next_attempt_at = ${notLaterThan(now)},
        finished_at = ${state === 'waiting' ? null : now}
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.document_id = ${documentId}
      and (d.state = any(${[...may.settle]}) or ${sharesReceipt}) and (${state !== 'waiting'} or d.taken_back is null)`.execute(
    db,
  )
  return numAffectedRows === 1n
}

interface SealedRecipient {
  readonly campaignId: string
  readonly documentId: DocumentId
  readonly recipientCipher: Buffer
}

/** The key's id is the first byte of what it sealed. */
export async function recipientsUnderOldKeys(
  db: Db,
  municipalityId: MunicipalityId,
  currentKeyId: number,
  limit: number,
): Promise<SealedRecipient[]> {
  const { rows } = await sql<SealedRecipient>`
    select d.campaign_id as "campaignId", d.document_id as "documentId", d.recipient_cipher as "recipientCipher"
    from delivery.delivery d
    where d.municipality_id = ${municipalityId} and length(d.recipient_cipher) > 0
      and get_byte(d.recipient_cipher, 0) <> ${currentKeyId}
    limit ${limit}`.execute(db)
  return rows
}

export async function resealRecipients(
  db: Db,
  municipalityId: MunicipalityId,
  recipients: readonly (SealedRecipient & { readonly sealed: Buffer })[],
): Promise<void> {
  await sql`
    update delivery.delivery as d set recipient_cipher = r.sealed
    from unnest(${recipients.map((each) => each.campaignId)}::uuid[],
                ${recipients.map((each) => each.documentId)}::uuid[],
                ${recipients.map((each) => each.sealed)}::bytea[]) as r (campaign_id, document_id, sealed)
    where d.municipality_id = ${municipalityId} and d.campaign_id = r.campaign_id
      and d.document_id = r.document_id and d.document_id = any(${recipients.map((each) => each.documentId)}::uuid[])`.execute(
    db,
  )
}
