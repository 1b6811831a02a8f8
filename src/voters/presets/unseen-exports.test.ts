import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { expected, names, person, readUnseen as read } from './testing.ts'

/** Exports as somebody else's software might make them: each is read by a preset that is nothing but data. */

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

test('months in letters are read in three languages; what is no month is a date that is wrong, once', async () => {
  const birth_date = { from: 'geboren', date: 'DD-MMM-YYYY' }
  const written = ['12-DEC-1962', '1-mrt-1985', '2-juil.-1990', '3-août-1990', '4-mei-1990', '5-xyz-1990']
  const text = [names, ...written.map((date) => person.map((cell, at) => (at === 4 ? date : cell)))]
  const { shown, findings } = await read(
    { format: 'delimited', delimiter: ';' },
    text.map((cells) => cells.join(';')).join('\n'),
    { columns: { birth_date } },
  )
  expect(shown.map(({ columns: read }) => read.birth_date)).toEqual([
    '1962-12-12',
    '1985-03-01',
    '1990-07-02',
    '1990-08-03',
    '1990-05-04',
    '5-xyz-1990',
  ])
  const errors = findings.filter(({ severity }) => severity === 'error')
  expect(errors).toMatchObject([{ row: 7, column: 'birth_date', code: 'not-a-date' }])
})
