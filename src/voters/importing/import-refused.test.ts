import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { newId } from '../../platform/ids.ts'
import { findingText, type ListSource } from '../index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps, testNumber } from '../testing.ts'
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
    ['a ZIP file named .csv', Buffer.from('504b030414000600', 'hex'), 'damaged-workbook'],
    ['a spreadsheet of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not-a-workbook'],
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

  test('another character between the cells is told of, with what to do', async () => {
    const refusal = await importCsv(`Gemeente Zonnedorp\n${csvOf([aRow(0)]).replaceAll(';', '^')}`)
    expect(refusal).toMatchObject({
      fault: 'missing-columns',
      detail: 'line 2 names them with ^ between, which a preset can say ("delimiter")',
    })
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
                                        where query like 'copy voters.voter_list%' and datname = current_database()`)
      await client.end()
      expect(ended.rowCount).toBe(1)
      for (let n = 0; n < 100; n++) yield Buffer.from(`${csvOf(rows(500)).split('\n').slice(1).join('\n')}`)
    }
    await expect(importList({ name: 'x', stream: cutting() })).rejects.toThrow(
      /terminat|connection|EPIPE|ECONNRESET/i,
    )
    await nothingChanged()
  })

  test('before there are sections', async () => {
    const bare = { ...election, electionId: newId<Election['electionId']>() }
    const refusal = await importVoters(testDeps(database), { election: bare, source: sourceOf('x'), by: 'x' })
    expect(refusal).toMatchObject({ because: 'no-sections' })
  })
})
