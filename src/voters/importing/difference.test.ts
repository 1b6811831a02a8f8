import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { acceptList, findImportReport, importVoters } from '../index.ts'
import type { ListRow } from '../list-format.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps } from '../testing.ts'

const municipalityId = 1 as MunicipalityId
let database: TestDatabase
let election: Election

beforeAll(async () => {
  database = await testDatabase()
  election = await anElection(database, municipalityId)
})
afterAll(() => database.close())

async function read(rows: readonly ListRow[]) {
  const source = sourceOf(csvOf(rows))
  const imported = await importVoters(testDeps(database), { election, source, by: 'clerk' })
  if (!imported.ok) throw new Error(JSON.stringify(imported))
  return imported
}

const first = Array.from({ length: 9 }, (_, n) => aRow(n))
const second = [
  first[0]!,
  aRow(1, { last_name: 'Peters' }),
  aRow(2, { street: 'Beukenlaan' }),
  aRow(3, { section: '2', last_name: 'Peters' }),
  aRow(4, { delivery_street: 'Elders', delivery_city: 'Gent', delivery_postcode: '9000' }),
  aRow(5, { list_number: '11' }),
  aRow(8, { address_kind: 'INSTITUTION', care_of: 'WZC De Linde, kamer 12' }),
  aRow(20, { list_number: '10' }),
]
const expected = {
  new: { voters: 1, first: [10] },
  gone: { voters: 2, first: [7, 8] },
  moved: { voters: 2, first: [3, 4] },
  corrected: { voters: 3, first: [2, 5, 9] },
  renumbered: { voters: 1, first: [11] },
}

test('a list is compared with none as long as none was accepted', async () => {
  expect((await read(first)).report).not.toHaveProperty('difference')
  expect((await read(second)).report).not.toHaveProperty('difference')
})

test('the next one says in what, person by person, and says it again when it is read again', async () => {
  await read(first)
  await acceptList(testDeps(database), { election, by: 'clerk' })
  expect((await read(second)).report.difference).toEqual(expected)
  const { report, listId } = await read(second)
  expect(report.difference).toEqual(expected)
  const stored = await database.inScope(staffOf(municipalityId), (db) =>
    findImportReport(db, municipalityId, election.electionId, listId),
  )
  expect(stored?.report.difference, 'kept when the other list is long gone').toEqual(expected)
})

test('it is compared with the list in use, and of many the first ten are named', async () => {
  await acceptList(testDeps(database), { election, by: 'clerk' })
  await read(first)
  const many = [...second, ...Array.from({ length: 25 }, (_, n) => aRow(100 + n))]
  const { difference } = (await read(many)).report
  const numbers = Array.from({ length: 10 }, (_, n) => 101 + n)
  const none = { voters: 0, first: [] }
  expect(difference).toEqual({
    ...{ new: { voters: 25, first: numbers }, gone: none, moved: none, corrected: none, renumbered: none },
  })
})
