import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  firstMunicipality,
  secondMunicipality,
  type TestDatabase,
  testDatabase,
} from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type ListId, newId } from '../../platform/ids.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps } from '../testing.ts'
import { addPartition, attachList, openList } from './import-store.ts'
import { importVoters } from './import-voters.ts'

/** What the database itself promises of the table that a list comes in to, whatever the code around it does. */

let database: TestDatabase
let election: Election
let owner: pg.Client

beforeAll(async () => {
  database = await testDatabase()
  election = await anElection(database, firstMunicipality)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await database.inScope(staffOf(firstMunicipality), (db) => addPartition(db, election.electionId))
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const tableOf = (listId: ListId) => `voters.voter_list_${listId.replaceAll('-', '')}`

async function listTables(): Promise<number> {
  const { rows } =
    await owner.query(`select count(*)::int as n from pg_class where relname like 'voter_list_%'
    and relkind = 'r'`)
  return rows[0].n
}

/** Work on a list that is open, in a transaction that is undone. */
async function withOpenList(
  work: (db: Db, listId: ListId) => Promise<unknown>,
  municipality = firstMunicipality,
): Promise<unknown> {
  const undo = new Error('undo')
  let answer: unknown
  const listId = newId<ListId>()
  await database
    .inScope(staffOf(municipality), async (db) => {
      await openList(db, firstMunicipality, election.electionId, listId)
      answer = await work(db, listId)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) answer = error
    })
  return answer
}

const row = (listId: ListId, more = '') =>
  `insert into ${tableOf(listId)} (voter_id, list_number, nrn_cipher, nrn_index, category, last_name, first_names, section,
     list_address${more && ', municipality_id'}) values (gen_random_uuid(), 1, '', '', 'BELGIAN', 'x', 'y', 1, '{}'${more})`

test('it can be filled and not read, until it is attached: then through its parent only', async () => {
  const run = (statement: (listId: ListId) => string) =>
    withOpenList((db, listId) => sql.raw(statement(listId)).execute(db))
  expect(await run(row)).toMatchObject({ numAffectedRows: 1n })
  expect(String(await run((listId) => `select count(*) from ${tableOf(listId)}`))).toMatch(
    'permission denied',
  )
  expect(String(await run((listId) => `update ${tableOf(listId)} set section = 2`))).toMatch(
    'permission denied',
  )
  const attached = await withOpenList(async (db, listId) => {
    await sql.raw(row(listId)).execute(db)
    expect(await attachList(db, firstMunicipality, election.electionId, listId)).toBe(true)
    const { rows } =
      await sql`select v.last_name from voters.voter v where v.list_id = ${listId}::uuid`.execute(db)
    expect(rows).toEqual([{ last_name: 'x' }])
    return sql.raw(row(listId)).execute(db)
  })
  expect(String(attached)).toMatch('permission denied')
})

test('it takes no row of another municipality, and nobody opens, attaches or drops one of another', async () => {
  expect(String(await withOpenList((db, listId) => sql.raw(row(listId, ', 2')).execute(db)))).toMatch(
    'of_municipality_1',
  )
  expect(String(await withOpenList(async () => 'opened', secondMunicipality))).toMatch('in this scope')
  const imported = await importVoters(testDeps(database), {
    election,
    source: sourceOf(csvOf([aRow(0)])),
    by: 'x',
  })
  if (!imported.ok) throw new Error(imported.because)
  const { electionId } = election
  for (const [scope, municipality] of [
    [secondMunicipality, firstMunicipality],
    [secondMunicipality, secondMunicipality],
  ] as const)
    for (const deed of [
      sql`select voters.drop_list(${municipality}, ${imported.listId}::uuid)`,
      sql`select voters.attach_list(${municipality}, ${electionId}::uuid, ${imported.listId}::uuid)`,
      sql`select * from voters.doubles_on_list(${municipality}, ${imported.listId}::uuid, 'voter_id')`,
    ])
      await expect(database.inScope(staffOf(scope), (db) => deed.execute(db))).rejects.toThrow(
        'in this scope',
      )
})

test('a double leaves it unattached; the way to ask for them gives row numbers alone', async () => {
  const answer = await withOpenList(async (db, listId) => {
    await sql.raw(`${row(listId)}, (gen_random_uuid(), 1, '', '', 'BELGIAN', 'x', 'y', 1, '{}')`).execute(db)
    expect(await attachList(db, firstMunicipality, election.electionId, listId)).toBe(false)
    const { rows } = await sql`select * from voters.voter v where v.list_id = ${listId}::uuid`.execute(db)
    expect(rows).toEqual([])
    await expect(
      sql`select * from voters.doubles_on_list(${firstMunicipality}, ${listId}::uuid, 'last_name')`.execute(
        db,
      ),
    ).rejects.toThrow('nothing is double by last_name')
    return 'looked at'
  })
  expect(answer).toBe('looked at')
})

test('of a list that is refused, broken off or replaced no table is left', async () => {
  const importCsv = (text: string, more = {}) =>
    importVoters(testDeps(database), { election, source: sourceOf(text), by: 'x', ...more })
  await importCsv(csvOf([aRow(0), aRow(1)]))
  expect(await listTables()).toBe(1)
  await importCsv(csvOf([aRow(0), aRow(1), aRow(2)]))
  expect(await listTables()).toBe(1)
  expect(await importCsv(csvOf([aRow(0), aRow(1, { section: '9' })]))).toMatchObject({
    because: 'rows-refused',
  })
  expect(await importCsv(csvOf([aRow(0), aRow(1, { list_number: '1' })]))).toMatchObject({
    because: 'rows-refused',
  })
  expect(await importCsv(csvOf([]))).toMatchObject({ fault: 'header-only' })
  expect(await importCsv(csvOf([aRow(0)]), { signal: AbortSignal.abort() })).toMatchObject({
    because: 'interrupted',
  })
  expect(await listTables()).toBe(1)
})

test('a list has its statistics the moment it is there', async () => {
  const rows = Array.from({ length: 300 }, (_, n) => aRow(n))
  const imported = await importVoters(testDeps(database), {
    election,
    source: sourceOf(csvOf(rows)),
    by: 'x',
  })
  if (!imported.ok) throw new Error(imported.because)
  const { rows: found } = await owner.query(
    `select (select reltuples from pg_class where oid = $1::text::regclass) as rows,
       (select count(*)::int from pg_stats where schemaname || '.' || tablename = $1::text
          and attname in ('voter_id', 'section', 'state', 'municipality_id')) as columns`,
    [tableOf(imported.listId)],
  )
  expect(found[0]).toEqual({ rows: 300, columns: 4 })
})
