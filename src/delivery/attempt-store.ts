import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { DocumentId } from '../platform/ids.ts'
import type { BatchRef } from './campaign.ts'
import { type DeliveryState, reasons } from './delivery.ts'
import type { Verdict } from './judge-answer.ts'
import type { Mailbox, MailboxAnswer } from './mailbox.ts'

/** True of an attempt `a` that the other side may have accepted, whatever we heard of it. */
export const mayHaveArrived = sql`
  (a.outcome is null or a.outcome in ('unconfirmed', 'accepted', ${sql.lit(reasons.workerLost)}))`

/** A delivery `d` that nobody acted on since its attempt, except by giving the worker up for dead. */
const stillOurs = sql`
  (d.state = 'attempting' or (d.state = 'unconfirmed' and d.reason = ${sql.lit(reasons.workerLost)}))`

/** An attempt of the delivery `d` before its last one may have arrived. */
const earlierMayHaveArrived = sql`exists (
  select from delivery.attempt a
  where a.municipality_id = d.municipality_id and a.campaign_id = d.campaign_id
    and a.document_id = d.document_id and a.attempt < d.attempts and ${mayHaveArrived})`

// Ids are given as arrays beside the joins: a partition without statistics yet would be read from end to end.

/** A document that this worker, and nobody else, is about to send. */
export interface ClaimedDocument {
  readonly documentId: DocumentId
  readonly mailboxKey: string
  readonly recipientCipher: Buffer
  readonly documentSha256: Buffer
  readonly attempt: number
  readonly failures: number
  readonly closedDoors: number
  readonly mayHaveArrived: boolean
  readonly traceId: string
}

export interface Claiming {
  /** Names this one chunk of this one worker. */
  readonly claim: string
  readonly now: Date
  readonly limit: number
  /** The road that the documents will go by; kept with the attempt. */
  readonly by: Pick<Mailbox, 'route' | 'hasKeys'>
}

/** Takes documents that are due and writes their attempts down. Nothing may leave before this has committed. */
export async function claimDocuments(
  db: Db,
  { municipalityId, campaignId, batch }: BatchRef,
  { claim, now, limit, by }: Claiming,
): Promise<ClaimedDocument[]> {
  const { rows } = await sql<ClaimedDocument>`
    with claimed as (
      update delivery.delivery as d set state = 'attempting', attempts = d.attempts + 1
      where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.document_id = any(array(
        select due.document_id from delivery.delivery due
        where due.municipality_id = ${municipalityId} and due.campaign_id = ${campaignId} and due.batch = ${batch}
          and due.state = 'waiting' and due.next_attempt_at <= ${now}
          and exists (select from delivery.campaign c where c.municipality_id = ${municipalityId}
                        and c.campaign_id = ${campaignId} and c.state = 'open'
                        and (c.wave_from is null or ${batch} between c.wave_from and c.wave_through))
        order by due.next_attempt_at, due.document_id limit ${limit} for update of due skip locked))
      returning d.document_id, d.mailbox_key, d.recipient_cipher, d.document_sha256, d.attempts, d.failures
    ), noted as (
      insert into delivery.attempt (municipality_id, campaign_id, document_id, attempt, trace_id, worker, started_at,
        route, has_keys)
      select ${municipalityId}, ${campaignId}, c.document_id, c.attempts, gen_random_uuid()::text, ${claim}, ${now},
        ${by.route}, ${by.hasKeys}
      from claimed c
      returning attempt.document_id, attempt.trace_id
    )
    select c.document_id as "documentId", c.mailbox_key as "mailboxKey", c.recipient_cipher as "recipientCipher",
           c.document_sha256 as "documentSha256", c.attempts as attempt, c.failures, n.trace_id as "traceId",
           coalesce(earlier.may_have_arrived, false) as "mayHaveArrived",
           least(c.failures, earlier.closed_doors) as "closedDoors"
    from claimed c join noted n using (document_id)
    cross join lateral (
      select bool_or${mayHaveArrived} as may_have_arrived,
             (count(*) filter (where a.outcome = 'closed'))::integer as closed_doors
      from delivery.attempt a
      where c.attempts > 1 and a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId}
        and a.document_id = c.document_id and a.attempt < c.attempts
    ) earlier`.execute(db)
  return rows
}

/** Documents of the batch that somebody took back while a worker has them in hand. */
export async function takenBackInHand(
  db: Db,
  { municipalityId, campaignId, batch }: BatchRef,
): Promise<ReadonlySet<DocumentId>> {
  const { rows } = await sql<{ documentId: DocumentId }>`
    select d.document_id as "documentId" from delivery.delivery d
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.batch = ${batch}
      and d.state = 'attempting' and d.taken_back is not null`.execute(db)
  return new Set(rows.map(({ documentId }) => documentId))
}

export interface Outcome {
  readonly documentId: DocumentId
  readonly attempt: number
  readonly verdict: Verdict
  readonly answer: MailboxAnswer | { readonly kind: 'not-sent' }
}

export interface Recorded {
  /** Absent: the attempt has its answer now, and the delivery stays as it is. */
  readonly state: DeliveryState | null
  readonly count: number
  /** Of those: accepted under a receipt that another document of the campaign has, or got at the same moment. */
  readonly receiptRepeated: DocumentId[]
  /** Of those: accepted, though another attempt of the same document was made since, which nothing keeps from arriving too. */
  readonly arrivedBeside: DocumentId[]
}

/**
 * Writes what became of claimed documents; answers how many went to each state. Done twice it is done once: an
 * attempt is answered once, and a delivery moves on only from its own attempt. An answer that comes after the
 * worker was given up for dead still counts, unless somebody acted on that in between; a receipt counts even then, as long as
 * no other attempt was made. What was taken back meanwhile does not wait for another attempt. A receipt that another document
 * has proves nothing of this one: it stays with the attempt, and the delivery is `unconfirmed`.
 */
export async function recordOutcomes(
  db: Db,
  { municipalityId, campaignId }: BatchRef,
  { claim, now, outcomes }: { claim: string; now: Date; outcomes: readonly Outcome[] },
): Promise<Recorded[]> {
  const ids = outcomes.map(({ documentId }) => documentId)
  const receipts = outcomes.flatMap(({ verdict }) => verdict.receipt ?? [])
  const { rows } = await sql<Recorded>`
    with heard as (${asRows(outcomes)}), noted as (
      update delivery.attempt as a
      set answered_at = ${now}, outcome = h.outcome, http_status = h.http_status, code = h.code, detail = h.detail,
          receipt = h.receipt, answered_trace_id = h.answered_trace_id, party_trace_id = h.party_trace_id
      from heard h
      where a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId} and a.document_id = any(${ids}::uuid[])
        and a.document_id = h.document_id and a.attempt = h.attempt and a.worker = ${claim} and a.answered_at is null
      returning a.document_id, a.attempt, a.receipt, a.has_keys
    ), beside as (
      select d.document_id from noted n join delivery.delivery d using (document_id)
      where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.document_id = any(${ids}::uuid[])
        and n.receipt is not null and d.attempts > n.attempt and (n.has_keys is not true or d.receipt <> n.receipt)
    ), given as materialized (
      select d.receipt, d.document_id from delivery.delivery d
      where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
        and d.receipt is not null and d.receipt = any(${receipts}::text[])
      union all select h.receipt, h.document_id from heard h where h.receipt is not null
    ), judged as (
      select h.*, exists (select from given g where g.receipt = h.receipt and g.document_id <> h.document_id) as repeated
      from heard h join noted n using (document_id)
    ), written as (
      update delivery.delivery as d
      set state = case when j.repeated then 'unconfirmed'
                       when j.state <> 'waiting' or d.taken_back is null then j.state
                       when j.outcome = 'unconfirmed' or ${earlierMayHaveArrived} then 'unconfirmed'
                       else 'cancelled' end,
          reason = case when j.repeated then ${reasons.receiptRepeated}
                        when j.state = 'waiting' then coalesce(d.taken_back, j.reason) else j.reason end,
          receipt = case when j.repeated then null else j.receipt end, failures = j.failures,
          next_attempt_at = coalesce(j.next_attempt_at, d.next_attempt_at),
          finished_at = case when j.state = 'waiting' and d.taken_back is null then null else ${now}::timestamptz end
      from judged j
      where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.document_id = any(${ids}::uuid[])
        and d.document_id = j.document_id and d.attempts = j.attempt
        and (${stillOurs} or (j.receipt is not null and d.receipt is null and not j.repeated))
      returning d.document_id, d.state, j.repeated
    )
    select w.state, count(*)::integer as count,
           coalesce(array_agg(n.document_id) filter (where w.repeated), '{}') as "receiptRepeated",
           coalesce(array_agg(n.document_id) filter (where b.document_id is not null), '{}') as "arrivedBeside"
    from noted n left join written w using (document_id) left join beside b using (document_id)
    group by w.state`.execute(db)
  return rows
}

function asRows(outcomes: readonly Outcome[]): RawBuilder<unknown> {
  const column = <T>(pick: (outcome: Outcome) => T): T[] => outcomes.map(pick)
  return sql`
    select * from unnest(
      ${column((each) => each.documentId)}::uuid[], ${column((each) => each.attempt)}::integer[],
      ${column((each) => each.verdict.state)}::text[], ${column((each) => each.verdict.reason)}::text[],
      ${column((each) => each.verdict.receipt)}::text[], ${column((each) => each.verdict.failures)}::integer[],
      ${column((each) => each.verdict.nextAttemptAt)}::timestamptz[],
      ${column((each) => each.answer.kind)}::text[], ${column((each) => fieldOf(each.answer, 'httpStatus'))}::integer[],
      ${column((each) => fieldOf(each.answer, 'code'))}::text[],
      ${column((each) => fieldOf(each.answer, 'detail'))}::text[],
      ${column((each) => traceOf(each.answer).answeredTraceId ?? null)}::text[],
      ${column((each) => traceOf(each.answer).partyTraceId ?? null)}::text[]
    ) as row (document_id, attempt, state, reason, receipt, failures, next_attempt_at, outcome, http_status, code,
              detail, answered_trace_id, party_trace_id)`
}

function fieldOf<Field extends 'httpStatus' | 'code' | 'detail'>(answer: Outcome['answer'], field: Field) {
  return (answer as Partial<Record<Field, string | number>>)[field] ?? null
}

function traceOf(answer: Outcome['answer']): NonNullable<MailboxAnswer['trace']> {
  return ('trace' in answer && answer.trace) || {}
}

/**
 * Documents that a dead worker was sending. With keys they go again under the same key; without, or taken back
 * meanwhile, nobody may send them again: they are named `unconfirmed`. They were due when that worker took them, and stay so:
 * the clock of whoever takes over may be minutes ahead of the others'. Only for who holds the batch's lock.
 */
export async function takeOver(
  db: Db,
  { municipalityId, campaignId, batch }: BatchRef,
  { hasKeys, now }: { hasKeys: boolean; now: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    with left_over as (
      update delivery.delivery as d
      set state = case when ${hasKeys} and d.taken_back is null then 'waiting' else 'unconfirmed' end,
          reason = ${reasons.workerLost},
          finished_at = case when ${hasKeys} and d.taken_back is null then null else ${now}::timestamptz end
      where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.batch = ${batch}
        and d.state = 'attempting'
      returning d.document_id, d.attempts
    )
    update delivery.attempt as a set outcome = ${reasons.workerLost}
    from left_over l
    where a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId}
      and a.document_id = any(array(select left_over.document_id from left_over))
      and a.document_id = l.document_id and a.attempt = l.attempts and a.answered_at is null`.execute(db)
  return Number(numAffectedRows)
}

/** Gives back a claim of which surely nothing was sent, even when its own commit got no answer. */
export async function giveBack(
  db: Db,
  { municipalityId, campaignId, batch }: BatchRef,
  { claim, now }: { claim: string; now: Date },
): Promise<void> {
  await sql`
    with noted as (
      update delivery.attempt as a set outcome = 'not-sent', answered_at = ${now}
      where a.municipality_id = ${municipalityId} and a.campaign_id = ${campaignId} and a.document_id = any(array(
        select d.document_id from delivery.delivery d
        where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId} and d.batch = ${batch}))
        and a.worker = ${claim} and a.answered_at is null
      returning a.document_id, a.attempt
    )
    update delivery.delivery as d
    set state = case when d.taken_back is null then 'waiting'
                     when ${earlierMayHaveArrived} then 'unconfirmed' else 'cancelled' end,
        reason = d.taken_back,
        finished_at = case when d.taken_back is null then null else ${now}::timestamptz end
    from noted n
    where d.municipality_id = ${municipalityId} and d.campaign_id = ${campaignId}
      and d.document_id = any(array(select noted.document_id from noted))
      and d.document_id = n.document_id and d.attempts = n.attempt and ${stillOurs}`.execute(db)
}
