import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectOk } from '../../test/expect-ok.ts'
import type { Election } from '../elections/index.ts'
import { latestAuditEvents } from '../platform/audit.ts'
import { staffOf } from '../platform/db/scope.ts'
import { mostEmergencySections, openEmergencyList } from './emergency-list.ts'
import { acceptList, importVoters } from './index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps } from './testing.ts'

const many = 1100
let database: TestDatabase
let election: Election

beforeAll(async () => {
  database = await testDatabase()
  const sections = Array.from({ length: mostEmergencySections + 1 }, (_, index) => index + 1)
  election = await anElection(database, firstMunicipality, sections)
})
afterAll(() => database.close())

const open = (from: number, until: number) =>
  openEmergencyList({ database }, { election, from, until, by: 'clerk' })

test('there is none without a list in use', async () => {
  expect(await open(1, 2)).toMatchObject({ because: 'no-list' })
})

test('every voter of a section once, in list order and in pages, without what is sealed; written down first', async () => {
  const rows = Array.from({ length: many }, (_, n) => aRow(n, { section: n < 3 ? '2' : '1' }))
  const deps = testDeps(database)
  expectOk(await importVoters(deps, { election, source: sourceOf(csvOf(rows)), by: 'test' }))
  expectOk(await acceptList(deps, { election, by: 'test' }))
  const { sections, votersOf } = expectOk(await open(1, 1))
  expect(sections.map(({ section }) => section)).toEqual([1])
  const here = staffOf(firstMunicipality)
  const [event] = await database.inScope(here, (db) => latestAuditEvents(db, firstMunicipality, 1))
  expect(event).toMatchObject({
    action: 'voters.emergency-list-printed',
    details: { from: 1, until: 1, sections: 1 },
  })
  const pages = []
  for await (const page of votersOf(1)) pages.push(page)
  expect(pages.map((page) => page.length)).toEqual([500, 500, many - 3 - 1000])
  const numbers = pages.flat().map(({ listNumber }) => listNumber)
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other))
  expect(Object.keys(pages[0]![0]!).filter((name) => name.startsWith('nrn'))).toEqual([])
})

test('no more at once than a browser lays out', async () => {
  expect(await open(1, mostEmergencySections)).toMatchObject({ ok: true })
  expect(await open(1, mostEmergencySections + 1)).toMatchObject({ because: 'too-many-sections' })
  expect(await open(2, 1)).toMatchObject({ because: 'no-such-sections' })
})
