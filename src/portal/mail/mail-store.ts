import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { Mail, MailState } from './mail.ts'

/** `notNeeded`: why it does not have to leave at all, which is decided once as well. */
export type NewMail = Omit<Mail, 'attempts'> & { readonly notNeeded?: string | undefined }

/** Writes them down to leave. Of which there is one already, there is one. Answers how many are new. */
export async function insertMails(db: Db, mails: readonly NewMail[]): Promise<number> {
  const rows = mails.map((one) => ({ ...one, personIndex: one.personIndex.toString('hex') }))
  const { numAffectedRows } = await sql`
    insert into portal.mail (municipality_id, election_id, person_index, event, kind, voter_id, letter_id, written_at,
      next_attempt_at, state, code, finished_at)
    select one."municipalityId", one."electionId", decode(one."personIndex", 'hex'), one.event, one.kind, one."voterId",
      one."letterId", one."writtenAt", one."writtenAt", case when one."notNeeded" is null then 'waiting' else 'dropped' end,
      one."notNeeded", case when one."notNeeded" is not null then one."writtenAt" end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one ("municipalityId" integer, "electionId" uuid,
      "personIndex" text, event text, kind text, "voterId" uuid, "letterId" uuid, "writtenAt" timestamptz, "notNeeded" text)
    on conflict (municipality_id, election_id, person_index, event) do nothing`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export interface Claimed {
  readonly claim: string
  readonly mails: readonly Mail[]
}

/** Takes some that are due in hand, for one worker. Committed before anything leaves: what happens then, it never leaves twice. */
export async function claimMails(
  db: Db,
  municipalityId: MunicipalityId,
  { now, most }: { now: Date; most: number },
): Promise<Claimed> {
  const claim = randomUUID()
  const { rows } = await sql<Mail>`
    update portal.mail m set state = 'sending', claim = ${claim}, claimed_at = ${now}, attempts = m.attempts + 1
    from (select d.municipality_id, d.election_id, d.person_index, d.event from portal.mail d
          where d.municipality_id = ${municipalityId} and d.state = 'waiting' and d.next_attempt_at <= ${now}
          order by d.next_attempt_at limit ${most} for update skip locked) due
    where m.municipality_id = due.municipality_id and m.election_id = due.election_id
      and m.person_index = due.person_index and m.event = due.event
    returning m.municipality_id as "municipalityId", m.election_id as "electionId", m.person_index as "personIndex",
      m.event, m.kind, m.voter_id as "voterId", m.letter_id as "letterId", m.attempts, m.written_at as "writtenAt"`.execute(
    db,
  )
  return { claim, mails: rows }
}

/** What became of a mail that this worker had in hand; what was given up for lost meanwhile is known after all. */
export async function leaveMail(
  db: Db,
  { municipalityId, electionId, personIndex, event }: Mail,
  {
    claim,
    state,
    code,
    now,
    again,
  }: { claim: string; state: MailState; code: string; now: Date; again?: Date | undefined },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update portal.mail m set state = ${state}, code = ${code}, next_attempt_at = ${again ?? now},
      finished_at = ${state === 'waiting' ? null : now}
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId}
      and m.person_index = ${personIndex} and m.event = ${event} and m.state in ('sending', 'unconfirmed')
      and m.claim = ${claim}`.execute(db)
  return Number(numAffectedRows) === 1
}

/** Mails that a worker had in hand before this moment, and never told of again: nobody knows whether they left. */
export async function giveUpLost(
  db: Db,
  municipalities: readonly MunicipalityId[],
  { before, now }: { before: Date; now: Date },
): Promise<number> {
  const { numAffectedRows } = await sql`
    update portal.mail m set state = 'unconfirmed', code = 'worker-lost', finished_at = ${now}
    where m.municipality_id = any(${municipalities}::integer[]) and m.state = 'sending'
      and m.claimed_at < ${before}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** Which of these municipalities have something that could leave now. */
export async function municipalitiesDue(
  db: Db,
  municipalities: readonly MunicipalityId[],
  now: Date,
): Promise<MunicipalityId[]> {
  const { rows } = await sql<{ municipalityId: MunicipalityId }>`
    select distinct m.municipality_id as "municipalityId" from portal.mail m
    where m.municipality_id = any(${municipalities}::integer[]) and m.state = 'waiting'
      and m.next_attempt_at <= ${now} order by 1`.execute(db)
  return rows.map(({ municipalityId }) => municipalityId)
}
