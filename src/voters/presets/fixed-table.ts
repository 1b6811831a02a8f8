import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import type { FixedLengthFormat } from './preset.ts'
import { asideIn, type Table, type TableRow } from './table.ts'
import { textOf } from './table-text.ts'

/** Opens a file of records of fixed length, in constant memory. */
export async function fixedTable(
  format: FixedLengthFormat,
  source: AsyncIterable<Uint8Array>,
): Promise<Table> {
  return { names: format.fields.map(({ name }) => name), rows: fixedRows(format, source) }
}

/** A line that is shorter than its fields lacks their texts: spaces at the end are often taken off. */
async function* fixedRows(
  { fields, encoding, skipLines = 0 }: FixedLengthFormat,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<TableRow, void> {
  const input = Readable.from(textOf(source, encoding))
  let row = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    row++
    if (row <= skipLines || line.trim() === '') continue
    const characters = isPlain(line) ? line : [...line]
    const texts = fields.map(({ from, length }) => cut(characters, from - 1, length))
    const damage = asideIn([line.trim()], [])
    yield damage ? { row, texts, damage } : { row, texts }
  }
}

/** Without characters of two code units, as nearly all are, a text can be cut by its units. */
function isPlain(text: string): boolean {
  return !/[\ud800-\udfff]/.test(text)
}

function cut(characters: string | readonly string[], start: number, length: number): string {
  const part = characters.slice(start, start + length)
  return (typeof part === 'string' ? part : part.join('')).trim()
}
