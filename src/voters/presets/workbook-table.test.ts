import { expect, test } from 'vitest'
import { rowsXml, sheetOf, type TestSheet, workbookOf } from '../../../test/workbook.ts'
import { aRow, testNumber } from '../testing.ts'
import { checkSample } from './check-sample.ts'
import { loadPreset } from './load-preset.ts'
import type { Preset, WorkbookFormat } from './preset.ts'

const loaded = loadPreset('imitation-workbook-with-titles')
const shipped = loaded.ok ? loaded.preset : undefined

async function* bytes(buffer: Buffer) {
  yield buffer
}

const read = (sheets: readonly TestSheet[], more: Partial<WorkbookFormat> = {}, styles = '') => {
  const preset: Preset = { ...shipped!, file: { format: 'xlsx', ...more } }
  const options = { show: 100, today: new Date('2029-04-02') }
  return checkSample(preset, { main: bytes(workbookOf({ sheets, styles })) }, options)
}

const header = [
  'NR',
  'insz',
  'Naam',
  'Voornaam',
  'Geboren\nop',
  'Soort  kiezer',
  'Bureau',
  'Straat',
  'Huis nr',
  'Bus',
  'Postcode',
  'Gemeente',
  'Sekse',
]

function voter(n: number, cells: Record<number, string> = {}): string[] {
  const row = aRow(n)
  const texts = [
    row.list_number,
    row.national_number,
    row.last_name,
    row.first_names,
    '1.1.80',
    'B',
    'Bureau 1',
    row.street,
    row.house_number,
    '',
    row.postcode,
    row.city,
    'V',
  ]
  return texts.map((text, at) => cells[at] ?? text)
}

const titles = Array.from({ length: 31 }, (_, n) => [`Regel ${n} van de "titel"`, n === 3 ? 'Naam' : ''])
const people = [voter(0), voter(1), voter(2)]
const codesOf = ({ findings }: Awaited<ReturnType<typeof checkSample>>) =>
  findings.map(({ row, column, code }) => [row, column, code])

test('a header under 31 lines of title is found by its names, whatever their case, spaces and line ends', async () => {
  const sample = await read([sheetOf([...titles, header, ...people])])
  expect(sample).toMatchObject({ headerRow: 32, rows: 3, findings: [], fieldsLeft: ['Sekse'] })
  expect(sample.shown[0]).toMatchObject({
    row: 33,
    columns: { national_number: testNumber(0), birth_date: '1980-01-01', category: 'BELGIAN', section: '1' },
  })
})

test('dates as days, as texts and in two digits stand in one column; zeros that were lost are put back', async () => {
  const born2001 = '01670011219'
  const rows = [
    voter(0, { 4: '<c s="1"><v>29221</v></c>' }),
    voter(1, { 4: '<c><v>29221</v></c>' }),
    voter(2, { 4: '01/01/1980' }),
    voter(3, { 1: `<c><v>${Number(born2001)}</v></c>`, 4: '<c/>' }),
  ]
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
  const { shown, findings } = await read([sheetOf([header, ...rows])], {}, styles)
  expect(shown.map(({ columns }) => columns.birth_date)).toEqual([
    '1980-01-01',
    '1980-01-01',
    '1980-01-01',
    undefined,
  ])
  expect(shown[3]!.columns.national_number).toBe(born2001)
  expect(findings).toEqual([])
})

test('a hidden row refuses the list, unless the preset says what it is', async () => {
  const sheet = { xml: `<sheetData>${rowsXml([header, ...people], { hidden: [3] })}</sheetData>` }
  expect(codesOf(await read([sheet]))).toEqual([[3, undefined, 'hidden-row']])
  expect(codesOf(await read([sheet], { hiddenRows: 'pass-over' }))).toEqual([
    [3, undefined, 'hidden-row-passed-over'],
  ])
  expect(await read([sheet], { hiddenRows: 'read' })).toMatchObject({ rows: 3, findings: [] })
})

test('merged cells in the table are an error with their row; in a title they are none', async () => {
  const merged = '<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="H3:H4"/></mergeCells>'
  const sheet = { xml: `<sheetData>${rowsXml([['Titel'], header, ...people])}</sheetData>${merged}` }
  expect(codesOf(await read([sheet]))).toEqual([[3, undefined, 'merged-cells']])
})

test('a header of two lines with merged cells is told as one, and read by its places', async () => {
  const second = header.map((_, at) => (at === 7 ? 'naam' : at === 8 ? 'nummer' : ''))
  const merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="H2:I2"/></mergeCells>'
  const rows = rowsXml([['Titel'], header, second, ...people])
  const sheet = { xml: `<sheetData>${rows}</sheetData>${merged}` }
  expect(codesOf(await read([sheet]))).toContainEqual([3, undefined, 'merged-header'])
  const fields = header.map((name) => name.replace('\n', ' '))
  expect(await read([sheet], { skipLines: 3, fields })).toMatchObject({ rows: 3, findings: [] })
})

test('a header in the middle and a total at the end are passed over and told of', async () => {
  const sheet = sheetOf([
    header,
    people[0]!,
    header,
    people[1]!,
    ['', '', 'Totaal: 2'],
    ['Gemaakt op 1 april'],
  ])
  const sample = await read([sheet])
  expect(codesOf(sample).slice(0, 2)).toEqual([
    [3, undefined, 'repeated-header'],
    [5, undefined, 'total-line'],
  ])
  expect(codesOf(sample).slice(2)).toEqual([[6, undefined, 'one-cell']])
  const passOver = [{ match: '^Gemaakt op' }]
  expect(codesOf(await read([sheet], { passOver })).slice(2)).toEqual([[6, undefined, 'row-passed-over']])
})

test('errors and formulas that were never worked out are errors of their cell', async () => {
  const rows = [
    voter(0, { 2: '<c t="e"><v>#N/A</v></c>' }),
    voter(1, { 7: '<c><f>A1</f></c>' }),
    voter(2, { 2: '#WAARDE!' }),
  ]
  expect(codesOf(await read([sheetOf([header, ...rows])]))).toEqual([
    [2, 'last_name', 'error-value'],
    [3, 'street', 'error-value'],
    [4, 'last_name', 'error-value'],
  ])
})

test('a hidden column that is read is told of; one that is not read is nobody’s business', async () => {
  const sheet = (column: number) => ({
    xml: `<cols><col min="${column}" max="${column}" hidden="1"/></cols>${sheetOf([header, ...people]).xml}`,
  })
  expect(codesOf(await read([sheet(3)]))).toEqual([[1, undefined, 'hidden-column']])
  expect(codesOf(await read([sheet(13)]))).toEqual([])
})

const list = sheetOf([header, ...people], { name: 'Kiezers' })

test('the sheet with the table is taken; another with something in it is told of', async () => {
  const note = sheetOf([['Uitleg']], { name: 'Info' })
  expect(codesOf(await read([note, list]))).toEqual([[1, undefined, 'sheet-not-read']])
  expect(codesOf(await read([sheetOf([], { name: 'Leeg' }), list]))).toEqual([])
  expect(codesOf(await read([{ ...list, name: 'Oud', state: 'hidden' }, list]))).toEqual([])
})

test.each<[string, readonly TestSheet[], Partial<WorkbookFormat>, string, RegExp]>([
  [
    'two sheets with a table',
    [list, { ...list, name: 'Vorig jaar' }],
    {},
    'which-sheet',
    /"Kiezers", "Vorig jaar"/,
  ],
  ['a sheet that is not there', [list], { sheet: 'Lijst' }, 'which-sheet', /no sheet Lijst, but: "Kiezers"/],
  ['sheets without anything', [sheetOf([])], {}, 'empty', /holds anything/],
  [
    'a header with another name',
    [sheetOf([['Titel'], header.map((name) => (name === 'Naam' ? 'Familienaam' : name)), ...people])],
    {},
    'missing-columns',
    /line 2 .* lacks Naam \(is it .*\); it has: NR, insz, Familienaam/,
  ],
])('%s is refused with the names that are there', async (_, sheets, more, because, detail) => {
  await expect(read(sheets, more)).rejects.toMatchObject({ because, detail: expect.stringMatching(detail) })
})

test('a preset names a sheet by its name or its number, and fields by position', async () => {
  const other = { ...list, name: 'Vorig jaar' }
  for (const sheet of ['kiezers', 2]) expect(await read([other, list], { sheet })).toMatchObject({ rows: 3 })
  const fields = [
    'Nr.',
    'INSZ',
    'Naam',
    'Voornaam',
    'Geboren op',
    'Soort kiezer',
    'Bureau',
    'Straat',
    'Huis-nr.',
    'Bus',
    'Postcode',
    'Gemeente',
  ]
  expect(await read([sheetOf([['Titel'], ...people])], { fields, skipLines: 1 })).toMatchObject({
    rows: 3,
    findings: [],
  })
})

test('codes that no map names are told once each', async () => {
  const { unmapped } = await read([sheetOf([header, voter(0, { 5: 'Z' }), voter(1, { 5: 'Z' }), voter(2)])])
  expect(unmapped).toEqual({ category: ['Z'] })
})

test('a text file is no workbook, and the answer says which preset reads it', async () => {
  const main = bytes(Buffer.from('Nr.;INSZ\n'))
  await expect(checkSample(shipped!, { main }, { show: 1, today: new Date() })).rejects.toMatchObject({
    because: 'not-a-workbook',
    detail: /delimited/,
  })
})
