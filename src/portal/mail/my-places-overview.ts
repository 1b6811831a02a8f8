import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId, VoterId } from '../../platform/ids.ts'

/** Where one person stands on a list, with the letter that counts for them. */
export interface MyPlace {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
  readonly voterId: VoterId
  readonly isStruck: boolean
  /** Of the letter that was sent and counts; 0: there is none. */
  readonly letterVersion: number
}

/** `db` is in the scope of this person. */
export async function myPlaces(db: Db, personIndex: Uint8Array, electionId: string): Promise<MyPlace[]> {
  const person = Buffer.from(personIndex)
  const { rows } = await sql<MyPlace>`
    select v.municipality_id as "municipalityId", v.election_id as "electionId", v.list_id as "listId",
      v.voter_id as "voterId", v.state = 'struck' as "isStruck",
      coalesce((select max(l.version) from letters.letter l
                where l.municipality_id = v.municipality_id and l.election_id = v.election_id
                  and l.person_index = v.nrn_index and l.state = 'released'), 0) as "letterVersion"
    from voters.voter v where v.nrn_index = ${person} and v.election_id = ${electionId}::uuid`.execute(db)
  return rows
}
