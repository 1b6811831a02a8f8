import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { aRow, csvOf } from '../testing.ts'
import { csvOfLines, linesOf, listOf, type MendingDesk, mendingDesk, type SheetLine } from './testing.ts'

let database: TestDatabase
let municipalityId = 0 as MunicipalityId
let desk: MendingDesk

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  municipalityId = (municipalityId + 1) as MunicipalityId
  desk = await mendingDesk(database, municipalityId)
})
afterAll(() => database.close())

describe('refused as a whole, nothing stored', () => {
  const rows = [aRow(0, { section: '9' }), aRow(1, { section: '9' }), aRow(2)]
  let sheet: string
  beforeEach(async () => {
    sheet = (await desk.sheetOf(listOf(rows))).sheet
  })
  const section = () => '1'
  const refusal = (changed: SheetLine[], open = listOf(rows)) => desk.mendWith(open, csvOfLines(changed))
  const filled = () => linesOf(sheet).map((line) => ({ ...line, verbetering: '1' }))

  test.each<[string, (lines: SheetLine[]) => SheetLine[], object[]]>([
    [
      'a row that is not on the list',
      ([one, two]) => [one!, { ...two!, rij: '99' }],
      [{ row: 3, code: 'no-such-row' }],
    ],
    [
      'a row that had no findings',
      ([one, two]) => [one!, two!, { ...two!, rij: '4', controle: '' }],
      [{ row: 4, code: 'check-missing' }],
    ],
    [
      'a row with the check of another',
      ([one, two]) => [one!, { ...two!, rij: '4' }],
      [{ row: 3, code: 'row-changed' }],
    ],
    [
      'the same cell twice',
      ([one, two]) => [one!, two!, { ...one!, verbetering: '2' }],
      [{ row: 4, column: 'section', code: 'mended-twice' }],
    ],
    [
      'a column that does not exist',
      ([one, two]) => [one!, { ...two!, kolom: 'naam' }],
      [{ row: 3, code: 'no-such-column' }],
    ],
    [
      'a row number that is none',
      ([one, two]) => [one!, { ...two!, rij: 'drie' }],
      [{ row: 3, code: 'not-a-whole-number' }],
    ],
  ])('%s', async (_, change, findings) => {
    expect(await refusal(change(filled()))).toMatchObject({ because: 'sheet-refused', findings })
    expect(await desk.rowsStored()).toEqual([])
  })

  test('a list that was changed meanwhile, in one row or in all', async () => {
    const changed = [rows[0]!, { ...rows[1]!, street: 'Dorp' }, rows[2]!]
    expect(await desk.mend(listOf(changed), sheet, section)).toMatchObject({
      because: 'sheet-refused',
      findings: [{ row: 3, code: 'row-changed' }],
    })
    const other = rows.map((row) => ({ ...row, last_name: 'Maes' }))
    expect(await desk.mend(listOf(other), sheet, section)).toEqual({
      ok: false,
      because: 'another-list',
      mending: expect.anything(),
    })
    expect(await desk.rowsStored()).toEqual([])
  })

  test('nothing filled in, and a file that is no sheet', async () => {
    expect(await desk.mendWith(listOf(rows), sheet)).toMatchObject({ because: 'nothing-mended' })
    expect(await desk.mendWith(listOf(rows), csvOf(rows))).toMatchObject({ because: 'not-a-sheet' })
    expect(await desk.mendWith(listOf(rows), '')).toMatchObject({ because: 'not-a-sheet' })
    expect(await desk.mend(listOf(rows), sheet, section)).toMatchObject({ ok: true, report: { voters: 3 } })
  })
})
