import { sql } from 'kysely'
import type { Election } from '../../src/elections/index.ts'
import type { Database } from '../../src/platform/db/database.ts'
import { staffOf } from '../../src/platform/db/scope.ts'

/** A voter as a chair types them on the day. */
export interface SpareVoter {
  readonly listNumber: number
  readonly lastName: string
}

/** Adult Belgians of this list whom no bureau knows: who happens to be there. */
export function spareVoters(
  { database }: { readonly database: Database },
  { municipalityId, electionId, pollingDay }: Election,
): Promise<SpareVoter[]> {
  return database.inScope(staffOf(municipalityId), async (db) => {
    const { rows } = await sql<SpareVoter>`
      select v.list_number as "listNumber", v.last_name as "lastName" from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.category = 'BELGIAN'
        and v.birth_date <= ${pollingDay}::date - interval '18 years' and v.state <> 'struck'
        and not exists (select from bureaus.member m where m.municipality_id = v.municipality_id
                          and m.election_id = v.election_id and m.nrn_index = v.nrn_index)
      order by v.list_number`.execute(db)
    return rows
  })
}
