import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { ElectionId, GroupMessageId, MunicipalityId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Message, MessageChannel, MessageState } from './message.ts'

export type NewMessage = Pick<Message, 'memberId' | 'assignmentId' | 'event' | 'template' | 'groupId'>

/** How a message is known outside: a hash, from which nobody learns whose it is. */
export function keyOfMessage({
  municipalityId,
  electionId,
  memberId,
  event,
}: OfElection & Pick<Message, 'memberId' | 'event'>): Buffer {
  return sha256OfJson(['message', municipalityId, electionId, memberId, event])
}

/**
 * Writes them down to leave. Of which there is one already, there is one; it waits again when it was dropped because its template was
 * off or the seat was somebody else's. Answers how many wait now.
 */
export async function insertMessages(
  db: Db,
  { municipalityId, electionId }: OfElection,
  messages: readonly NewMessage[],
  { language, at }: { language: string; at: Date },
): Promise<number> {
  const rows = messages.map((one) => ({
    ...one,
    key: keyOfMessage({ municipalityId, electionId, ...one }).toString('hex'),
  }))
  const { numAffectedRows } = await sql`
    insert into bureaus.message as m (municipality_id, election_id, member_id, event, assignment_id, template, group_id,
      language, written_at, next_attempt_at, message_key)
    select ${municipalityId}::integer, ${electionId}::uuid, one."memberId", one.event, one."assignmentId", one.template,
      one."groupId", ${language}::text, ${at}::timestamptz, ${at}::timestamptz, decode(one.key, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one ("memberId" uuid, event text, "assignmentId" uuid,
      template text, "groupId" uuid, key text)
    on conflict (municipality_id, election_id, member_id, event) do update
    set state = 'waiting', code = null, finished_at = null, assignment_id = excluded.assignment_id,
      next_attempt_at = excluded.next_attempt_at
    where m.state = 'dropped' and m.code in ('switched-off', 'seat-gone')`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export interface ClaimedMessages {
  readonly claim: string
  readonly messages: readonly Message[]
}

/** Takes some that are due in hand, for one worker. Committed before anything leaves: what happens then, it never leaves twice. */
export async function claimMessages(
  db: Db,
  municipalityId: MunicipalityId,
  { now, most }: { now: Date; most: number },
): Promise<ClaimedMessages> {
  const claim = randomUUID()
  const { rows } = await sql<Message>`
    update bureaus.message m set state = 'sending', claim = ${claim}, claimed_at = ${now}, attempts = m.attempts + 1
    from (select d.municipality_id, d.election_id, d.member_id, d.event from bureaus.message d
          where d.municipality_id = ${municipalityId} and d.state = 'waiting' and d.next_attempt_at <= ${now}
          order by d.next_attempt_at limit ${most} for update skip locked) due
    where m.municipality_id = due.municipality_id and m.election_id = due.election_id
      and m.member_id = due.member_id and m.event = due.event
    returning m.municipality_id as "municipalityId", m.election_id as "electionId", m.member_id as "memberId", m.event,
      m.assignment_id as "assignmentId", m.template, m.group_id as "groupId", m.language, m.attempts,
      m.written_at as "writtenAt"`.execute(db)
  return { claim, messages: rows }
}

export interface LeftMessage {
  readonly state: MessageState
  readonly code: string
  readonly channel?: MessageChannel | undefined
  readonly version?: number | undefined
}

/** What became of a message that this worker had in hand; what was given up for lost meanwhile is known after all. */
export async function leaveMessage(
  db: Db,
  { municipalityId, electionId, memberId, event }: Message,
  { claim, state, code, channel, version }: LeftMessage & { readonly claim: string },
  { now, again }: { now: Date; again?: Date | undefined },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update bureaus.message m set state = ${state}, code = ${code}, next_attempt_at = ${again ?? now},
      channel = coalesce(${channel ?? null}::text, m.channel), version = coalesce(${version ?? null}::integer, m.version),
      finished_at = ${state === 'waiting' ? null : now}
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId} and m.member_id = ${memberId}
      and m.event = ${event} and m.state in ('sending', 'unconfirmed') and m.claim = ${claim}`.execute(db)
  return Number(numAffectedRows) === 1
}

/** Messages that a worker had in hand before this moment, and never told of again: nobody knows whether they left. */
export async function giveUpLostMessages(
  db: Db,
  municipalities: readonly MunicipalityId[],
  { before, now }: { before: Date; now: Date },
): Promise<void> {
  await sql`
    update bureaus.message m set state = 'unconfirmed', code = 'worker-lost', finished_at = ${now}
    where m.municipality_id = any(${municipalities}::integer[]) and m.state = 'sending'
      and m.claimed_at < ${before}`.execute(db)
}

/** Which of these municipalities have something that could leave now. */
export async function municipalitiesToMessage(
  db: Db,
  municipalities: readonly MunicipalityId[],
  now: Date,
): Promise<MunicipalityId[]> {
  const { rows } = await sql<{ municipalityId: MunicipalityId }>`
    select distinct m.municipality_id as "municipalityId" from bureaus.message m
    where m.municipality_id = any(${municipalities}::integer[]) and m.state = 'waiting'
      and m.next_attempt_at <= ${now} order by 1`.execute(db)
  return rows.map(({ municipalityId }) => municipalityId)
}

/** What still waits of a template or of a group leaves no more. Answers how many. */
export async function dropWaiting(
  db: Db,
  { municipalityId, electionId }: OfElection,
  which: { readonly template: string } | { readonly groupId: GroupMessageId },
  { code, now }: { code: string; now: Date },
): Promise<number> {
  const meant = 'template' in which ? sql`m.template = ${which.template}` : sql`m.group_id = ${which.groupId}`
  const { numAffectedRows } = await sql`
    update bureaus.message m set state = 'dropped', code = ${code}, finished_at = ${now}
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId} and ${meant}
      and m.state = 'waiting'`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** The message that came back, by what it bears; only one that left. */
export async function failMessage(
  db: Db,
  municipalityId: MunicipalityId,
  { key, code }: { key: Buffer; code: string },
): Promise<
  | (Pick<Message, 'memberId' | 'assignmentId' | 'template'> & {
      channel: MessageChannel
      electionId: ElectionId
    })
  | undefined
> {
  const { rows } = await sql<
    Pick<Message, 'memberId' | 'assignmentId' | 'template'> & {
      channel: MessageChannel
      electionId: ElectionId
    }
  >`
    update bureaus.message m set state = 'bounced', code = ${code}
    where m.municipality_id = ${municipalityId} and m.message_key = ${key} and m.state in ('sent', 'unconfirmed')
    returning m.election_id as "electionId", m.member_id as "memberId", m.assignment_id as "assignmentId", m.template,
      m.channel`.execute(db)
  return rows[0]
}

/** Whether a message bears this key, whatever became of it. */
export async function isMessageKnown(db: Db, municipalityId: MunicipalityId, key: Buffer): Promise<boolean> {
  const { rows } = await sql`
    select from bureaus.message m where m.municipality_id = ${municipalityId} and m.message_key = ${key}`.execute(
    db,
  )
  return rows.length > 0
}
