import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import type { CsvFault } from './csv-fault.ts'
import { type CsvRow, readCsv } from './read-csv.ts'

const columns = [
  { name: 'section', required: true },
  { name: 'room', required: true },
  { name: 'note', required: false },
] as const

async function* chunksOf(bytes: Uint8Array | string, size = 65_536): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.from(bytes as Uint8Array)
  for (let start = 0; start < buffer.length; start += size) yield buffer.subarray(start, start + size)
}

async function rowsOf(source: AsyncIterable<Uint8Array>): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of readCsv(source, { columns })) rows.push(row)
  return rows
}

async function faultOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  return rowsOf(source).then(
    (rows) => `read ${rows.length} rows`,
    (fault: CsvFault) => fault.because ?? String(fault),
  )
}

test.each([';', ',', '\t', '|'])('finds the delimiter %j by the names in the header', async (delimiter) => {
  const file = ['Section', 'Room', 'Other']
    .join(delimiter)
    .concat('\r\n', ['1', 'Refter', 'x'].join(delimiter))
  expect(await rowsOf(chunksOf(file))).toEqual([
    { row: 2, fields: { section: '1', room: 'Refter', note: '' } },
  ])
})

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['Windows-1252', (text: string) => iconv.encode(text, 'win1252')],
])('reads %s the same, wherever the chunks are cut', async (_, encode) => {
  const bytes = encode('section;room\n1;Café “De Hoek” – €\n2;plain\n3;Zaal Noël')
  for (const size of [1, 2, 3, 7, 1000])
    expect((await rowsOf(chunksOf(bytes, size))).map((row) => row.fields.room)).toEqual([
      'Café “De Hoek” – €',
      'plain',
      'Zaal Noël',
    ])
})

test('a file that is half one encoding and half another is refused', async () => {
  const mixed = Buffer.concat([Buffer.from('section;room\n1;Café\n'), iconv.encode('2;Noël\n', 'win1252')])
  expect(await faultOf(chunksOf(mixed))).toBe('encoding')
  expect(await faultOf(chunksOf(Buffer.from('section;room\n1;\x81\n', 'latin1')))).toBe('encoding')
})

test('quoted fields hold delimiters, quotation marks and line ends; rows count as a spreadsheet counts', async () => {
  const file = '\nsection,room,note\n1,"a ""b"", c","two\nlines"\n\n,,\n2, d ,\n'
  expect(await rowsOf(chunksOf(file))).toEqual([
    { row: 3, fields: { section: '1', room: 'a "b", c', note: 'two\nlines' } },
    { row: 6, fields: { section: '2', room: 'd', note: '' } },
  ])
})

test('a row with too few or too many fields is marked; empty fields at its end are not too many', async () => {
  const file = 'section;room;note\n1;a\n2;b;c;d\n3;e;f;;\n'
  expect((await rowsOf(chunksOf(file))).map((row) => row.damage)).toEqual([
    'too-few-fields',
    'too-many-fields',
    undefined,
  ])
})

test.each([
  ['nothing', '', 'empty'],
  ['only blank lines', ' \r\n\r\n', 'empty'],
  ['only a byte order mark', '\ufeff', 'empty'],
  ['a NUL byte', 'section;room\n1;a\0b\n', 'not-text'],
  ['a spreadsheet named .csv', 'PK\x03\x04\x14', 'not-text'],
  ['a PDF named .csv', '%PDF-1.7\nsection;room\n', 'not-text'],
  ['a missing column', 'section;rom\n1;a\n', 'missing-columns'],
  ['no header at all', '1;Refter\n', 'missing-columns'],
  ['a column named twice', 'section;room;room\n1;a;b\n', 'double-columns'],
  ['a quotation mark inside a field', 'section;room\n1;a"b\n', 'quoting'],
  ['text after a closing quotation mark', 'section;room\n1;"a"b\n', 'quoting'],
  ['a quotation mark that is never closed', `section;room\n1;"a\n`, 'quoting'],
  ['one that swallows the rest of a large file', `section;room\n1;"a\n${'2;b\n'.repeat(20_000)}`, 'quoting'],
])('%s is a fault with a name', async (_, file, because) => {
  expect(await faultOf(chunksOf(file))).toBe(because)
})

test('a fault never quotes the file', async () => {
  const secret = '61610100150'
  for (const file of [`${secret};Refter\n`, `section;room\n1;"${secret}"x\n`, `section;room\n${secret}\0`])
    await expect(rowsOf(chunksOf(file))).rejects.not.toThrow(secret)
})

test('random bytes are read or refused with a name, never a crash', async () => {
  const anyFile = fc
    .uint8Array({ maxLength: 400 })
    .map((bytes) => Buffer.concat([Buffer.from('section;room\n'), bytes]))
  await fc.assert(
    fc.asyncProperty(anyFile, fc.integer({ min: 1, max: 50 }), async (file, size) => {
      const whole = await faultOf(chunksOf(file))
      expect(whole).toMatch(/^(read \d+ rows|not-text|encoding|quoting|line-too-long)$/)
      const inPieces = await faultOf(chunksOf(file, size))
      expect(inPieces.startsWith('read') || whole.startsWith('read') ? inPieces : whole).toBe(whole)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['a line of 1 GB', '', 'a', 'line-too-long'],
  ['a quoted text of 1 GB', 'section;room\n1;"', 'b\n', 'quoting'],
  ['1 GB of blank lines', '', '\n', 'empty'],
])('%s fails fast, after a few chunks', async (_, start, filling, because) => {
  let taken = 0
  async function* huge(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(start)
    const chunk = Buffer.alloc(65_536, filling)
    for (taken = 0; taken < 16_384; taken++) yield chunk
  }
  expect(await faultOf(huge())).toBe(because)
  expect(taken).toBeLessThan(8)
})

test('a source that breaks passes on its own error', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('section;room\n1;a\n')
    throw new Error('disk gone')
  }
  await expect(rowsOf(broken())).rejects.toThrow('disk gone')
})

test('a reader who stops early closes the source', async () => {
  let closed = false
  async function* endless(): AsyncGenerator<Uint8Array> {
    try {
      yield Buffer.from('section;room\n')
      for (;;) yield Buffer.from('1;a\n')
    } finally {
      closed = true
    }
  }
  for await (const row of readCsv(endless(), { columns })) if (row.row > 100) break
  expect(closed).toBe(true)
})
