import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { joiningWholeTables } from '../../platform/db/snapshot.ts'
import type { ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import { type Finding, finding } from '../checking/import-finding.ts'
import { inBatches } from './import-store.ts'

interface OneList {
  readonly municipalityId: MunicipalityId
  readonly electionId: ElectionId
  readonly listId: ListId
}

/**
 * Rows of an attached list with name, birth date and address of an earlier row, under another national number. What is
 * compared are hashes of eight bytes: grouping a city by its texts took longer than the rest of the check.
 */
export async function* likelySamePeople(
  db: Db,
  { municipalityId, electionId, listId }: OneList,
): AsyncGenerator<Finding> {
  await joiningWholeTables(db)
  const facts = sql`hash_record_extended(row(v.birth_date, v.last_name, v.first_names, v.list_address), 0)`
  const withBirthDate = sql`voters.voter v where v.municipality_id = ${municipalityId}
    and v.election_id = ${electionId} and v.list_id = ${listId} and v.birth_date is not null`
  const query = sql<{ row: number; first_row: number }>`
    select person.source_row as row, twice.first_row
    from (select ${facts} as facts, min(v.source_row) as first_row from ${withBirthDate}
          group by 1 having count(*) > 1) twice
    join (select ${facts} as facts, v.source_row from ${withBirthDate}) person using (facts)
    where person.source_row <> twice.first_row order by person.source_row`
  for await (const { row, first_row } of inBatches(db, query))
    yield finding('likely-same-person', { row, sameAs: first_row })
}

/** Addresses of an attached list where more live than in a house, though the list calls them no institution. */
export async function* crowdedHomes(
  db: Db,
  { municipalityId, electionId, listId }: OneList,
  most: number,
): AsyncGenerator<Finding> {
  const query = sql<{ row: number; voters: number }>`
    select min(v.source_row) as row, count(*)::integer as voters from voters.voter v
    where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
      and v.address_kind is null
    group by jsonb_hash_extended(v.list_address, 0) having count(*) > ${most} order by 1`
  for await (const { row, voters } of inBatches(db, query))
    yield finding('crowded-home', { row, column: 'street', detail: String(voters) })
}

/** What is known of other elections of this municipality: the size of the last list, and whether this file was one. */
export async function otherLists(
  db: Db,
  { municipalityId, electionId }: OneList,
  sourceSha256: Buffer,
): Promise<{ lastVoters?: number; sameFile: boolean }> {
  const { rows } = await sql<{ last: number | null; same: boolean }>`
    select (select o.voter_count from voters.voters_list o where o.municipality_id = ${municipalityId}
              and o.election_id <> ${electionId} and o.state = 'closed' order by o.list_id desc limit 1) as last,
      exists (select from voters.voters_list o where o.municipality_id = ${municipalityId}
              and o.election_id <> ${electionId} and o.source_sha256 = ${sourceSha256}) as same`.execute(db)
  const { last, same } = rows[0]!
  return { sameFile: same, ...(last !== null && { lastVoters: last }) }
}
