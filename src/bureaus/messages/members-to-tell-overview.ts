import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId, MemberId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'
import { isMessaged } from './due-messages-overview.ts'

/** Which of these have a seat and said how they can be reached. */
export async function membersToTell(
  db: Db,
  { municipalityId, electionId }: OfElection,
  members: readonly MemberId[],
): Promise<readonly { readonly memberId: MemberId; readonly assignmentId: AssignmentId }[]> {
  const { rows } = await sql<{ memberId: MemberId; assignmentId: AssignmentId }>`
    select distinct on (a.member_id) a.member_id as "memberId", a.assignment_id as "assignmentId"
    from bureaus.assignment a
    join bureaus.contact c on c.municipality_id = a.municipality_id and c.election_id = a.election_id
      and c.member_id = a.member_id
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId} and ${isMessaged}
      and a.member_id = any(${members}::uuid[])
    order by a.member_id, a.assignment_id desc`.execute(db)
  return rows
}
