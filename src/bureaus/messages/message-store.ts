import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { ElectionId, GroupMessageId, MunicipalityId } from '../../platform/ids.ts'
import type { Outbox } from '../../platform/outbox/outbox.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { Message, MessageChannel } from './message.ts'

export const messageOutbox: Outbox<Message> = {
  table: 'bureaus.message',
  columns: {
    municipalityId: 'municipality_id',
    electionId: 'election_id',
    memberId: 'member_id',
    event: 'event',
    assignmentId: 'assignment_id',
    template: 'template',
    groupId: 'group_id',
    language: 'language',
    attempts: 'attempts',
    writtenAt: 'written_at',
  },
  key: ['municipalityId', 'electionId', 'memberId', 'event'],
}

export interface NewMessage
  extends Pick<Message, 'memberId' | 'assignmentId' | 'event' | 'template' | 'groupId'> {
  /** When it is another than that of the others. */
  readonly language?: string | undefined
}

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
      one."groupId", coalesce(one.language, ${language}::text), ${at}::timestamptz, ${at}::timestamptz, decode(one.key, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one ("memberId" uuid, event text, "assignmentId" uuid,
      template text, "groupId" uuid, language text, key text)
    on conflict (municipality_id, election_id, member_id, event) do update
    set state = 'waiting', code = null, finished_at = null, assignment_id = excluded.assignment_id,
      next_attempt_at = excluded.next_attempt_at
    where m.state = 'dropped' and m.code in ('switched-off', 'seat-gone')`.execute(db)
  return Number(numAffectedRows ?? 0n)
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
