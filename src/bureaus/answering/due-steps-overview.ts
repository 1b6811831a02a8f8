import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import type { OfElection } from '../assignments/assignment-store.ts'

export interface DueStep {
  readonly assignmentId: AssignmentId
  readonly step: 'note-silence' | 'confirm'
}

/** Whose time for an excuse passed without a word; and, when `areExpected`, who is to be expected and is not yet. */
export async function dueSteps(
  db: Db,
  { municipalityId, electionId }: OfElection,
  { now, areExpected, limit }: { readonly now: Date; readonly areExpected: boolean; readonly limit: number },
): Promise<DueStep[]> {
  const { rows } = await sql<DueStep>`
    select assignment_id as "assignmentId", case when reply = 'NONE' then 'note-silence' else 'confirm' end as step
    from bureaus.assignment
    where municipality_id = ${municipalityId} and election_id = ${electionId}
      and designation = 'DESIGNATED' and delivery = 'DELIVERED' and attendance = 'UNKNOWN'
      and (reply = 'NONE' and excuse_until <= ${now}
        or ${areExpected} and not confirmed and reply in ('ACKNOWLEDGED', 'NO_REPLY'))
    order by assignment_id limit ${limit}`.execute(db)
  return rows
}
