import { globSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'

/** Not tenant data: the installation's own facts. The queue's tables hold ids of batches only. */
const withoutTenant = ['platform.installation']
const partitionKey = '0198b7a0-0000-7000-8000-000000000001'

let database: TestDatabase
let owner: pg.Client
let application: pg.Client
let tenantTables: string[]

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  application = new pg.Client({ connectionString: database.url })
  await owner.connect()
  await application.connect()
  tenantTables = await listTenantTables()
  await fillEveryTable()
})
afterAll(async () => {
  await owner.end()
  await application.end()
  await database.close()
})

async function listTenantTables(): Promise<string[]> {
  const { rows } = await owner.query(`
    select n.nspname || '.' || c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg_%'
      and n.nspname not in ('information_schema', 'jobs', 'public')`)
  return rows.map((row) => row.name as string).filter((name) => !withoutTenant.includes(name))
}

/** One row for each of two municipalities in every table; checks and foreign keys are put aside for it. */
async function fillEveryTable(): Promise<void> {
  await owner.query('set session_replication_role = replica')
  const { rows: checks } = await owner.query(`
    select conrelid::regclass as name, conname from pg_constraint
    where contype = 'c' and connamespace::regnamespace::text in ('platform', 'municipalities', 'elections', 'voters', 'delivery', 'letters')`)
  for (const { name, conname } of checks) await owner.query(`alter table ${name} drop constraint ${conname}`)
  for (const schema of ['voters', 'letters', 'delivery'])
    await owner.query(`select ${schema}.add_partition($1)`, [partitionKey])
  await owner.query(
    `create table voters.voter_list partition of voters.voter_${partitionKey.replaceAll('-', '')} default`,
  )
  for (const name of tenantTables) for (const municipality of [1, 2]) await insertRow(name, municipality)
}

async function insertRow(name: string, municipality: number): Promise<void> {
  const { rows: columns } = await owner.query(
    `select attname as column, format_type(atttypid, atttypmod) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity <> 'a'`,
    [name],
  )
  const values = columns.map(({ column, type }) => {
    if (column === 'municipality_id') return `${municipality}`
    if (type === 'uuid') return `'${partitionKey}'`
    if (type === 'jsonb') return `'{}'`
    if (type === 'bytea') return `decode('0${municipality}', 'hex')`
    if (type.endsWith('[]')) return `'{}'`
    if (type === 'text') return `'text-${municipality}'`
    if (type.startsWith('timestamp') || type === 'date') return 'now()'
    return type === 'boolean' ? 'false' : '1'
  })
  const names = columns.map(({ column }) => column).join(', ')
  await owner.query(`insert into ${name} (${names}) overriding system value values (${values.join(', ')})`)
}

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

test('staff of one municipality can’t write a row of another', async () => {
  await expect(
    application.query(`begin; set local kiesloket.municipalities = '1';
      insert into platform.audit_event (municipality_id, actor, action) values (2, 'x', 'y')`),
  ).rejects.toThrow(/row-level security/)
  await application.query('rollback')
})

test('a citizen sees what is public, and of personal rows only those under their own number', async () => {
  const isPublic = /^municipalities\.(municipality|settings)|^elections\.|^letters\.plate/
  const isPersonal = ['voters.voter', 'letters.letter', 'letters.whole_letter', 'delivery.delivery']
  for (const name of tenantTables) {
    const expected = isPublic.test(name) ? [1, 2] : isPersonal.includes(name) ? [1] : []
    expect(await seenBy(`set local kiesloket.person = '01'`, name), name).toEqual(expected)
  }
})

test('an authority sees elections of the area granted to it, and no voter', async () => {
  for (const name of tenantTables) {
    const expected = /^elections\.|^municipalities\.municipality$|^platform\.authority_grant$/.test(name)
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
