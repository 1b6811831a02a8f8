import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCsv } from '../../src/platform/csv/read-csv.ts'
import { type ColumnName, importVoters, listColumns } from '../../src/voters/index.ts'
import { anElection, testDeps } from '../../src/voters/testing.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { awkwardPeople } from './awkward-people.ts'
import { lastNames, mensNames, streets, womensNames } from './names.ts'
import { type DemoVoters, generateVoters } from './voters-generator.ts'

const demo: DemoVoters = {
  seed: 1,
  voters: 3000,
  sections: [1, 2, 3],
  pollingDay: '2029-06-10',
  categories: ['BELGIAN', 'BELGIAN_16_17', 'EU', 'EU_16_17', 'BELGIAN_ABROAD'],
  postcode: '9999',
  city: 'Zonnedorp',
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

async function rowsOf(facts: DemoVoters): Promise<Record<ColumnName, string>[]> {
  const rows: Record<ColumnName, string>[] = []
  for await (const { fields } of readCsv(generateVoters(facts), { columns: listColumns })) rows.push(fields)
  return rows
}

async function digestOf(facts: DemoVoters): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of generateVoters(facts)) hash.update(chunk)
  return hash.digest('hex')
}

test('the same facts make the same list, another seed another one', async () => {
  const digest = await digestOf(demo)
  expect(await digestOf(demo)).toBe(digest)
  expect(await digestOf({ ...demo, seed: 2 })).not.toBe(digest)
})

test('our own import takes the list, with nothing worse than a few warnings that are meant', async () => {
  const election = await anElection(database, firstMunicipality, [1, 2, 3])
  const source = { name: 'demo.csv', stream: Readable.from(generateVoters(demo)) }
  const imported = await importVoters(testDeps(database), { election, source, by: 'demo' })
  if (!imported.ok) throw new Error(JSON.stringify(imported).slice(0, 1000))
  expect(imported.report.voters).toBe(3000)
  expect(imported.report.perSection.map(({ voters }) => voters)).toEqual([1000, 1000, 1000])
  expect(Object.keys(imported.report.perCategory)).toHaveLength(5)
  expect(Object.keys(imported.report.counts).sort()).toEqual(['large-section', 'no-first-name', 'no-post'])
})

test('everybody has a test number of their own, with last digits of the counter spread evenly', async () => {
  const numbers = (await rowsOf({ ...demo, voters: 6000 })).map((row) => row.national_number)
  expect(new Set(numbers).size).toBe(6000)
  expect(numbers.filter((number) => !/^\d\d(6[1-9]|7[0-2])/.test(number))).toEqual([])
  for (const digit of '0123456789')
    expect(numbers.filter((number) => number[8] === digit).length / 6000).toBeCloseTo(0.1, 1)
})

test('awkward people are all there, also in a short list; where they have no vote they are left out', async () => {
  const rows = await rowsOf({ ...demo, voters: 60 })
  for (const { cells } of awkwardPeople)
    expect(rows).toContainEqual(expect.objectContaining({ ...cells, last_name: cells.last_name }))
  expect(Math.max(...rows.map((row) => row.last_name.length))).toBe(65)
  const local = await rowsOf({ ...demo, voters: 60, categories: ['BELGIAN', 'EU', 'NON_EU'] })
  expect(local.filter((row) => row.category === 'BELGIAN_ABROAD')).toEqual([])
  expect(await rowsOf({ ...demo, voters: 5 })).toHaveLength(5)
})

test('no name or street stands in its list twice', () => {
  for (const list of [womensNames, mensNames, lastNames, streets])
    expect(list.filter((name, place) => list.indexOf(name) !== place)).toEqual([])
})
