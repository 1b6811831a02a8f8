import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import type { MessageChannel } from './message.ts'

/** Nothing more goes there; the first time that it was found stands. */
export async function noteUnreachable(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { memberId, channel, code, at }: { memberId: MemberId; channel: MessageChannel; code: string; at: Date },
): Promise<void> {
  await sql`
    insert into bureaus.unreachable (municipality_id, election_id, member_id, channel, code, noted_at)
    values (${municipalityId}, ${electionId}, ${memberId}, ${channel}, ${code}, ${at})
    on conflict (municipality_id, election_id, member_id, channel) do nothing`.execute(db)
}

/** There is another address or number: messages may go there. */
export async function forgetUnreachable(
  db: Db,
  { municipalityId, electionId }: OfElection,
  memberId: MemberId,
  channels: readonly MessageChannel[],
): Promise<void> {
  await sql`
    delete from bureaus.unreachable u
    where u.municipality_id = ${municipalityId} and u.election_id = ${electionId} and u.member_id = ${memberId}
      and u.channel = any(${[...channels]}::text[])`.execute(db)
}

/** Which ways to this person are closed. */
export async function closedWays(
  db: Db,
  { municipalityId, electionId }: OfElection,
  memberId: MemberId,
): Promise<ReadonlySet<MessageChannel>> {
  const { rows } = await sql<{ channel: MessageChannel }>`
    select u.channel from bureaus.unreachable u
    where u.municipality_id = ${municipalityId} and u.election_id = ${electionId}
      and u.member_id = ${memberId}`.execute(db)
  return new Set(rows.map(({ channel }) => channel))
}
