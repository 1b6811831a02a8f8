import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import type { Finding } from '../checking/import-finding.ts'
import type { ListSource } from '../importing/read-rows.ts'
import type { ListRow } from '../list-format.ts'
import type { Preset } from '../presets/preset.ts'
import { aRow, csvOf, sourceOf, testNumber } from '../testing.ts'
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

const whole = (count: number) =>
  Array.from({ length: count }, (_, n) => aRow(n, { section: n % 2 ? '2' : '1', birth_date: '' }))

describe('a list of 5,000 of which 500 rows were damaged', () => {
  const list = whole(5000)
  /** Ten kinds of damage, in every tenth row; what a clerk would look up is what stood there. */
  const damage: ((row: ListRow) => Partial<ListRow>)[] = [
    () => ({ last_name: '' }),
    ({ national_number }) => ({ national_number: `${national_number.slice(0, 10)}x` }),
    ({ national_number }) => ({ national_number: national_number.slice(0, 9) }),
    () => ({ section: '77' }),
    () => ({ birth_date: '1980-02-30' }),
    () => ({ category: 'BELG', postcode: '' }),
    () => ({ country: 'Nederland' }),
    () => ({ list_number: '0' }),
    () => ({ street: 'Kersen\u202elaan', city: '' }),
    () => ({ no_post: 'WEG', requested_language: 'de' }),
  ]
  const damaged = list.map((row, n) => (n % 10 ? row : { ...row, ...damage[(n / 10) % 10]!(row) }))

  test('is stored exactly as the undamaged one once the sheet comes back', async () => {
    await desk.sheetOf(listOf(list))
    const expected = await desk.rowsStored()
    const { outcome, sheet } = await desk.sheetOf(listOf(damaged))
    expect(outcome).toMatchObject({ because: 'rows-refused' })
    expect(new Set(linesOf(sheet).map(({ rij }) => rij)).size).toBe(500)
    const mended = await desk.mend(listOf(damaged), sheet, ({ rij, kolom }) => {
      const right = list[Number(rij) - 2]![kolom as keyof ListRow]
      return right === '' ? '-' : right
    })
    expect(mended).toMatchObject({ ok: true, report: { voters: 5000, errors: 0 } })
    expect(await desk.rowsStored()).toEqual(expected)
  })
})

describe('the sheet', () => {
  test('opens in a spreadsheet and runs nothing', async () => {
    const wicked = ['=HYPERLINK(x)', '+1', '-1+1', '@SUM(A1)', '＝1', '=cmd|a']
    const rows = wicked.map((last_name, n) => aRow(n, { last_name, street: '' }))
    const { sheet } = await desk.sheetOf(listOf(rows))
    expect(sheet.startsWith('\ufeffrij;controle;')).toBe(true)
    expect(sheet.split('\r\n')).toHaveLength(rows.length + 5 + 5 + 2) // a street each; formulas, digits and a look-alike; header, end
    for (const line of linesOf(sheet))
      for (const cell of Object.values(line)) expect(cell).not.toMatch(/^[=+@\t\r＝-]/)
    expect(linesOf(sheet)[0]).toMatchObject({ last_name: `'${wicked[0]}`, kolom: 'street', ernst: 'fout' })
    expect(linesOf(sheet)[1]).toMatchObject({ kolom: 'last_name', ernst: 'let op' })
  })

  test('shows the row, the reason and the remedy; a number with its dots, so that no zero gets lost', async () => {
    const { sheet } = await desk.sheetOf(listOf([aRow(0, { section: '9' }), aRow(1)]), 'en')
    const [line, ...more] = linesOf(sheet)
    expect(more).toEqual([])
    expect(line).toMatchObject({
      ...{ row: '2', severity: 'error', column: 'section', stands_there: '9', correction: '' },
      ...{ national_number: '80.61.01-001.39', last_name: 'Peeters', street: 'Kersenlaan' },
    })
    expect(line!.reason).toMatch(/section/)
    expect(line!.check).toMatch(/^r[\da-f]{15}$/)
  })

  test('shows nothing of a protected address, and whoever asked for it is in the audit log', async () => {
    const secret = {
      address_kind: 'PROTECTED',
      street: 'Schuilstraat',
      care_of: 'Het Nest',
      postcode: '0999',
    }
    const { sheet } = await desk.sheetOf(listOf([aRow(0, secret)]))
    expect(sheet).not.toMatch(/Schuil|Nest|0999/)
    expect(linesOf(sheet)[0]).toMatchObject({ kolom: 'postcode', staat_er_nu: '(afgeschermd)' })
    const { rows } = await database.inScope(staffOf(municipalityId), (db) =>
      sql<{ actor: string; details: object }>`select e.actor, e.details from platform.audit_event e
        where e.action = 'voters.mending-sheet'`.execute(db),
    )
    expect(rows).toEqual([{ actor: 'clerk', details: { list: 'kiezers.csv' } }])
  })

  test('of a damaged row has a line for each cell that a voter needs', async () => {
    const list = csvOf([aRow(0), aRow(1)]).replace(/2;806101.*\n/, '2;Peeters;Lotte\n')
    const open = () => sourceOf(list)
    const { sheet } = await desk.sheetOf(open)
    const right = aRow(1)
    const lines = linesOf(sheet)
    expect(lines.length).toBeGreaterThan(8)
    const mended = await desk.mend(open, sheet, ({ kolom }) => right[kolom as keyof ListRow])
    expect(mended).toMatchObject({ ok: true, report: { voters: 2 } })
  })
})

describe('doubles', () => {
  const twice = [aRow(0), aRow(1), aRow(1, { list_number: '3' })]

  test('are mended by leaving one of them out', async () => {
    const { sheet } = await desk.sheetOf(listOf(twice))
    expect(linesOf(sheet)).toMatchObject([{ rij: '4', kolom: 'national_number' }])
    const mended = await desk.mend(listOf(twice), sheet, () => 'weglaten')
    expect(mended).toMatchObject({ ok: true, report: { voters: 2 } })
  })

  test('that a correction makes are refused, and the next sheet has what was filled in', async () => {
    const rows = [aRow(0), aRow(1, { section: '' }), aRow(2, { list_number: '' })]
    const { sheet } = await desk.sheetOf(listOf(rows))
    const acrossRows: Finding[] = []
    const fill = ({ kolom }: SheetLine) => (kolom === 'section' ? '2' : '1')
    const again = await desk.mend(listOf(rows), sheet, fill, acrossRows)
    expect(again).toMatchObject({ because: 'rows-refused', report: { counts: { 'double-list-number': 1 } } })
    expect(await desk.rowsStored()).toEqual([])
    const next = await desk.write({ ...listOf(rows)(), mending: again.mending }, acrossRows)
    expect(linesOf(next)).toMatchObject([
      { rij: '3', kolom: 'section', verbetering: '2', reden: 'Eerder verbeterd.' },
      { rij: '4', kolom: 'list_number', verbetering: '1', ernst: 'fout' },
    ])
    const last = await desk.mend(listOf(rows), next, ({ rij }) => (rij === '4' ? '3' : undefined))
    expect(last).toMatchObject({ ok: true, report: { voters: 3 } })
  })
})

describe('what a spreadsheet makes of a cell is read as it was meant', () => {
  test('a number without its zero, a date of this country, an apostrophe against formulas', async () => {
    const born = { national_number: '01670011219', birth_date: 'x' }
    const rows = [aRow(0, { ...born, national_number: '1670011', first_names: '' })]
    const { sheet } = await desk.sheetOf(listOf(rows))
    const typed: SheetLine = { national_number: '1670011219', birth_date: '1/7/2001', first_names: "'-Jan" }
    const mended = await desk.mend(
      listOf(rows),
      csvOfLines(extra(linesOf(sheet), 'first_names')),
      ({ kolom }) => {
        return typed[kolom!]
      },
    )
    expect(mended).toMatchObject({ ok: true })
    expect((await desk.rowsStored()).join()).toMatch(/"birth_date": "2001-07-01".*"first_names": "-Jan"/)
  })

  /** A line that the clerk copied to mend another cell of the same row. */
  function extra(lines: SheetLine[], kolom: string): SheetLine[] {
    return [...lines, { ...lines[0]!, kolom }]
  }
})

test('a list of a supplier, with a joined file, is mended in the words of our format', async () => {
  const preset = {
    ...{ name: 'two-files', title: 'Persons and addresses' },
    file: { format: 'delimited', delimiter: '|' },
    joined: [
      { name: 'homes', file: { format: 'delimited', delimiter: '|' }, on: { here: 'home', there: 'id' } },
    ],
    columns: {
      ...{ list_number: { from: 'nr' }, national_number: { from: 'insz' }, last_name: { from: 'name' } },
      ...{ category: { value: 'BELGIAN' }, section: { value: '1' }, street: { from: 'homes.street' } },
      ...{ postcode: { value: '9999' }, city: { value: 'Zonnedorp' } },
    },
  } as const satisfies Preset
  const persons = [0, 1, 2].map((n) => `${n + 1}|${testNumber(n)}|Peeters|${n}`).join('\n')
  const open = (): ListSource => ({
    ...{
      name: 'persons.txt',
      preset,
      stream: Readable.from([Buffer.from(`nr|insz|name|home\n${persons}\n`)]),
    },
    joined: { homes: Readable.from([Buffer.from('id|street\n0|Kersenlaan\n1|\n2|Beukenpad\n')]) },
  })
  const { sheet } = await desk.sheetOf(open)
  const errors = linesOf(sheet).filter(({ ernst }) => ernst === 'fout')
  expect(errors).toMatchObject([{ rij: '3', kolom: 'street', staat_er_nu: '' }])
  const mended = await desk.mend(open, sheet, ({ kolom }) => (kolom === 'street' ? 'Molenhof' : undefined))
  expect(mended).toMatchObject({ ok: true, report: { voters: 3, errors: 0 } })
  expect((await desk.rowsStored())[1]).toContain('Molenhof')
})
