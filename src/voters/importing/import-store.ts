import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '../../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../../platform/ids.ts'
import { type Finding, finding } from '../checking/import-finding.ts'
import { arrivalColumns, setAsideColumns } from './prepare-rows.ts'

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

/** Makes room beside a list for its rows with an error, until the transaction ends. */
export async function openRowsSetAside(
  db: Db,
  municipalityId: MunicipalityId,
  listId: ListId,
): Promise<void> {
  await sql`select voters.open_rows_set_aside(${municipalityId}, ${listId}::uuid)`.execute(db)
}

/** The stream that fills it with prepared rows. */
export function rowsSetAside(client: pg.PoolClient) {
  return client.query(
    copyFrom(`copy pg_temp.row_set_aside (${setAsideColumns.join(', ')}) from stdin with (format binary)`),
  )
}

/** Takes the later of every double out of the list: what is left can be attached. */
export async function setDoublesAside(db: Db, municipalityId: MunicipalityId, listId: ListId): Promise<void> {
  await sql`select voters.set_doubles_aside(${municipalityId}, ${listId}::uuid)`.execute(db)
}

/** Rows whose person or list number stands in an earlier row too, with that row: also among the rows set aside. */
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

/** Rows of an attached list whose number is not the next one; with what was set aside, where that is open. */
export async function* numberingGaps(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
  isSetAside: boolean,
): AsyncGenerator<Finding> {
  const setAside = sql`union all select s.source_row, s.list_number from pg_temp.row_set_aside s
    where s.list_number is not null`
  const query = sql<{ row: number }>`
    select n.source_row as row from (
      select e.source_row, e.list_number, lag(e.list_number, 1, 0) over (order by e.list_number) as before
      from (
        select v.source_row, v.list_number from voters.voter v
        where v.municipality_id = ${municipalityId} and v.election_id = ${electionId} and v.list_id = ${listId}
        ${isSetAside ? setAside : sql``}) e) n
    where n.list_number > n.before + 1 order by n.list_number`
  for await (const { row } of inBatches(db, query))
    yield finding('numbering-gap', { row, column: 'list_number' })
}

/**
 * A query's rows in their order, some at a time, so that a million findings do not fill the memory. They are set down first:
 * only so does the database look for them with several processes.
 */
export async function* inBatches<Row>(db: Db, query: ReturnType<typeof sql<Row>>): AsyncGenerator<Row> {
  await sql`create temporary table found_rows on commit drop as ${query}`.execute(db)
  await sql`declare finding_cursor no scroll cursor for select * from found_rows order by ctid`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch 5000 from finding_cursor`.execute(db)
    if (rows.length === 0) break
    yield* rows
  }
  await sql`close finding_cursor`.execute(db)
  await sql`drop table found_rows`.execute(db)
}
