import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { CsvError, type Parser, parse } from 'csv-parse'
import { byteGuard } from '../../platform/csv/byte-guard.ts'
import { CsvFault } from '../../platform/csv/csv-fault.ts'
import { strictDecoder } from '../../platform/csv/strict-decoder.ts'
import type { DelimitedFormat, FixedLengthFormat, TableFormat } from './preset.ts'

/** A row of an export, before anything is known of its meaning. */
export interface TableRow {
  /** The line of the file on which it ends, as an editor numbers them. */
  readonly row: number
  readonly texts: readonly string[]
  /** The row has not as many cells as the header, so its texts may stand under the wrong name. */
  readonly damage?: 'too-few-fields' | 'too-many-fields'
}

export interface Table {
  /** Names of the texts of a row, by position. */
  readonly names: readonly string[]
  readonly rows: AsyncGenerator<TableRow, void, undefined>
}

const maxLineBytes = 16_384

/** Opens an export as its preset describes it, in constant memory. Throws a `CsvFault` when it is not such a file. */
export async function openTable(format: TableFormat, source: AsyncIterable<Uint8Array>): Promise<Table> {
  if (format.format === 'fixed-length')
    return { names: format.fields.map(({ name }) => name), rows: fixedRows(format, source) }
  const records = recordsOf(format, source)
  const names = format.fields ?? (await headerOf(records))
  return { names, rows: delimitedRows(records, names.length) }
}

interface NumberedRecord {
  readonly info: { readonly lines: number }
  readonly record: readonly string[]
}

async function headerOf(records: AsyncGenerator<NumberedRecord>): Promise<readonly string[]> {
  const { done, value } = await records.next()
  if (done) throw new CsvFault('empty', 'the file holds no text')
  return value.record
}

async function* delimitedRows(
  records: AsyncGenerator<NumberedRecord>,
  width: number,
): AsyncGenerator<TableRow, void> {
  for await (const { info, record: texts } of records) {
    const row = info.lines
    if (texts.length < width) yield { row, texts, damage: 'too-few-fields' }
    else if (texts.slice(width).some((text) => text !== '')) yield { row, texts, damage: 'too-many-fields' }
    else yield { row, texts }
  }
}

/** Rows that are blank are passed over, and counted. */
async function* recordsOf(
  { delimiter, quote = '"', encoding, skipLines = 0 }: DelimitedFormat,
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<NumberedRecord, void> {
  const parser: Parser = parse({
    delimiter,
    quote: quote === 'none' ? null : quote,
    escape: quote === 'none' ? null : quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    from_line: skipLines + 1,
    relax_column_count: true,
    skip_records_with_empty_values: true,
    trim: true,
    info: true,
    max_record_size: maxLineBytes,
  })
  const text = Readable.from(textOf(source, encoding))
  text.on('error', (error) => parser.destroy(error))
  try {
    for await (const record of text.pipe(parser)) yield record as NumberedRecord
  } catch (error) {
    throw faultOf(error)
  } finally {
    text.destroy()
  }
}

/** The parser's own words may quote the file; ours name the line. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error
  const line = `line ${Number(error.lines ?? 0)}`
  return error.code === 'CSV_MAX_RECORD_SIZE'
    ? new CsvFault('line-too-long', `the row at ${line} is longer than ${maxLineBytes} characters`)
    : new CsvFault('quoting', `the quotation marks at ${line} do not match`)
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
    yield { row, texts: fields.map(({ from, length }) => cut(characters, from - 1, length)) }
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

async function* textOf(
  source: AsyncIterable<Uint8Array>,
  encoding: TableFormat['encoding'],
): AsyncGenerator<string, void> {
  const guard = byteGuard(maxLineBytes)
  const decoder = strictDecoder(encoding)
  for await (const chunk of source) {
    guard(chunk)
    yield decoder.decode(chunk)
  }
  yield decoder.end()
}
