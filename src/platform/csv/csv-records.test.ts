import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blockCutter, countRecords } from './block-cutter.ts'
import { recordsIn } from './csv-records.ts'

const cell = fc.string({
  unit: fc.constantFrom('a', 'é', ' ', ';', '"', "'", '\n', '\r\n', '.'),
  maxLength: 6,
})
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')

function written(rows: readonly (readonly string[])[], end: string, always: boolean): string {
  const quoted = (text: string) =>
    always || /[;"\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  return rows.map((row) => row.map(quoted).join(';') + end).join('')
}

test('reads what csv-parse reads, however much is quoted', () => {
  fc.assert(
    fc.property(table, lineEnd, fc.boolean(), (rows, end, always) => {
      expect(recordsIn(written(rows, end, always), ';', 0)).toEqual(rows)
    }),
    { numRuns: 500 },
  )
})

test('any text at all is read as csv-parse reads it, or refused as it refuses it', () => {
  const anything = fc.string({ unit: fc.constantFrom('a', ' ', ';', '"', '""', '\n', '";"'), maxLength: 12 })
  const byParser = (text: string): unknown => {
    const options = { delimiter: ';', record_delimiter: ['\r\n', '\n', '\r'], trim: true }
    try {
      return parse(text, { ...options, relax_column_count: true })
    } catch {
      return 'refused'
    }
  }
  const byUs = (text: string): unknown => {
    try {
      return recordsIn(text, ';', 0)
    } catch {
      return 'refused'
    }
  }
  /** Without spaces around fields and blank rows at the end: the parser does not see those. */
  const content = (records: unknown) => {
    if (!Array.isArray(records)) return records
    const trimmed = records.map((record: string[]) => record.map((field) => field.trim()))
    return trimmed.slice(0, trimmed.findLastIndex((record) => record.join('') !== '') + 1)
  }
  fc.assert(
    fc.property(anything, (text) => {
      expect(content(byUs(text))).toEqual(content(byParser(text)))
    }),
    { numRuns: 2000 },
  )
})

test('a fault names the row of the file', () => {
  expect(() => recordsIn('a;b\nc;"d"e\n', ';', 40)).toThrow('row 42')
})

test('counts as many records as it reads, wherever the text is cut', () => {
  fc.assert(
    fc.property(table, lineEnd, fc.boolean(), (rows, end, always) => {
      const text = written(rows, end, always)
      expect(countRecords(text)).toBe(rows.length)
      expect(countRecords(text.slice(0, -end.length))).toBe(rows.length)
    }),
    { numRuns: 300 },
  )
})

test('blocks hold whole records and know how many came before', () => {
  const row = 'one;"two\nlines";"a ""quoted"" word"\n'
  const whole = row.repeat(9000)
  const cutter = blockCutter(16_384)
  const blocks = []
  for (let start = 0; start < whole.length; start += 50_001)
    blocks.push(cutter.push(whole.slice(start, start + 50_001)))
  blocks.push(cutter.end())
  expect(blocks.map(({ text }) => text).join('')).toBe(whole)
  expect(blocks.filter(({ text }) => text !== '').length).toBeGreaterThan(2)
  let before = 0
  for (const { text, recordsBefore } of blocks) {
    expect(recordsBefore).toBe(before)
    expect(text.length % row.length).toBe(0)
    before += text.length / row.length
  }
})

test('a last record that is too long is refused, in a small file too', () => {
  const cutter = blockCutter(100)
  cutter.push(`a;b\nc;"${'d\n'.repeat(60)}"`)
  expect(() => cutter.end()).toThrow('row 2')
})
