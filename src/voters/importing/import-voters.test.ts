import { Writable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import {
  acceptList,
  closeList,
  currentList,
  findImportReport,
  type ListSource,
  votersOfSection,
} from '../index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps, testNumber, testVault } from '../testing.ts'
import { type ImportFacts, importVoters } from './import-voters.ts'

let database: TestDatabase
let election: Election

beforeAll(async () => {
  database = await testDatabase()
  election = await anElection(database, firstMunicipality)
})
afterAll(() => database.close())

const importList = (source: ListSource, more: Partial<ImportFacts> = {}) =>
  importVoters(testDeps(database), { election, source, by: 'clerk', ...more })
const importCsv = (text: string | Uint8Array, more: Partial<ImportFacts> = {}) =>
  importList(sourceOf(text), more)

const votersStored = () =>
  database.inScope(staffOf(firstMunicipality), async (db) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from voters.voter`.execute(db)
    return rows[0]!.count
  })

const rows = (count: number) => Array.from({ length: count }, (_, n) => aRow(n))

describe('a list without faults', () => {
  test('is stored as imported, sealed, with its report', async () => {
    const list = [
      aRow(0, { first_names: '', birth_date: '1980-01-01' }),
      aRow(1, {
        last_name: 'D\'Hondt \\ "O’Neill" Łś',
        box: '2',
        delivery_street: 'Rue du Lac',
        delivery_city: 'Genève',
        delivery_country: 'CH',
        section: '2',
        list_number: '5',
        no_post: 'RETURNED',
        requested_language: 'fr',
        language_requested_on: '2028-02-14',
        address_kind: 'PROTECTED',
      }),
    ]
    const text = csvOf(list)
      .replace(/"O’Neill"/, '""O’Neill""')
      .replace(/;(D'Hondt[^;]*)/, ';"$1"')
    const imported = await importCsv(text)
    if (!imported.ok) throw new Error(JSON.stringify(imported))
    expect(imported.report).toMatchObject({
      voters: 2,
      errors: 0,
      perSection: [
        { section: 1, voters: 1 },
        { section: 2, voters: 1 },
      ],
      perCategory: { BELGIAN: 2 },
      counts: { 'no-first-name': 1, 'numbering-gap': 1, 'no-post': 1 },
    })
    const scope = staffOf(firstMunicipality)
    const { electionId } = election
    const stored = await database.inScope(scope, async (db) => ({
      list: await currentList(db, firstMunicipality, electionId),
      again: await findImportReport(db, firstMunicipality, electionId, imported.listId),
      page: await votersOfSection(db, firstMunicipality, electionId, imported.listId, 2, 0, 10),
    }))
    expect(stored.list).toMatchObject({ listId: imported.listId, state: 'imported', voterCount: 2 })
    expect(stored.again?.report).toEqual(imported.report)
    const [voter] = stored.page
    expect(voter).toMatchObject({
      listNumber: 5,
      state: 'enrolled',
      lastName: 'D\'Hondt \\ "O’Neill" Łś',
      listAddress: { street: 'Kersenlaan', houseNumber: '2', box: '2', postcode: '9999', city: 'Zonnedorp' },
      deliveryAddress: { street: 'Rue du Lac', houseNumber: '', postcode: '', city: 'Genève', country: 'CH' },
      noPost: 'RETURNED',
      requestedLanguage: 'fr',
      languageRequestedOn: '2028-02-14',
      addressKind: 'PROTECTED',
    })
    expect(testVault.open(voter!.nrnCipher)).toBe(testNumber(1))
    expect(voter!.nrnIndex).toEqual(testVault.index(testNumber(1)))
    expect(voter!.voterId).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  test('replaces the imported one before it; the same person keeps the same id', async () => {
    const ids = async () => {
      const imported = await importCsv(csvOf(rows(3)))
      if (!imported.ok) throw new Error(JSON.stringify(imported))
      const page = await database.inScope(staffOf(firstMunicipality), (db) =>
        votersOfSection(db, firstMunicipality, election.electionId, imported.listId, 1, 0, 10),
      )
      return page.map(({ voterId }) => voterId)
    }
    expect(await ids()).toEqual(await ids())
    expect(await votersStored()).toBe(3)
  })

  test('a large list goes over threads: every row arrives once, from the row of the file where it stands', async () => {
    const list = rows(18_000)
    const text = csvOf(list).replace('\n7000;', '\n;;\n7000;').replace('\n17999;', '\n;;\n17999;')
    expect(Buffer.byteLength(text)).toBeGreaterThan(1_200_000)
    const imported = await importCsv(text)
    expect(imported).toMatchObject({
      ok: true,
      report: { voters: 18_000, counts: { 'section-without-voters': 1 } },
    })
    const { rows: found } = await database.inScope(staffOf(firstMunicipality), (db) =>
      sql<{ shift: number; voters: number; people: number }>`
        select v.source_row - v.list_number as shift, count(*) as voters, count(distinct v.nrn_index) as people
        from voters.voter v group by 1 order by 1`.execute(db),
    )
    expect(found).toEqual([
      { shift: 1, voters: 6999, people: 6999 },
      { shift: 2, voters: 10_999, people: 10_999 },
      { shift: 3, voters: 2, people: 2 },
    ])
  })

  test('tells how far it is, in bytes and rows', async () => {
    const steps: unknown[] = []
    const text = csvOf(rows(5))
    const onProgress = (step: unknown) => steps.push(step)
    await importVoters({ ...testDeps(database), onProgress }, { election, source: sourceOf(text), by: 'x' })
    expect(steps.at(-1)).toEqual({ done: text.length, total: text.length, rows: 5 })
  })
})

describe('findings', () => {
  test('a report holds the first thousand of each kind; the file holds all, counted to the last', async () => {
    let file = ''
    const stream = new Writable({
      highWaterMark: 1024,
      write(chunk, _encoding, done) {
        file += chunk
        setImmediate(done)
      },
    })
    const bad = Array.from({ length: 1050 }, (_, n) =>
      aRow(n, { section: n < 1049 ? '77' : '1', category: 'X' }),
    )
    const refusal = await importCsv(csvOf(bad), { findingsFile: { stream, language: 'nl' } })
    if (refusal.ok || !('report' in refusal)) throw new Error(JSON.stringify(refusal))
    expect(refusal.report.counts).toEqual({ 'unknown-section': 1049, 'unknown-category': 1050 })
    expect(refusal.report.findings).toHaveLength(2000)
    expect(file.split('\r\n')).toHaveLength(1049 + 1050 + 2)
    expect(
      file.startsWith('\ufeffrij;kolom;ernst;code;zelfde als rij;wat;reden;oplossing\r\n2;category;fout;'),
    ).toBe(true)
  })

  test('far fewer voters than before, a section without any, an unknown column: for the clerk to judge', async () => {
    await importCsv(csvOf(rows(10)))
    await acceptList(testDeps(database), { election, by: 'clerk' })
    const text = csvOf(rows(8))
      .replace(/$/gm, ';')
      .replace('requested_language;', 'requested_language;gender')
    const imported = await importCsv(text)
    expect(imported).toMatchObject({
      ok: true,
      report: { counts: { 'fewer-voters': 1, 'section-without-voters': 1, 'unknown-column': 1 } },
    })
  })
})

test('a closed list cannot be replaced: not by an import, not by accepting', async () => {
  await importCsv(csvOf(rows(4)))
  await acceptList(testDeps(database), { election, by: 'clerk' })
  await importCsv(csvOf(rows(5)))
  expect(await closeList(testDeps(database), { election, by: 'clerk' })).toMatchObject({
    ok: true,
    voters: 4,
  })
  expect(await importCsv(csvOf(rows(6)))).toMatchObject({ ok: false, because: 'list-closed' })
  expect(await acceptList(testDeps(database), { election, by: 'x' })).toMatchObject({
    because: 'list-closed',
  })
  expect(await votersStored()).toBe(4)
})
