import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, MunicipalityId } from '../../platform/ids.ts'
import { listOf, type OfElection } from '../assignments/assignment-store.ts'
import { came } from '../assignments/axes.ts'
import type { MessageTemplate } from './message.ts'
import type { NewMessage } from './message-store.ts'

/** By which ways a message can leave from this installation. */
export interface Ways {
  readonly mail: boolean
  readonly sms: boolean
}

/** Who has a seat and was told: an assignment `a`. Who is excused, revoked or moved is not among them. */
export const isMessaged = sql`(a.designation = 'DESIGNATED' and (a.delivery in ('SENT', 'DELIVERED') or a.confirmed))`

const isWaitedFor = sql`a.attendance = 'UNKNOWN'`

const isMeant: Readonly<Record<MessageTemplate, ReturnType<typeof sql>>> = {
  pointer: isWaitedFor,
  notice: isWaitedFor,
  practical: isWaitedFor,
  reminder: isWaitedFor,
  eve: isWaitedFor,
  'no-reply': sql`(a.delivery = 'DELIVERED' and a.reply in ('NONE', 'NO_REPLY') and a.attendance = 'UNKNOWN')`,
  thanks: sql`a.attendance in (${listOf(came)})`,
}

/** Elections in which a template leaves by itself. */
export async function electionsWithSchedule(
  db: Db,
  municipalities: readonly MunicipalityId[],
): Promise<OfElection[]> {
  const { rows } = await sql<{ municipalityId: MunicipalityId; electionId: ElectionId }>`
    select distinct s.municipality_id as "municipalityId", s.election_id as "electionId" from bureaus.message_schedule s
    where s.municipality_id = any(${municipalities}::integer[]) and s.is_on order by 1, 2`.execute(db)
  return rows
}

/** Who can be reached and did not get this yet: one row for each message that has to be written down. */
export async function dueMessages(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { template, ways, since, limit }: { template: MessageTemplate; ways: Ways; since: Date; limit: number },
): Promise<NewMessage[]> {
  const isPointer = template === 'pointer'
  const event = isPointer ? sql`'pointer-' || l.letter_id` : sql`${template}::text`
  const letters = isPointer
    ? sql`join bureaus.member_letter l on l.municipality_id = a.municipality_id and l.election_id = a.election_id
        and l.assignment_id = a.assignment_id and l.state <> 'replaced' and l.sent_at >= ${since}`
    : sql``
  const { rows } = await sql<NewMessage>`
    select a.member_id as "memberId", a.assignment_id as "assignmentId", ${event} as event, ${template}::text as template,
      null as "groupId"
    from bureaus.assignment a
    join bureaus.contact c on c.municipality_id = a.municipality_id and c.election_id = a.election_id
      and c.member_id = a.member_id
    ${letters}
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${isMessaged} and ${isMeant[template]}
      and ${isReachable(ways)}
      and not exists (
        select from bureaus.message g
        where g.municipality_id = a.municipality_id and g.election_id = a.election_id and g.member_id = a.member_id
          and g.event = ${event} and not (g.state = 'dropped' and g.code in ('switched-off', 'seat-gone')))
    order by a.assignment_id limit ${limit}`.execute(db)
  return rows
}

/** Of a contact `c`: an address that did not come back, for a way that is there. Whether a number takes an SMS shows once it is opened. */
export function isReachable({ mail, sms }: Ways) {
  const isFine = (channel: string) => sql`not exists (
    select from bureaus.unreachable u
    where u.municipality_id = c.municipality_id and u.election_id = c.election_id and u.member_id = c.member_id
      and u.channel = ${channel})`
  return sql`((${mail}::boolean and c.email_sealed is not null and ${isFine('EMAIL')})
    or (${sms}::boolean and ${isFine('SMS')}))`
}

/** The seat that a member has now, when messages may go to who sits there. */
export async function messagedAssignment(
  db: Db,
  { municipalityId, electionId }: OfElection,
  memberId: string,
): Promise<{ readonly assignmentId: NewMessage['assignmentId']; readonly reply: string } | undefined> {
  const { rows } = await sql<{ assignmentId: NewMessage['assignmentId']; reply: string }>`
    select a.assignment_id as "assignmentId", a.reply from bureaus.assignment a
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and a.member_id = ${memberId}
      and ${isMessaged} order by a.assignment_id desc limit 1`.execute(db)
  return rows[0]
}
