import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { purgeSteps, stays } from './holdings.ts'

let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

test('every table of an election is purged, or stays for a reason', async () => {
  const { rows } = await owner.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and (n.nspname in ('elections', 'voters', 'delivery', 'letters', 'portal', 'bureaus', 'retention') or c.relname like 'audit%')
    order by 1`)
  // No election and no voter in them; of the last two, what they hold ends by itself within hours or days.
  const ofInstallation = [
    ...['delivery.downtime', 'delivery.party_answer', 'delivery.sender'],
    ...['portal.citizen_session', 'portal.mail_limit'],
  ]
  const known = new Set([...[...purgeSteps, ...stays].map(({ table }) => table), ...ofInstallation])
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.map(({ name }) => name)).toEqual([...known].sort())
})

test('what is dropped by partition is partitioned, and what is deleted by row is not', async () => {
  for (const { table, method } of purgeSteps) {
    const { rows } = await owner.query('select relkind from pg_class where oid = $1::regclass', [table])
    if (method === 'drop-partitions') expect(rows[0].relkind, table).toBe('p')
    if (method === 'delete-rows') expect(rows[0].relkind, table).toBe('r')
  }
})

test('what stays is counted by its election, unless it is of the whole municipality', async () => {
  const keys = ['election_id', 'campaign_id'] // that of a campaign leads to its election
  for (const { table, isOfMunicipality } of stays) {
    const { rowCount } = await owner.query(
      'select from pg_attribute where attrelid = $1::regclass and attname = any($2)',
      [table, keys],
    )
    expect(rowCount! > 0, table).toBe(!isOfMunicipality)
  }
})
