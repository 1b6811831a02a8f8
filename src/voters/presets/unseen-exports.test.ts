import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { sheetOf, workbookOf } from '../../../test/workbook.ts'
import { testNumber } from '../testing.ts'
import { checkSample } from './check-sample.ts'
import type { Preset } from './preset.ts'
import { checkPresetFile } from './preset-file.ts'

/** Exports as somebody else's software might make them: each is read by a preset that is nothing but data. */

const columns = {
  list_number: { from: 'nr' },
  national_number: { from: 'rrn' },
  last_name: { from: 'naam' },
  first_names: { from: 'voornaam' },
  birth_date: { from: 'geboren', date: 'DD-MM-YYYY' },
  category: { value: 'BELGIAN' },
  section: { from: 'bureau' },
  street: { from: 'straat' },
  house_number: { from: 'huisnummer' },
  postcode: { from: 'postcode' },
  city: { from: 'gemeente' },
}
const names = [
  'nr',
  'rrn',
  'naam',
  'voornaam',
  'geboren',
  'bureau',
  'straat',
  'huisnummer',
  'postcode',
  'gemeente',
]
const person = [
  '1',
  testNumber(0),
  'Œuvray',
  'Zoë',
  '01-01-1980',
  '7',
  'Café-straat',
  '3',
  '9999',
  'Zonnedorp',
]

const expected = {
  list_number: '1',
  national_number: testNumber(0),
  last_name: 'Œuvray',
  first_names: 'Zoë',
  birth_date: '1980-01-01',
  category: 'BELGIAN',
  section: '7',
  street: 'Café-straat',
  house_number: '3',
  postcode: '9999',
  city: 'Zonnedorp',
}

async function* inPieces(bytes: Uint8Array, size = 11) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(
  file: Preset['file'],
  main: string | Uint8Array,
  { joined, ...more }: { columns?: object; joined?: object; files?: Record<string, string> } = {},
) {
  const document = {
    name: 'unseen',
    title: 'unseen',
    file,
    ...(joined && { joined }),
    columns: { ...columns, ...more.columns },
  }
  const checked = checkPresetFile(document)
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  const others = Object.entries(more.files ?? {}).map(([name, text]) => [name, inPieces(Buffer.from(text))])
  const files = { main: inPieces(Buffer.from(main as Uint8Array)), joined: Object.fromEntries(others) }
  return checkSample(checked.preset, files, { show: 10, today: new Date('2029-04-02') })
}

test.each(['\t', '|', '^', ',', ';', '~', '§'])('cells between %j', async (delimiter) => {
  const text = [names, person].map((cells) => cells.join(delimiter)).join('\r\n')
  const { shown, findings } = await read({ format: 'delimited', delimiter }, text)
  expect(shown.map(({ columns: read }) => read)).toEqual([expected])
  expect(findings).toEqual([])
})

test('commas between cells and decimal commas inside them, between single quotes', async () => {
  const text = `${names.join(',')},bedrag\n${person.map((cell) => `'${cell}'`).join(',')},'3,50'\n`
  const { shown, fieldsLeft } = await read({ format: 'delimited', delimiter: ',', quote: "'" }, text)
  expect(shown[0]!.columns).toEqual(expected)
  expect(fieldsLeft).toEqual(['bedrag'])
})

test.each([
  ['utf-8', 'utf8', undefined],
  ['utf-8 with a byte order mark', 'utf8-bom', undefined],
  ['windows-1252', 'win1252', undefined],
  ['iso-8859-15', 'iso-8859-15', 'iso-8859-15'],
] as const)('a text in %s', async (_, written, encoding) => {
  const text = [names, person].map((cells) => cells.join(';')).join('\n')
  const bytes = written === 'utf8-bom' ? Buffer.from(`\ufeff${text}`) : iconv.encode(text, written)
  const { shown } = await read({ format: 'delimited', delimiter: ';', encoding }, bytes)
  expect(shown[0]!.columns).toEqual(expected)
})

test('a text of the old console', async () => {
  const text = [names, person]
    .map((cells) => cells.join(';'))
    .join('\n')
    .replaceAll('Œ', 'É')
  const { shown } = await read(
    { format: 'delimited', delimiter: ';', encoding: 'cp850' },
    iconv.encode(text, 'cp850'),
  )
  expect(shown[0]!.columns).toEqual({ ...expected, last_name: 'Éuvray' })
})

test('ISO-8859-15 that nobody told of is noticed by its Œ, Š and Ž', async () => {
  const text = [names, person].map((cells) => cells.join(';')).join('\n')
  const { findings } = await read({ format: 'delimited', delimiter: ';' }, iconv.encode(text, 'iso-8859-15'))
  expect(findings).toMatchObject([{ column: 'last_name', code: 'garbled-letters' }])
})

test('a preset that names the wrong encoding is told so, and what to do', async () => {
  const text = [names, person.map((cell) => (cell === 'Zoë' ? 'Đorđe' : cell))]
    .map((cells) => cells.join(';'))
    .join('\n')
  await expect(
    read({ format: 'delimited', delimiter: ';', encoding: 'windows-1252' }, text),
  ).rejects.toMatchObject({
    because: 'encoding',
    detail: /preset says windows-1252.*leave "encoding" out of the preset/,
  })
})

test('names by position and another delimiter than the preset says: told once, with the one it seems to be', async () => {
  await expect(
    read({ format: 'delimited', delimiter: '\t', fields: names }, person.join(';')),
  ).rejects.toMatchObject({ because: 'missing-columns', detail: /10 cells with ; between/ })
})

test('rows that the preset passes over are told of and not read, whatever their shape', async () => {
  const struck = person.map((cell, at) => (at === 5 ? 'GESCHRAPT' : cell))
  const text = [...[names, person, struck].map((cells) => cells.join(';')), 'Afgedrukt op 1/4/2029', 'Blad 1']
  const passOver = [{ match: '^Afgedrukt op' }, { field: 'Bureau', match: '^GESCHRAPT$' }]
  const { shown, findings } = await read({ format: 'delimited', delimiter: ';', passOver }, text.join('\n'))
  expect(shown[0]).toMatchObject({ columns: expected, findings: [] })
  expect(findings).toMatchObject([
    { row: 3, code: 'row-passed-over' },
    { row: 4, code: 'row-passed-over' },
    { row: 5, code: 'cell-count' },
  ])
})

test('a row to pass over by a field that the file does not have is no row that passes unseen', async () => {
  const text = [names, person].map((cells) => cells.join(';')).join('\n')
  const passOver = [{ field: 'status', match: 'X' }]
  await expect(read({ format: 'delimited', delimiter: ';', passOver }, text)).rejects.toMatchObject({
    because: 'missing-columns',
  })
})

test('UTF-16 is refused with what to do', async () => {
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(names.join(';'), 'utf16le')])
  await expect(read({ format: 'delimited', delimiter: ';' }, bytes)).rejects.toMatchObject({
    because: 'not-text',
    detail: /UTF-16.*CSV UTF-8/,
  })
})

test('line ends inside cells and inside the header; titles with quotation marks above it', async () => {
  const title = Array.from({ length: 30 }, (_, n) => `Lijst "${n}" van de "kiezers";;`)
  const header = names
    .map((name) => (name === 'huisnummer' ? '"HUIS\nnummer"' : name.toUpperCase()))
    .join(';')
  const cells = person.map((cell) => (cell === 'Café-straat' ? '"Café-\nstraat"' : cell)).join(';')
  const { shown, headerRow } = await read(
    { format: 'delimited', delimiter: ';' },
    [...title, '', header, '', cells, 'Totaal: 1'].join('\r\n'),
  )
  expect(headerRow).toBe(32)
  expect(shown[0]!.columns).toEqual({ ...expected, street: 'Café-\nstraat' })
  expect(shown[1]!.findings).toMatchObject([{ code: 'total-line' }])
})

test('positions alone, in another order', async () => {
  const fields = [...names].reverse()
  const { shown } = await read(
    { format: 'delimited', delimiter: '|', fields },
    [...person].reverse().join('|'),
  )
  expect(shown[0]!.columns).toEqual(expected)
})

test('fixed places count characters, also where one takes two bytes or four', async () => {
  const fields = names.map((name, at) => ({ name, from: 1 + at * 12, length: 12 }))
  const cells = person.map((cell) => (cell === 'Zoë' ? 'Zoë 𝒜' : cell))
  const text = cells.map((cell) => [...cell, ...' '.repeat(12)].slice(0, 12).join('')).join('')
  const { shown } = await read({ format: 'fixed-length', fields, encoding: 'utf-8' }, `${text}\n`)
  expect(shown[0]!.columns).toEqual({ ...expected, first_names: 'Zoë 𝒜' })
})

test('years of two digits are read by the latest year that is meant', async () => {
  const birth_date = { from: 'geboren', date: 'DDMMYY', latestYear: 2013 }
  const years = ['010180', '010113', '010114']
  const text = [names, ...years.map((year) => person.map((cell, at) => (at === 4 ? year : cell)))]
  const { shown } = await read(
    { format: 'delimited', delimiter: ';' },
    text.map((cells) => cells.join(';')).join('\n'),
    { columns: { birth_date } },
  )
  expect(shown.map(({ columns: read }) => read.birth_date)).toEqual([
    '1980-01-01',
    '2013-01-01',
    '1914-01-01',
  ])
})

test('three files, one of them a workbook', async () => {
  const main = `${names.slice(0, 6).join(';')};adres;wijk\n${person.slice(0, 6).join(';')};A1;W1\n`
  const streets = workbookOf({
    sheets: [sheetOf([['Straten'], ['Code', 'Straat', 'Nummer'], ['A1', 'Café-straat', '3']])],
  })
  const joined = [
    { name: 'streets', file: { format: 'xlsx' }, on: { here: 'adres', there: 'code' } },
    { name: 'towns', file: { format: 'delimited', delimiter: '\t' }, on: { here: 'wijk', there: 'wijk' } },
  ]
  const from = (field: string) => ({ from: field })
  const { shown } = await read({ format: 'delimited', delimiter: ';' }, main, {
    joined,
    files: { streets: streets as unknown as string, towns: 'wijk\tpost\tnaam\nW1\t9999\tZonnedorp\n' },
    columns: {
      street: from('streets.straat'),
      house_number: from('streets.nummer'),
      postcode: from('towns.post'),
      city: from('towns.naam'),
    },
  })
  expect(shown[0]!.columns).toEqual(expected)
})
