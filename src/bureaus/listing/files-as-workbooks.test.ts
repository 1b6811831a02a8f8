import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { rowsXml, sheetOf, type TestWorkbook, workbookOf } from '../../../test/workbook.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { testNumber } from '../../voters/testing.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { aLocalElection, bureauDeps } from '../testing.ts'
import { importCandidates } from './import-candidates.ts'
import { importListA } from './import-list-a.ts'
import { listedPeople } from './listed-overview.ts'
import { listDeps } from './testing.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let municipalityId = 0 as MunicipalityId
let election: Election
beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
})
beforeEach(async () => {
  municipalityId = (municipalityId + 1) as MunicipalityId
  election = await aLocalElection(database, municipalityId)
})
afterAll(() => database.close())

const streamOf = (bytes: Uint8Array) => Readable.from([bytes])
const listA = (workbook: TestWorkbook | Buffer, sheet?: string) => {
  const stream = streamOf(Buffer.isBuffer(workbook) ? workbook : workbookOf(workbook))
  return importListA(listDeps(deps), { election, stream, sheet, by: 'clerk' })
}
const header = [
  'Rijksregister',
  'national_number',
  'Last name',
  'category',
  'source',
  'birth_date',
  'street',
  'postcode',
  'city',
]
const number = (text: string | number) => `<c><v>${text}</v></c>`
const day = (serial: number) => `<c s="1"><v>${serial}</v></c>`
const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
const teacher = (n: number, more: readonly string[] = []) => [
  '',
  testNumber(n),
  `Peeters ${n}`,
  '7',
  'De Linde',
  ...more,
]

describe('a workbook for list A', () => {
  test('has the columns of the CSV; days, postcodes and places in cells of their own kind', async () => {
    const row = teacher(1, [day(29_252), 'Kerkstraat', number(9999), 'Zonnedorp'])
    const rows = [['Personeel van De Linde'], header, row]
    expect(await listA({ sheets: [sheetOf(rows)], styles })).toMatchObject({ ok: true, people: 1, added: 1 })
    const [one] = await database.inScope(staffOf(municipalityId), (db) =>
      listedPeople(db, election, loadBureauRules(election.ruleset)),
    )
    expect(one).toMatchObject({
      lastName: 'Peeters 1',
      entries: [{ category: 'teachers', source: 'De Linde' }],
    })
  })

  test('is one sheet, or the one that is named', async () => {
    const sheets = [
      sheetOf([header, teacher(1)], { name: 'Vast' }),
      sheetOf([header, teacher(2), teacher(3)], { name: 'Tijdelijk' }),
    ]
    expect(await listA({ sheets })).toMatchObject({ ok: false, because: 'not-a-list', fault: 'which-sheet' })
    expect(await listA({ sheets }, 'Tijdelijk')).toMatchObject({ ok: true, people: 2 })
    expect(await listA({ sheets: [sheetOf([['Uitleg']], { name: 'Lees mij' }), sheets[0]!] })).toMatchObject({
      people: 1,
    })
  })

  test('answers every bad row with its sheet, and quotes no cell', async () => {
    const bad = [
      teacher(1).with(3, '44'),
      teacher(2).with(1, number(123)),
      teacher(3).with(2, '#N/A'),
      teacher(4, ['vorig jaar']),
    ]
    const answer = await listA({ sheets: [sheetOf([header, ...bad], { name: 'Personeel' })] })
    const faults = 'faults' in answer ? answer.faults : []
    expect(faults.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
      ['Personeel', 2, 'category', 'no-category'],
      ['Personeel', 3, 'national_number', 'no-national-number'],
      ['Personeel', 4, 'last_name', 'formula'],
      ['Personeel', 5, 'birth_date', 'no-day'],
    ])
    expect(faults[0]!.path).toBe('sheet "Personeel", row 2, category')
    expect(JSON.stringify(faults)).not.toContain('vorig jaar')
  })

  test('with what is not seen is refused: a hidden row, a hidden column, merged cells', async () => {
    const sheet = (before: string, after: string, hidden: readonly number[] = []) => ({
      xml: `${before}<sheetData>${rowsXml([header, teacher(1), teacher(2)], { hidden })}</sheetData>${after}`,
    })
    const codes = async (...of: Parameters<typeof sheet>) => {
      const answer = await listA({ sheets: [sheet(...of)] })
      return 'faults' in answer ? answer.faults.map(({ row, code }) => [row, code]) : answer
    }
    expect(await codes('', '', [3])).toEqual([[3, 'hidden-row']])
    expect(await codes('<cols><col min="3" max="3" hidden="1"/></cols>', '')).toEqual([[1, 'hidden-column']])
    expect(await codes('', '<mergeCells><mergeCell ref="E2:E3"/></mergeCells>')).toEqual([
      [2, 'merged-cells'],
    ])
    expect(await codes('<cols><col min="1" max="1" hidden="1"/></cols>', '')).toMatchObject({ ok: true })
  })

  test.each<[string, Buffer, string]>([
    ['of before 2007', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'not-a-workbook'],
    ['cut off', workbookOf({ sheets: [sheetOf([header, teacher(1)])] }).subarray(0, 200), 'damaged-workbook'],
    ['without a list', workbookOf({ sheets: [sheetOf([['naam'], ['An']])] }), 'missing-columns'],
    [
      'that unpacks to a thousand times as much',
      workbookOf({ sheets: [{ xml: ' '.repeat(80 * 2 ** 20) }] }),
      'not-a-workbook',
    ],
  ])('%s is told from a list', async (_, bytes, fault) => {
    expect(await listA(bytes)).toMatchObject({ ok: false, because: 'not-a-list', fault })
  })
})

describe('a workbook of candidates', () => {
  const candidates = (rows: readonly (readonly string[])[]) =>
    importCandidates(listDeps(deps), {
      election,
      stream: streamOf(workbookOf({ sheets: [sheetOf(rows)] })),
      by: 'clerk',
    })

  test('is read by its one column, a number as a number too', async () => {
    const rows = [
      ['Naam', 'national_number'],
      ['An', testNumber(1)],
      ['Bo', number(Number(testNumber(2)))],
    ]
    expect(await candidates(rows)).toEqual({ ok: true, candidates: 2 })
  })

  test('with a bad row changes nothing, and says where', async () => {
    const answer = await candidates([['national_number'], ['#REF!'], [testNumber(1)]])
    expect(answer).toMatchObject({ faults: [{ sheet: 'Blad1', row: 2, code: 'formula' }] })
  })
})
