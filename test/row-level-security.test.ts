import { globSync } from 'node:fs'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTenantTables, type TenantTables } from './tenant-tables.ts'

let tables: TenantTables
let owner: pg.Client
let application: pg.Client
let tenantTables: readonly string[]

beforeAll(async () => {
  tables = await openTenantTables()
  owner = tables.owner
  application = tables.application
  tenantTables = tables.names
})
afterAll(() => tables.close())

async function seenBy(scope: string, name: string): Promise<number[]> {
  await application.query(`begin; ${scope}`)
  const { rows } = await application.query(`select municipality_id as seen from ${name} order by 1`)
  await application.query('rollback')
  return rows.map((row) => row.seen)
}

test('every table of every module is here', () => {
  const created = globSync('migrations/*.sql').length
  expect(created).toBeGreaterThan(5)
  expect(tenantTables.length).toBeGreaterThan(20)
})

test('every tenant table has row-level security, forced on its owner too', async () => {
  for (const name of tenantTables) {
    const { rows } = await owner.query(
      'select relrowsecurity as secured, relforcerowsecurity as forced from pg_class where oid = $1::regclass',
      [name],
    )
    expect(rows[0], name).toEqual({ secured: true, forced: true })
  }
})

test('without a scope the application sees no row of any tenant table', async () => {
  for (const name of tenantTables) expect(await seenBy('select 1', name), name).toEqual([])
})

test('staff of one municipality see its rows and nobody else’s', async () => {
  for (const name of tenantTables)
    expect(await seenBy(`set local kiesloket.municipalities = '1'`, name), name).toEqual([1])
})

test('a citizen sees what is public, and of personal rows only those under their own number', async () => {
  const isPublic =
    /^municipalities\.(municipality|settings)|^elections\.|^letters\.plate|^bureaus\.(bureau|seat)$/
  const isPersonal = [
    ...['voters.voter', 'voters.voters_list', 'letters.letter', 'letters.whole_letter', 'delivery.delivery'],
    ...['portal.subscription', 'bureaus.member', 'bureaus.assignment', 'bureaus.contact', 'bureaus.excuse'],
    ...[
      'bureaus.evidence',
      'bureaus.member_letter',
      'bureaus.message',
      'bureaus.service',
      'bureaus.volunteer',
    ],
  ]
  for (const name of tenantTables) {
    const expected = isPublic.test(name) ? [1, 2] : isPersonal.includes(name) ? [1] : []
    expect(await seenBy(`set local kiesloket.person = '01'`, name), name).toEqual(expected)
  }
})

test('an authority sees elections of the area granted to it and how their bureaus stand, and nobody’s name', async () => {
  for (const name of tenantTables) {
    const expected =
      /^elections\.|^municipalities\.municipality$|^platform\.authority_grant$|^bureaus\.(authority|bureau|seat|assignment|checkpoint|incident|composition)$/.test(
        name,
      )
        ? [2]
        : []
    expect(await seenBy(`set local kiesloket.authority = 'text-2'`, name), name).toEqual(expected)
  }
})

test('a partition is reached through its parent only', async () => {
  const { rows } = await owner.query(
    `select oid::regclass::text as name from pg_class where relispartition and relkind = 'r'`,
  )
  const own = rows.filter(({ name }) => /^(voters|letters|delivery)\./.test(name))
  expect(own.length).toBeGreaterThan(0)
  for (const { name } of own)
    await expect(application.query(`select 1 from ${name}`), name).rejects.toThrow(/permission denied|wrong/)
})

test('the key of every tenant table starts with the municipality', async () => {
  for (const name of tenantTables) {
    const { rows } = await owner.query(
      `select a.attname as first from pg_index i
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
       where i.indisprimary and i.indrelid = $1::regclass`,
      [name],
    )
    expect(rows[0]?.first, name).toBe('municipality_id')
  }
})

test('the application owns nothing, bypasses nothing and creates nothing', async () => {
  const { rows } = await application.query(`
    select r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb,
           (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
    from pg_roles r where r.rolname = current_user`)
  expect(rows[0]).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owned: 0,
  })
  await expect(application.query('create table public.mine (x int)')).rejects.toThrow(/permission denied/)
  await expect(application.query('alter table voters.voter disable row level security')).rejects.toThrow(
    /owner/,
  )
})
