import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, GroupMessageId, MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import { isMessaged } from './due-messages-overview.ts'
import type { Message, MessageChannel, MessageState, MessageTemplate } from './message.ts'

/** A message to one person, as a timeline shows it. */
export interface SentMessage extends Pick<Message, 'event' | 'template'> {
  readonly channel: MessageChannel | null
  /** Of the wording; 0 is that of the product, null is none: it did not leave, or was written by hand. */
  readonly version: number | null
  readonly subject: string | null
  readonly state: MessageState
  readonly code: string | null
  readonly writtenAt: Date
  readonly finishedAt: Date | null
}

/** All that was written to this person, the first first; in the scope of the municipality, or of the member. */
export async function messagesTo(
  db: Db,
  { municipalityId, electionId }: OfElection,
  memberId: MemberId,
): Promise<SentMessage[]> {
  const { rows } = await sql<SentMessage>`
    select m.event, m.template, m.channel, m.version, m.state, m.code, m.written_at as "writtenAt",
      m.finished_at as "finishedAt",
      (select g.subject from bureaus.group_message g where g.municipality_id = m.municipality_id
         and g.election_id = m.election_id and g.group_id = m.group_id) as subject
    from bureaus.message m
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId} and m.member_id = ${memberId}
    order by m.written_at, m.event`.execute(db)
  return rows
}

export type MessageCounts = Readonly<Record<MessageState, number>>

/** How many messages of each template stand where. */
export async function messageCounts(
  db: Db,
  { municipalityId, electionId }: OfElection,
  groupId?: GroupMessageId,
): Promise<ReadonlyMap<MessageTemplate | 'group', MessageCounts>> {
  const { rows } = await sql<{ template: MessageTemplate | 'group' } & MessageCounts>`
    select m.template, count(*) filter (where m.state = 'waiting')::integer as waiting,
      count(*) filter (where m.state = 'sending')::integer as sending, count(*) filter (where m.state = 'sent')::integer as sent,
      count(*) filter (where m.state = 'refused')::integer as refused,
      count(*) filter (where m.state = 'bounced')::integer as bounced,
      count(*) filter (where m.state = 'unconfirmed')::integer as unconfirmed,
      count(*) filter (where m.state = 'dropped')::integer as dropped
    from bureaus.message m
    where m.municipality_id = ${municipalityId} and m.election_id = ${electionId}
      and (${groupId ?? null}::uuid is null or m.group_id = ${groupId ?? null}::uuid)
    group by m.template`.execute(db)
  return new Map(rows.map(({ template, ...counts }) => [template, counts]))
}

/**
 * Why somebody has to be called: an address that takes nothing, no address at all, or nothing by which to reach them. Of the last: who did
 * not answer, who asks to be excused and is not decided on, and who answered otherwise.
 */
export type WhyCall = 'came-back' | 'no-address' | 'no-reply' | 'asks-excuse' | 'no-contact'

export interface ToCallRow {
  readonly memberId: MemberId
  readonly assignmentId: AssignmentId
  readonly lastName: string
  readonly firstNames: string
  readonly kind: KeptKind
  readonly number: string
  readonly role: SeatRole
  readonly because: WhyCall
  readonly code: string | null
  readonly notedAt: Date | null
}

/** Who has a seat and can be written to in no way, but be called. `sms`: whether an SMS reaches who gave no e-mail address. */
export async function peopleToCall(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { sms, after, limit }: { sms: boolean; after?: AssignmentId | undefined; limit: number },
): Promise<ToCallRow[]> {
  const { rows } = await sql<ToCallRow>`
    select a.member_id as "memberId", a.assignment_id as "assignmentId", m.last_name as "lastName",
      m.first_names as "firstNames", b.kind, b.number, s.role,
      case when c.member_id is null then case when a.reply in ('NONE', 'NO_REPLY') then 'no-reply'
          when a.reply = 'EXCUSE_PENDING' then 'asks-excuse' else 'no-contact' end
        when u.noted_at is null then 'no-address' else 'came-back' end as because, u.code, u.noted_at as "notedAt"
    from bureaus.assignment a
    join bureaus.seat s using (municipality_id, election_id, seat_id)
    join bureaus.bureau b using (municipality_id, election_id, bureau_id)
    join bureaus.member m using (municipality_id, election_id, member_id)
    left join bureaus.contact c using (municipality_id, election_id, member_id)
    left join lateral (
      select one.code, one.noted_at from bureaus.unreachable one
      where one.municipality_id = a.municipality_id and one.election_id = a.election_id and one.member_id = a.member_id
      order by one.noted_at limit 1) u on true
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${isMessaged}
      and a.attendance = 'UNKNOWN' and (c.member_id is null or u.noted_at is not null or (not ${sms}::boolean and c.email_sealed is null))
      and a.assignment_id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by a.assignment_id limit ${limit}`.execute(db)
  return rows
}

export async function countToCall(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { sms }: { sms: boolean },
): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::integer as many from bureaus.assignment a
    left join bureaus.contact c using (municipality_id, election_id, member_id)
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${isMessaged}
      and a.attendance = 'UNKNOWN' and (c.member_id is null or (not ${sms}::boolean and c.email_sealed is null) or exists (
        select from bureaus.unreachable u
        where u.municipality_id = a.municipality_id and u.election_id = a.election_id and u.member_id = a.member_id))`.execute(
    db,
  )
  return rows[0]!.many
}
