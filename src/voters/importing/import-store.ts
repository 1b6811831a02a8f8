import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import { type Finding, finding } from '../checking/import-finding.ts'
import { arrivalColumns } from './prepare-rows.ts'

/** Was the data of the election purged? Then there is no room for voters any more. */
export async function isPurged(db: Db, electionId: ElectionId): Promise<boolean> {
  const { rows } = await sql<{ purged: boolean }>`
    select voters.is_purged(${electionId}::uuid) as purged`.execute(db)
  return rows[0]!.purged
}

/** Makes room for the election's voters. In a transaction of its own, so that no election waits for another. */
export async function addPartition(db: Db, electionId: ElectionId): Promise<void> {
  await sql`select voters.add_partition(${electionId}::uuid)`.execute(db)
}

/**
 * Opens the table of a list that is about to come in. It is filled first and indexed afterwards, which is several
 * times quicker. Until it is attached nobody can read it; whatever ends the transaction takes it away.
 */
export async function openList(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<void> {
  await sql`select voters.open_list(${municipalityId}, ${electionId}::uuid, ${listId}::uuid)`.execute(db)
}

/**
 * The stream that fills the table of a list with prepared rows. Destroying it, or an error in it, spoils the
 * transaction. Frozen: nobody has to look again whether the transaction that wrote a row was committed.
 */
export function arrivalsOf(client: pg.PoolClient, listId: ListId) {
  const table = `voters.voter_list_${listId.replaceAll('-', '')}`
  return client.query(
    copyFrom(`copy ${table} (${arrivalColumns.join(', ')}) from stdin with (format binary, freeze)`),
  )
}

/**
 * Indexes the list and makes it part of the voters of its election. Answers false, and leaves it unattached, when a
 * person or a list number stands on it twice.
 */
export async function attachList(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<boolean> {
  const { rows } = await sql<{ attached: boolean }>`
    select voters.attach_list(${municipalityId}, ${electionId}::uuid, ${listId}::uuid) as attached`.execute(
    db,
  )
  return rows[0]!.attached
}

/** Rows whose person or list number stands in an earlier row too, with that row. For a list not yet attached. */
export async function* doubles(
  db: Db,
  municipalityId: MunicipalityId,
  listId: ListId,
): AsyncGenerator<Finding> {
  for (const [key, column, code] of [
    ['voter_id', 'national_number', 'double-national-number'],
    ['list_number', 'list_number', 'double-list-number'],
  ] as const) {
    const query = sql<{ row: number; first_row: number }>`
      select d.source_row as row, d.first_row
      from voters.doubles_on_list(${municipalityId}, ${listId}::uuid, ${key}) d`
    for await (const { row, first_row } of inBatches(db, query))
      yield finding(code, { row, column, sameAs: first_row })
  }
}

/** Rows of an attached list whose number is not the next one. */
export async function* numberingGaps(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): AsyncGenerator<Finding> {
  const query = sql<{ row: number }>`
    select n.source_row as row from (
      select v.source_row, v.list_number, lag(v.list_number, 1, 0) over (order by v.list_number) as before
      from voters.voter v
      where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}) n
    where n.list_number > n.before + 1 order by n.list_number`
  for await (const { row } of inBatches(db, query))
    yield finding('numbering-gap', { row, column: 'list_number' })
}

/** A query's rows by a cursor, so that a million findings do not fill the memory. */
export async function* inBatches<Row>(db: Db, query: ReturnType<typeof sql<Row>>): AsyncGenerator<Row> {
  await sql`declare finding_cursor no scroll cursor for ${query}`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch 5000 from finding_cursor`.execute(db)
    if (rows.length === 0) break
    yield* rows
  }
  await sql`close finding_cursor`.execute(db)
}
