import { sql } from 'kysely'
import type { WithoutBallot } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId, VoterId } from '../platform/ids.ts'
import { isOneOf } from '../voters/index.ts'

/** Voters of a section who are due a letter and have none, with the sum of 0071 that tells who they are. */
export interface WithoutLetter {
  readonly section: number
  readonly voters: readonly VoterId[]
  readonly fingerprint: string
}

/**
 * Who is due a letter and has none, of those whom an amendment of the closed list was about. Reads these alone, however long the list
 * is; who lost a letter otherwise is not among them.
 */
export async function amendedWithoutLetter(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  {
    listId,
    withoutBallot,
    sections,
  }: { listId: ListId; withoutBallot: readonly WithoutBallot[]; sections: readonly number[] },
): Promise<WithoutLetter[]> {
  const { rows } = await sql<WithoutLetter>`
    with due as materialized (
      select v.voter_id, v.section from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        and v.voter_id = any(array(select distinct a.voter_id from voters.amendment a
          where a.municipality_id = ${municipalityId} and a.election_id = ${electionId}))
        and v.state in ('enrolled', 'added') and not ${isOneOf(withoutBallot)}
    ), has as materialized (
      select l.voter_id from letters.letter l
      where l.municipality_id = ${municipalityId} and l.election_id = ${electionId} and l.ended_at is null
        and l.voter_id = any(array(select due.voter_id from due))
    )
    select due.section, array_agg(due.voter_id::text) as voters,
      sum(uuid_hash_extended(due.voter_id, 0))::text as fingerprint
    from due where due.section = any(${sections}::integer[])
      and not exists (select from has where has.voter_id = due.voter_id)
    group by due.section`.execute(db)
  return rows
}
