import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'
import { withoutTenant } from './tenant-tables.ts'

/**
 * What a database that is spread over machines by municipality asks of every table: whatever is unique in it and whatever
 * refers from it names the municipality, so that one machine can judge. The few tables that are not a municipality's
 * are copied to each. Which is which stands in docs/how-to/more-machines.md.
 */

const onEveryMachine = [...withoutTenant, 'municipalities.municipality']

interface Table {
  readonly name: string
  readonly uniqueWithout: readonly string[]
  readonly keyStartsWith: string
  readonly refersWithout: readonly string[]
}

let database: TestDatabase
let tables: readonly Table[]

beforeAll(async () => {
  database = await testDatabase()
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<Table>(`
    select c.oid::regclass::text as name,
      array(select i.indexrelid::regclass::text from pg_index i where i.indrelid = c.oid and i.indisunique
              and m.attnum <> all (i.indkey)) as "uniqueWithout",
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indrelid = c.oid and i.indisprimary) as "keyStartsWith",
      array(select r.confrelid::regclass::text from pg_constraint r where r.conrelid = c.oid and r.contype = 'f'
              and r.conparentid = 0 and m.attnum <> all (r.conkey)) as "refersWithout"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute m on m.attrelid = c.oid and m.attname = 'municipality_id'
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not like 'pg_%'
      and n.nspname not in ('information_schema', 'public', 'jobs')
    order by 1`)
  await owner.end()
  tables = rows
})
afterAll(() => database.close())

const spread = () => tables.filter(({ name }) => !onEveryMachine.includes(name))

test('the tables that are copied to each machine are there', () => {
  expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(onEveryMachine))
  expect(spread().length).toBeGreaterThan(25)
})

describe('every other table', () => {
  test('has a key that starts with the municipality', () => {
    for (const { name, keyStartsWith } of spread()) expect(keyStartsWith, name).toBe('municipality_id')
  })

  test('names the municipality in whatever is unique, and in whatever it refers by', () => {
    for (const { name, uniqueWithout, refersWithout } of spread())
      expect({ uniqueWithout, refersWithout }, name).toEqual({ uniqueWithout: [], refersWithout: [] })
  })

  test('is named by the page, and no table that is not there', () => {
    const page = readFileSync('docs/how-to/more-machines.md', 'utf8')
    const block = /```sql\n(-- Citus[\s\S]*?)```/.exec(page)![1]!
    const named = (call: string) =>
      [...block.matchAll(new RegExp(`${call}\\('([\\w.]+)'`, 'g'))].map(([, name]) => name!).sort()
    expect(named('create_reference_table')).toEqual([...onEveryMachine].sort())
    expect(named('create_distributed_table')).toEqual(
      spread()
        .map(({ name }) => name)
        .sort(),
    )
  })
})
