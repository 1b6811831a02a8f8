import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { faultOf, sessionFault } from './session-fault.ts'

const database = await testDatabase()
afterAll(() => database.close())

test('straight to the server there is none', async () => {
  expect(await sessionFault(database.url)).toBeUndefined()
})

test('a session that two share, or that changes between two questions, is found', async () => {
  const pool = new pg.Pool({ connectionString: database.url, max: 1 })
  expect(await faultOf([pool, pool] as never)).toBe('shared')
  await pool.end()
  const many = [1, 2, 3].map(() => new pg.Client({ connectionString: database.url }))
  for (const client of many) await client.connect()
  let asked = 0
  const taken = { query: (text: string) => many[asked++ % 3]!.query(text) }
  expect(await faultOf([taken, taken] as never)).toBe('shared')
  for (const client of many) await client.end()
})

test('a session that forgets what it was told is found', async () => {
  const client = new pg.Client({ connectionString: database.url })
  const other = new pg.Client({ connectionString: database.url })
  for (const each of [client, other]) await each.connect()
  const forgetful = {
    async query(text: string) {
      const answer = await client.query(text)
      await client.query('discard all')
      return answer
    },
  }
  expect(await faultOf([forgetful, other] as never)).toBe('settings-not-kept')
  for (const each of [client, other]) await each.end()
})
