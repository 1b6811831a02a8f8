import { Readable } from 'node:stream'
import { CsvError, type Parser, parse } from 'csv-parse'
import { CsvFault } from '../../platform/csv/csv-fault.ts'
import { findHeader } from '../../platform/csv/find-header.ts'
import { readHead } from '../../platform/csv/read-csv.ts'
import type { DelimitedFormat } from './preset.ts'
import { type Table, type TableRow, withoutAsides } from './table.ts'
import { maxLineBytes, textOf } from './table-text.ts'

/** Opens a file with a delimiter between its cells, in constant memory. */
export async function delimitedTable(
  format: DelimitedFormat,
  source: AsyncIterable<Uint8Array>,
  wanted: readonly string[],
): Promise<Table> {
  const { delimiter, quote = '"', skipLines = 0, fields } = format
  const text = textOf(source, format.encoding)
  const head = await readHead(text)
  if (head.trim() === '') throw new CsvFault('empty', 'the file holds no text')
  const start = startOfLine(head, skipLines)
  if (fields) refuseOtherDelimiter(head.slice(start), { delimiter, fields })
  if (fields) return tableFrom(format, fields, joined(head.slice(start), text), skipLines)
  const sought = { required: wanted, known: wanted, quote: quote === 'none' ? null : quote }
  const header = findHeader(head.slice(start), { ...sought, delimiters: [delimiter] })
  const linesAbove = skipLines + header.linesAbove
  const rest = joined(head.slice(start + header.start), text)
  return { ...tableFrom(format, header.names, rest, linesAbove, 1), headerRow: linesAbove + 1 }
}

function tableFrom(
  format: DelimitedFormat,
  names: readonly string[],
  text: AsyncGenerator<string>,
  linesAbove: number,
  headers = 0,
): Table {
  return {
    names,
    rows: withoutAsides(names, delimitedRows(recordsOf(format, text), { names, linesAbove, headers })),
  }
}

async function* joined(head: string, rest: AsyncGenerator<string>): AsyncGenerator<string, void> {
  try {
    yield head
    yield* rest
  } finally {
    await rest.return(undefined) // closes the source, also for a reader who stops early
  }
}

function startOfLine(text: string, lines: number): number {
  const lineEnd = /\r\n|\n|\r/g
  for (let line = 0; line < lines; line++) if (!lineEnd.test(text)) return text.length
  return lineEnd.lastIndex
}

interface NumberedRecord {
  readonly info: { readonly lines: number }
  readonly record: readonly string[]
}

async function* delimitedRows(
  records: AsyncIterable<NumberedRecord>,
  { names, linesAbove, headers }: { names: readonly string[]; linesAbove: number; headers: number },
): AsyncGenerator<TableRow, void> {
  const width = names.length
  let headersLeft = headers
  for await (const { info, record: texts } of records) {
    if (headersLeft-- > 0) continue
    const row = linesAbove + info.lines
    if (texts.length < width) yield { row, texts, damage: 'too-few-fields' }
    else if (texts.slice(width).some((text) => text !== '')) yield { row, texts, damage: 'too-many-fields' }
    else yield { row, texts }
  }
}

/** Better told once than that every row has one cell. */
function refuseOtherDelimiter(
  text: string,
  { delimiter, fields }: { delimiter: string; fields: readonly string[] },
): void {
  const line = /[^\r\n]*\S[^\r\n]*/.exec(text)?.[0] ?? ''
  if (fields.length < 3 || line.includes(delimiter)) return
  const between = [...new Set(line.match(/[^\p{L}\p{N}_ "'.-]/gu))]
  const other = between.find((one) => line.split(one).length === fields.length)
  if (other)
    throw new CsvFault(
      'missing-columns',
      `the first row has ${fields.length} cells with ${other === '\t' ? 'a tab' : other} between, which a preset can say ("delimiter")`,
    )
}

/** Rows that are blank are passed over, and counted. */
async function* recordsOf(
  { delimiter, quote = '"' }: DelimitedFormat,
  text: AsyncGenerator<string>,
): AsyncGenerator<NumberedRecord, void> {
  const parser: Parser = parse({
    delimiter,
    quote: quote === 'none' ? null : quote,
    escape: quote === 'none' ? null : quote,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_records_with_empty_values: true,
    trim: true,
    info: true,
    max_record_size: maxLineBytes,
  })
  const input = Readable.from(text)
  input.on('error', (error) => parser.destroy(error))
  try {
    for await (const record of input.pipe(parser)) yield record as NumberedRecord
  } catch (error) {
    throw faultOf(error)
  } finally {
    input.destroy()
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
