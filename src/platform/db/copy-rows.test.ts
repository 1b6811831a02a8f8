import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import { from as copyFrom } from 'pg-copy-streams'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { copyEnd, copyStart, createCopyRows } from './copy-rows.ts'
import { staffOf } from './scope.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

interface Row {
  n: number | null
  id: string | null
  bytes: Buffer | null
  name: string | null
  facts: object | null
  day: string | null
}

async function roundTrip(pieces: readonly Uint8Array[]): Promise<Row[]> {
  return database.withClient(staffOf(firstMunicipality), async (db, client) => {
    await sql`create temporary table copied (n integer, id uuid, bytes bytea, name text, facts jsonb, day date)
              on commit drop`.execute(db)
    await pipeline(
      Readable.from([copyStart, ...pieces, copyEnd]),
      client.query(copyFrom('copy copied from stdin with (format binary)')),
    )
    return (await sql<Row>`select c.n, c.id, c.bytes, c.name, c.facts, c.day from copied c`.execute(db)).rows
  })
}

const rows: readonly Row[] = [
  {
    n: -1,
    id: '0198b7a0-0000-7000-8000-00000000000f',
    bytes: Buffer.from([0, 255, 10, 92]),
    name: 'D\'Hondt \\ "Ő’Neill" 𝒳',
    facts: { street: 'Rue du Łac \\ "2"', box: '' },
    day: '1899-12-31',
  },
  { n: null, id: null, bytes: null, name: null, facts: null, day: null },
  { n: 2 ** 31 - 1, id: null, bytes: Buffer.alloc(0), name: '', facts: {}, day: '2000-02-29' },
]

test('every kind of field arrives as it was, in buffers that had to grow', async () => {
  const copy = createCopyRows(16)
  const pieces = rows.map(({ n, id, bytes, name, facts, day }) => {
    copy.row(6)
    n === null ? copy.nothing() : copy.integer(n)
    id === null ? copy.nothing() : copy.uuid(id)
    bytes === null ? copy.nothing() : copy.bytes(bytes)
    name === null ? copy.nothing() : copy.text(name)
    facts === null ? copy.nothing() : copy.jsonb(JSON.stringify(facts))
    day === null ? copy.nothing() : copy.date(day)
    return copy.take()
  })
  expect(await roundTrip(pieces)).toEqual(rows)
})

test('what was taken stays as it is when more is written', () => {
  const copy = createCopyRows()
  copy.text('first')
  const taken = copy.take()
  const before = Buffer.from(taken)
  copy.text('other')
  expect(Buffer.from(taken)).toEqual(before)
  expect(copy.take().length).toBe(9)
  expect(copy.take().length).toBe(0)
})
