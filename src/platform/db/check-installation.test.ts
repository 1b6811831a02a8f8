import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import { checkInstallation } from './check-installation.ts'

const database = await testDatabase()
afterAll(() => database.close())

test('a database for tests is whole and nobody’s, but forgets commits when it falls over, and is told so', async () => {
  const state = await database.inScope({ directory: true }, checkInstallation)
  expect(state).toMatchObject({ environment: 'development', missing: [], privileges: [] })
  expect(state.losesCommits).toEqual(['fsync', 'full_page_writes'])
})

test('it is the session that counts', async () => {
  const state = await database.inScope({ directory: true }, async (db) => {
    await sql`set local synchronous_commit = off`.execute(db)
    return checkInstallation(db)
  })
  expect(state.losesCommits).toEqual(['fsync', 'full_page_writes', 'synchronous_commit'])
})
