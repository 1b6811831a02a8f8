import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { currentList } from '../../voters/index.ts'

export interface NamedPerson {
  readonly lastName: string
  readonly firstNames: string
}

/** The names of these people, by look-up index as hexadecimal digits: as the voters list has them, else as list A or their offer does. */
export async function namesOf(
  db: Db,
  { municipalityId, electionId }: Election,
  people: readonly string[],
): Promise<ReadonlyMap<string, NamedPerson>> {
  if (people.length === 0) return new Map()
  const list = await currentList(db, municipalityId, electionId)
  const { rows } = await sql<NamedPerson & { person: string }>`
    with asked as (select decode(one, 'hex') as nrn_index from unnest(${people}::text[]) as one)
    select encode(a.nrn_index, 'hex') as person, coalesce(v.last_name, p.last_name, m.last_name, o.last_name) as "lastName",
      coalesce(v.first_names, p.first_names, m.first_names, o.first_names) as "firstNames"
    from asked a
    left join voters.voter v on v.municipality_id = ${municipalityId} and v.election_id = ${electionId}
      and v.list_id = ${list?.listId ?? null}::uuid and v.nrn_index = a.nrn_index
    left join bureaus.listed_person p on p.municipality_id = ${municipalityId} and p.election_id = ${electionId}
      and p.nrn_index = a.nrn_index
    left join bureaus.member m on m.municipality_id = ${municipalityId} and m.election_id = ${electionId}
      and m.nrn_index = a.nrn_index
    left join bureaus.volunteer o on o.municipality_id = ${municipalityId} and o.election_id = ${electionId}
      and o.nrn_index = a.nrn_index and o.state = 'ACCEPTED'
    where coalesce(v.last_name, p.last_name, m.last_name, o.last_name) is not null`.execute(db)
  return new Map(rows.map(({ person, ...name }) => [person, name]))
}
