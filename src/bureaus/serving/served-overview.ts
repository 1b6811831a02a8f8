import { sql } from 'kysely'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault.ts'
import { openService } from './kept-service.ts'

interface Kept {
  readonly person: string
  readonly pollingDay: string
  readonly sealed: Buffer
}

/**
 * Who on the lists of this election effectively sat before by the extract of the register, by look-up index as hexadecimal digits. Only of
 * who can be called a service is opened.
 */
export async function keptService(
  db: Db,
  vault: Pick<Vault, 'open'>,
  { municipalityId, electionId, pollingDay }: Election,
): Promise<ReadonlyMap<string, object>> {
  const { rows } = await sql<Kept>`
    select encode(s.nrn_index, 'hex') as person, s.polling_day::text as "pollingDay", s.sealed
    from bureaus.service s
    where s.municipality_id = ${municipalityId} and s.polling_day < ${pollingDay}
      and (exists (select from bureaus.listed_person p where p.municipality_id = s.municipality_id
                   and p.election_id = ${electionId} and p.nrn_index = s.nrn_index)
        or exists (select from bureaus.drawn_person d where d.municipality_id = s.municipality_id
                   and d.election_id = ${electionId} and d.nrn_index = s.nrn_index))`.execute(db)
  return new Map(rows.flatMap((one) => (openService(vault, one).served ? [[one.person, {}]] : [])))
}
