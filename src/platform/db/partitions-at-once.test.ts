import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { staffOf } from './scope.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('partitions whose ids begin alike can be made at the same moment', async () => {
  const ids = Array.from({ length: 8 }, (_, n) => `019ab000-0000-7000-8000-00000000000${n}`)
  const made = ids.map((id) =>
    database.inScope(staffOf(firstMunicipality), async (db) => {
      await sql`select delivery.add_partition(${id})`.execute(db)
      await sql`select pg_sleep(0.05)`.execute(db)
    }),
  )
  expect((await Promise.allSettled(made)).map(({ status }) => status)).toEqual(ids.map(() => 'fulfilled'))
})
