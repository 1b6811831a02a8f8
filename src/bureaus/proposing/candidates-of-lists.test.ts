import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { testNumber } from '../../voters/testing.ts'
import { listDeps } from '../listing/testing.ts'
import { importServices } from '../serving/import-services.ts'
import { aLocalElection, aTownToSeat, bureauDeps } from '../testing.ts'
import { candidatesOfLists } from './candidates-of-lists.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  const town = { database, election, sections: 1, voters: 12, onListA: [3, 5, 7] }
  await aTownToSeat(deps, { ...town, assessors: [1] })
})
afterAll(() => database.close())

test('who sat before by the extract of the register has experience, and who was only called has not', async () => {
  const rows = [
    'national_number;polling_day;bureau;role;served',
    `${testNumber(3)};2024-10-13;POLLING;ASSESSOR;ja`,
    `${testNumber(5)};2024-10-13;POLLING;ASSESSOR;nee`,
  ]
  const stream = Readable.from([Buffer.from(rows.join('\n'))])
  expect(await importServices(listDeps(deps), { election, by: 'clerk', stream })).toMatchObject({ ok: true })
  const { listA } = await database.inScope(staffOf(firstMunicipality), (db) =>
    candidatesOfLists(db, election, deps.vault),
  )
  const experienced = listA.filter(({ person }) => person.experienced).map(({ person }) => person.id)
  expect(experienced).toEqual([deps.vault.index(testNumber(3)).toString('hex')])
})
