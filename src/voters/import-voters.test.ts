import { Readable, Writable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Election } from '../elections/index.ts'
import { staffOf } from '../platform/db/scope.ts'
import { type ImportFacts, importVoters } from './import-voters.ts'
import {
  acceptList,
  closeList,
  currentList,
  findImportReport,
  findingText,
  type ListSource,
  votersOfSection,
} from './index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps, testNumber, testVault } from './testing.ts'

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

/** Looks behind row-level security, as the owner: rows that a scope hides count too. */
async function everythingStored(): Promise<unknown> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const { rows } = await client.query(`select
    (select count(*) from voters.voter) as voters, (select count(*) from voters.voters_list) as lists,
    (select count(*) from voters.import_finding) as findings,
    (select count(*) from platform.audit_event where action like 'voters.%') as events,
    (select md5(string_agg(v::text, '' order by v.voter_id, v.list_id)) from voters.voter v) as content`)
  await client.end()
  return rows[0]
}

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
    expect(await everythingStored()).toMatchObject({ voters: 3 })
  })

  test('tells how far it is, in bytes and rows', async () => {
    const steps: unknown[] = []
    const text = csvOf(rows(5))
    const onProgress = (step: unknown) => steps.push(step)
    await importVoters({ ...testDeps(database), onProgress }, { election, source: sourceOf(text), by: 'x' })
    expect(steps.at(-1)).toMatchObject({ done: text.length, total: text.length })
  })
})

describe('refused as a whole, nothing changed', () => {
  let before: unknown
  beforeEach(async () => {
    await importCsv(csvOf(rows(10)))
    before = await everythingStored()
  })
  const nothingChanged = async () => expect(await everythingStored()).toEqual(before)

  test.each([
    ['nothing', '', 'empty'],
    ['a header only', csvOf([]), 'header-only'],
    ['a header and blank rows', `${csvOf([])}\n;;;\n`, 'header-only'],
    ['a spreadsheet named .csv', Buffer.from('504b030414000600', 'hex'), 'not-text'],
    ['random bytes', Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 151) % 256)), 'not-text'],
    ['UTF-16', Buffer.from(csvOf([aRow(0)]), 'utf16le'), 'not-text'],
    [
      'two encodings',
      Buffer.concat([Buffer.from(csvOf([aRow(0, { city: 'Genève' })])), Buffer.from([0xe8])]),
      'encoding',
    ],
    ['a missing column', csvOf([aRow(0)]).replace('national_number;', 'number;'), 'missing-columns'],
    ['another list', 'naam;straat\nPeeters;Kersenlaan\n', 'missing-columns'],
    ['a header named twice', csvOf([aRow(0)]).replace('box', 'street'), 'double-columns'],
    ['a quote never closed', csvOf([aRow(0)]).replace('Peeters', '"Peeters'), 'quoting'],
  ])('%s', async (_, text, fault) => {
    const refusal = await importCsv(text)
    expect(refusal).toMatchObject({ ok: false, because: 'not-a-list', fault })
    if ('fault' in refusal)
      for (const language of ['en', 'nl'] as const)
        expect(findingText(refusal.fault, language).remedy).toMatch(/\w+ \w+.*\.$/)
    await nothingChanged()
  })

  test('a line of 1 GB, after a few chunks', async () => {
    let taken = 0
    function* huge() {
      yield Buffer.from(csvOf(rows(20)))
      const chunk = Buffer.alloc(1 << 20, 'x')
      for (taken = 0; taken < 1024; taken++) yield chunk
    }
    const refusal = await importList({ name: 'huge.csv', stream: Readable.from(huge()) })
    expect(refusal).toMatchObject({ because: 'not-a-list', fault: 'line-too-long' })
    expect(taken).toBeLessThan(32)
    await nothingChanged()
  })

  test('cut off in its last row, wherever the cut falls', async () => {
    const text = csvOf(rows(3))
    const lastRow = text.lastIndexOf('\n', text.length - 2) + 1
    for (const left of [1, 10, 20, 60]) {
      const refusal = await importCsv(text.slice(0, lastRow + left))
      expect(refusal).toMatchObject({ because: 'rows-refused', report: { findings: [{ row: 4 }] } })
    }
    await nothingChanged()
  })

  test('each bad row is told by row, column and code', async () => {
    const list = rows(8)
    list[1] = aRow(1, {
      national_number: testNumber(1).replace(/.$/, (digit) => String((Number(digit) + 1) % 10)),
    })
    list[2] = aRow(2, { section: '9' })
    list[3] = aRow(3, { national_number: testNumber(0) })
    list[4] = aRow(4, { list_number: '1' })
    list[6] = aRow(6, { list_number: '1', national_number: testNumber(0) })
    const text = `${csvOf(list)}9;too;short\n`
    const refusal = await importCsv(text)
    if (refusal.ok || !('report' in refusal)) throw new Error(JSON.stringify(refusal))
    expect(refusal.because).toBe('rows-refused')
    const where = refusal.report.findings.map(({ row, column, code, sameAs }) => [row, column, code, sameAs])
    expect(where).toEqual([
      [3, 'national_number', 'number-check-digits', undefined],
      [4, 'section', 'unknown-section', undefined],
      [10, undefined, 'cell-count', undefined],
      [5, 'national_number', 'double-national-number', 2],
      [8, 'national_number', 'double-national-number', 2],
      [6, 'list_number', 'double-list-number', 2],
      [8, 'list_number', 'double-list-number', 2],
    ])
    expect(JSON.stringify(refusal)).not.toContain(testNumber(0))
    await nothingChanged()
  })

  test('a stream that breaks midway, and one that is stopped', async () => {
    async function* breaking(then: () => void) {
      yield Buffer.from(csvOf(rows(5000)))
      await new Promise((resolve) => setTimeout(resolve, 50))
      then()
      yield Buffer.from('x')
    }
    const broken = breaking(() => {
      throw new Error('connection reset')
    })
    expect(await importList({ name: 'x', stream: broken })).toMatchObject({
      because: 'interrupted',
      detail: 'connection reset',
    })
    const stop = new AbortController()
    const stopped = breaking(() => stop.abort())
    expect(await importList({ name: 'x', stream: stopped }, { signal: stop.signal })).toMatchObject({
      because: 'interrupted',
    })
    await nothingChanged()
    expect(await importCsv(csvOf(rows(2)))).toMatchObject({ ok: true })
  })

  test('a connection that dies midway', async () => {
    async function* cutting() {
      yield Buffer.from(csvOf(rows(5000)))
      const client = new pg.Client({ connectionString: database.ownerUrl })
      await client.connect()
      const ended = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
                                        where query like 'copy voter_arrival%' and datname = current_database()`)
      await client.end()
      expect(ended.rowCount).toBe(1)
      for (let n = 0; n < 100; n++) yield Buffer.from(`${csvOf(rows(500)).split('\n').slice(1).join('\n')}`)
    }
    await expect(importList({ name: 'x', stream: cutting() })).rejects.toThrow(/terminat|connection/i)
    await nothingChanged()
  })

  test('before there are sections', async () => {
    const bare = { ...election, electionId: election.electionId.replace(/.$/, '0') as Election['electionId'] }
    const refusal = await importVoters(testDeps(database), { election: bare, source: sourceOf('x'), by: 'x' })
    expect(refusal).toMatchObject({ because: 'no-sections' })
  })
})

describe('findings', () => {
  test('a report holds the first ten thousand; the file holds all, counted to the last', async () => {
    let file = ''
    const stream = new Writable({
      highWaterMark: 1024,
      write(chunk, _encoding, done) {
        file += chunk
        setImmediate(done)
      },
    })
    const bad = Array.from({ length: 10_050 }, (_, n) => aRow(n, { section: '77' }))
    const refusal = await importCsv(csvOf(bad), { findingsFile: { stream, language: 'nl' } })
    if (refusal.ok || !('report' in refusal)) throw new Error(JSON.stringify(refusal))
    expect(refusal.report.counts).toEqual({ 'unknown-section': 10_050 })
    expect(refusal.report.findings).toHaveLength(10_000)
    expect(file.split('\r\n')).toHaveLength(10_050 + 2)
    expect(
      file.startsWith('\ufeffrij;kolom;ernst;code;zelfde als rij;reden;oplossing\r\n2;section;fout;'),
    ).toBe(true)
  })

  test('far fewer voters than before, a section without any, an unknown column: for the clerk to judge', async () => {
    await importCsv(csvOf(rows(10)))
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
  expect(await everythingStored()).toMatchObject({ voters: 4 })
})
