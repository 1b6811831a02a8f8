import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { Vault } from '../../platform/vault.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { PayingParty, Payment, PaymentBatch } from './payment-batch.ts'

export interface BatchFiles {
  readonly csvSha256: Buffer
  readonly xmlSha256: Buffer
}

export async function insertBatch(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { batch, files, by }: { batch: PaymentBatch; files: BatchFiles; by: string },
): Promise<void> {
  const { batchId, payer, payOn, about, payments, sum, madeAt } = batch
  await sql`
    insert into bureaus.payment_batch (municipality_id, election_id, batch_id, payer, pay_on, about, payments, cents, csv_sha256,
      xml_sha256, made_at, made_by)
    values (${municipalityId}, ${electionId}, ${batchId}, ${JSON.stringify(payer)}::jsonb, ${payOn}, ${about}, ${payments.length},
      ${sum}, ${files.csvSha256}, ${files.xmlSha256}, ${madeAt}, ${by})`.execute(db)
}

/** Of a payment what is not to be read in the database: the rest stands in columns. */
type Sealed = Pick<Payment, 'name' | 'nationalNumber' | 'iban' | 'bic' | 'bureau' | 'role'>

export async function insertPayments(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { batchId, payments }: PaymentBatch,
  vault: Vault,
): Promise<void> {
  const column = <T>(of: (payment: Payment) => T) => payments.map(of)
  await sql`
    insert into bureaus.payment (municipality_id, election_id, batch_id, end_to_end_id, assignment_id, attempt, fee, travel, sealed,
      state)
    select ${municipalityId}, ${electionId}, ${batchId}, one.*, 'EXPORTED'
    from unnest(${column((one) => one.endToEndId)}::text[], ${column((one) => one.claimId)}::uuid[],
      ${column((one) => one.attempt)}::integer[], ${column((one) => one.fee)}::integer[],
      ${column((one) => one.travel)}::integer[], ${column((one) => vault.seal(sealedText(one)))}::bytea[]) one`.execute(
    db,
  )
}

function sealedText({ name, nationalNumber, iban, bic, bureau, role }: Payment): string {
  return JSON.stringify({ name, nationalNumber, iban, bic, bureau, role } satisfies Sealed)
}

export interface KeptBatch extends BatchFiles {
  readonly batchId: string
  readonly payer: PayingParty
  readonly payOn: string
  readonly about: string
  readonly payments: number
  /** Cents. */
  readonly sum: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly paid: number
  readonly bounced: number
}

/** Batches, the newest first, from after the one that was made at this moment. */
export async function selectBatches(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { batchId, before, most }: { batchId?: string; before?: string | undefined; most: number },
): Promise<KeptBatch[]> {
  const { rows } = await sql<KeptBatch>`
    select t.batch_id as "batchId", t.payer, t.pay_on::text as "payOn", t.about, t.payments, t.cents::float8 as sum,
      t.csv_sha256 as "csvSha256", t.xml_sha256 as "xmlSha256", t.made_at as "madeAt", t.made_by as "madeBy",
      count(*) filter (where p.state = 'PAID')::integer as paid, count(*) filter (where p.state = 'BOUNCED')::integer as bounced
    from bureaus.payment_batch t
    join bureaus.payment p on p.municipality_id = t.municipality_id and p.election_id = t.election_id and p.batch_id = t.batch_id
    where t.municipality_id = ${municipalityId} and t.election_id = ${electionId}
      and (${batchId ?? null}::text is null or t.batch_id = ${batchId ?? null})
      and (${before ?? null}::text is null or (t.made_at, t.batch_id) < (
        select last.made_at, last.batch_id from bureaus.payment_batch last where last.municipality_id = t.municipality_id
          and last.election_id = t.election_id and last.batch_id = ${before ?? null}))
    group by t.municipality_id, t.election_id, t.batch_id
    order by t.made_at desc, t.batch_id desc limit ${most}`.execute(db)
  return rows
}

export const paymentStates = ['EXPORTED', 'PAID', 'BOUNCED'] as const

export interface KeptPayment {
  readonly endToEndId: string
  readonly assignmentId: AssignmentId
  readonly attempt: number
  readonly fee: number
  readonly travel: number
  readonly sealed: Buffer
  readonly state: (typeof paymentStates)[number]
  readonly reason: string | null
}

/** Payments of a batch; `only`: of these ids, held for the caller's transaction. */
export async function selectPayments(
  db: Db,
  { municipalityId, electionId }: OfElection,
  batchId: string,
  only?: readonly string[],
): Promise<KeptPayment[]> {
  const { rows } = await sql<KeptPayment>`
    select p.end_to_end_id as "endToEndId", p.assignment_id as "assignmentId", p.attempt, p.fee, p.travel, p.sealed, p.state, p.reason
    from bureaus.payment p
    where p.municipality_id = ${municipalityId} and p.election_id = ${electionId} and p.batch_id = ${batchId}
      and (${only ?? null}::text[] is null or p.end_to_end_id = any(${only ?? null}::text[]))
    order by p.end_to_end_id ${only ? sql`for update` : sql``}`.execute(db)
  return rows
}

export async function settlePayment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  {
    endToEndId,
    state,
    reason,
    at,
  }: { endToEndId: string; state: 'PAID' | 'BOUNCED'; reason: string | undefined; at: Date },
): Promise<void> {
  await sql`
    update bureaus.payment set state = ${state}, reason = ${reason ?? null}, settled_at = ${at}
    where municipality_id = ${municipalityId} and election_id = ${electionId} and end_to_end_id = ${endToEndId}`.execute(
    db,
  )
}

/** The payments of a batch as they left. */
export function paymentFrom(kept: KeptPayment, vault: Pick<Vault, 'open'>): Payment {
  const { endToEndId, assignmentId, attempt, fee, travel, sealed } = kept
  const opened = JSON.parse(vault.open(sealed)) as Sealed
  return { ...opened, claimId: assignmentId, attempt, endToEndId, fee, travel, total: fee + travel }
}
