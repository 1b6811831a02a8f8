import { sql } from 'kysely'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Db } from '../platform/db/database.ts'
import type { ElectionId, ListId, MunicipalityId } from '../platform/ids.ts'
import type { ListVoter } from './check-row.ts'
import { type Finding, finding } from './import-finding.ts'
import type { VoterKeys } from './seal-voter.ts'
import { type ListCounts, listCounts } from './voter-store.ts'

/**
 * Copying into a table with row-level security is not possible, so a list first goes to a table of this
 * transaction only. Whatever ends the transaction takes it away.
 */
export async function createArrivals(db: Db): Promise<void> {
  await sql`create temporary table voter_arrival (
    row_number integer not null, voter_id uuid not null, list_number integer not null,
    nrn_cipher bytea not null, nrn_index bytea not null, category text not null,
    last_name text not null, first_names text not null, birth_date date, section integer not null,
    list_address jsonb not null, delivery_address jsonb, no_post text, requested_language text
  ) on commit drop`.execute(db)
  await sql`set local work_mem = '64MB'`.execute(db)
}

/** The stream that takes lines of `arrivalLine`. Destroying it, or an error in it, spoils the transaction. */
export function arrivals(client: pg.PoolClient): NodeJS.WritableStream {
  return client.query(copyFrom('copy voter_arrival from stdin'))
}

/** One line of COPY's text format. Cells hold no control characters any more, so only \ needs care. */
export function arrivalLine(row: number, voter: ListVoter, keys: VoterKeys): string {
  return `${row}\t${keys.voterId}\t${voter.listNumber}\t\\\\x${keys.nrnCipher.toString('hex')}\t\\\\x${keys.nrnIndex.toString('hex')}\t${voter.category}\t${text(voter.lastName)}\t${text(voter.firstNames)}\t${voter.birthDate || '\\N'}\t${voter.section}\t${json(voter.listAddress)}\t${json(voter.deliveryAddress)}\t${voter.noPost || '\\N'}\t${voter.requestedLanguage || '\\N'}\n`
}

function text(value: string): string {
  return value.includes('\\') ? value.replaceAll('\\', '\\\\') : value
}

function json(value: object | undefined): string {
  return value === undefined ? '\\N' : text(JSON.stringify(value))
}

/** Rows whose person or list number stands in an earlier row too, with that row. */
export async function* doubles(db: Db): AsyncGenerator<Finding> {
  for (const [key, column, code] of [
    ['voter_id', 'national_number', 'double-national-number'],
    ['list_number', 'list_number', 'double-list-number'],
  ] as const) {
    const query = sql<{ row_number: number; first_row: number }>`
      with doubled as (select a.${sql.ref(key)}, min(a.row_number) as first_row from voter_arrival a
                       group by a.${sql.ref(key)} having count(*) > 1)
      select a.row_number, d.first_row from doubled d join voter_arrival a using (${sql.ref(key)})
      where a.row_number <> d.first_row order by a.row_number`
    for await (const { row_number, first_row } of inBatches(db, query))
      yield finding(code, { row: row_number, column, sameAs: first_row })
  }
}

/** Rows whose number on the list is not the next one. */
export async function* numberingGaps(db: Db): AsyncGenerator<Finding> {
  const query = sql<{ row_number: number }>`
    select n.row_number from (
      select a.row_number, a.list_number, lag(a.list_number, 1, 0) over (order by a.list_number) as before
      from voter_arrival a) n
    where n.list_number > n.before + 1 order by n.list_number`
  for await (const { row_number } of inBatches(db, query))
    yield finding('numbering-gap', { row: row_number, column: 'list_number' })
}

/** A query's rows by a cursor, so that a million findings do not fill the memory. */
async function* inBatches<Row>(db: Db, query: ReturnType<typeof sql<Row>>): AsyncGenerator<Row> {
  await sql`declare finding_cursor no scroll cursor for ${query}`.execute(db)
  for (;;) {
    const { rows } = await sql<Row>`fetch 5000 from finding_cursor`.execute(db)
    if (rows.length === 0) break
    yield* rows
  }
  await sql`close finding_cursor`.execute(db)
}

export async function countArrivals(db: Db): Promise<ListCounts> {
  const { rows } = await sql<{ section: number; category: string; voters: number }>`
    select a.section, a.category, count(*) as voters from voter_arrival a
    group by a.section, a.category order by a.section, a.category`.execute(db)
  return listCounts(rows)
}

/**
 * Makes room for the election's voters. In a transaction of its own: a new partition locks the whole table,
 * which other municipalities are reading.
 */
export async function addPartition(db: Db, electionId: ElectionId): Promise<void> {
  await sql`select voters.add_partition(${electionId}::uuid)`.execute(db)
}

/** Everything that arrived becomes the content of the list, in one statement. */
export async function storeArrivals(
  db: Db,
  municipalityId: MunicipalityId,
  electionId: ElectionId,
  listId: ListId,
): Promise<void> {
  await sql`
    insert into voters.voter (municipality_id, election_id, list_id, voter_id, list_number, nrn_cipher, nrn_index,
      category, last_name, first_names, birth_date, section, list_address, delivery_address, no_post,
      requested_language)
    select ${municipalityId}::integer, ${electionId}::uuid, ${listId}::uuid, a.voter_id, a.list_number, a.nrn_cipher,
      a.nrn_index, a.category, a.last_name, a.first_names, a.birth_date, a.section, a.list_address,
      a.delivery_address, a.no_post, a.requested_language
    from voter_arrival a`.execute(db)
}
