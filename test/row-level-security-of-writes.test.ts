import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTenantTables, type TenantTables } from './tenant-tables.ts'

/** What staff of municipality 1 can't do to a row of municipality 2, in any table; and that it is not for lack of trying. */

let tables: TenantTables
let owner: pg.Client
let application: pg.Client
let before: ReadonlyMap<string, unknown>

beforeAll(async () => {
  tables = await openTenantTables()
  owner = tables.owner
  application = tables.application
  before = await rowsOfTheOther()
})
afterAll(() => tables.close())

async function rowsOfTheOther(): Promise<ReadonlyMap<string, unknown>> {
  const found = new Map<string, unknown>()
  for (const name of tables.names) {
    const { rows } = await owner.query(`select to_jsonb(t) as row from ${name} t where municipality_id = 2`)
    expect(rows, name).toHaveLength(1)
    found.set(name, rows[0].row)
  }
  return found
}

/** As staff of municipality 1, committed. Answers how many rows it wrote, or in what words it was refused. */
async function write(statement: string): Promise<number | string> {
  try {
    await application.query(`begin; set local kiesloket.municipalities = '1'`)
    const { rowCount } = await application.query(statement)
    await application.query('commit')
    return rowCount ?? 0
  } catch (error) {
    await application.query('rollback')
    return (error as Error).message
  }
}

async function mayDo(what: 'insert' | 'update' | 'delete', name: string): Promise<boolean> {
  const { rows } = await application.query('select has_table_privilege($1, $2) as may', [name, what])
  return rows[0].may
}

const denied = /^permission denied for table /
const violates = /^new row violates row-level security policy /

test('of every kind of writing there are tables that the application may do it in', async () => {
  for (const what of ['insert', 'update', 'delete'] as const) {
    let granted = 0
    for (const name of tables.names) if (await mayDo(what, name)) granted++
    expect(granted, what).toBeGreaterThan(5)
  }
})

test('a row of another municipality is not added', async () => {
  for (const name of tables.names) {
    const reason = (await mayDo('insert', name)) ? violates : denied
    expect(await write(tables.insertOf(name, 2)), name).toMatch(reason)
  }
})

test('a row of another municipality is not changed, though one’s own is', async () => {
  for (const name of tables.names) {
    const change = (municipality: number) =>
      `update ${name} set municipality_id = municipality_id where municipality_id = ${municipality}`
    const may = await mayDo('update', name)
    expect(await write(change(2)), name).toEqual(may ? 0 : expect.stringMatching(denied))
    expect(await write(change(1)), name).toEqual(may ? 1 : expect.stringMatching(denied))
  }
})

test('one’s own row is not moved to another municipality', async () => {
  for (const name of tables.names) {
    const reason = (await mayDo('update', name)) ? violates : denied
    const move = `update ${name} set municipality_id = 2 where municipality_id = 1`
    expect(await write(move), name).toMatch(reason)
  }
})

test('a row of another municipality is not deleted, though one’s own is', async () => {
  for (const name of tables.names) {
    const remove = (municipality: number) => `delete from ${name} where municipality_id = ${municipality}`
    const may = await mayDo('delete', name)
    expect(await write(remove(2)), name).toEqual(may ? 0 : expect.stringMatching(denied))
    expect(await write(remove(1)), name).toEqual(may ? 1 : expect.stringMatching(denied))
  }
})

test('after all of that every row of the other municipality is there as it was', async () => {
  expect(await rowsOfTheOther()).toEqual(before)
})
