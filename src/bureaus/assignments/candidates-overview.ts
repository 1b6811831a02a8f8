import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { OfElection } from './assignment-store.ts'

/** Which of these are of somebody who stands for election; whether they may sit, the rules say (`candidates`). */
export async function candidatesAmong(
  db: Db,
  { municipalityId, electionId }: OfElection,
  assignments: readonly AssignmentId[],
): Promise<ReadonlySet<AssignmentId>> {
  const { rows } = await sql<{ assignmentId: AssignmentId }>`
    select a.assignment_id as "assignmentId"
    from bureaus.assignment a
    join bureaus.member m on m.municipality_id = a.municipality_id and m.election_id = a.election_id
      and m.member_id = a.member_id
    join bureaus.election_candidate c on c.municipality_id = m.municipality_id and c.election_id = m.election_id
      and c.nrn_index = m.nrn_index
    where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}
      and a.assignment_id = any(${assignments}::uuid[])`.execute(db)
  return new Set(rows.map(({ assignmentId }) => assignmentId))
}
