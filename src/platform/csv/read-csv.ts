import { byteGuard } from './byte-guard.ts'
import { CsvFault } from './csv-fault.ts'
import { type CsvColumn, type CsvHeader, readHeader } from './csv-header.ts'
import { type RecordCutter, recordCutter } from './record-cutter.ts'
import { strictDecoder } from './strict-decoder.ts'

export interface CsvOptions<Name extends string> {
  readonly columns: readonly CsvColumn<Name>[]
  /** Longest line and longest row, in bytes. Absent: 16 KiB. */
  readonly maxLineBytes?: number
  /** Told once, before the first row. */
  readonly onHeader?: (header: CsvHeader<Name>) => void
}

export interface CsvRow<Name extends string = string> {
  /** As a spreadsheet numbers it: the header is row 1, blank rows count. */
  readonly row: number
  /** The known columns, trimmed; a column that is absent is an empty text. */
  readonly fields: Readonly<Record<Name, string>>
  /** The row has not as many fields as the header, so its fields may stand under the wrong name. */
  readonly damage?: 'too-few-fields' | 'too-many-fields'
}

/**
 * Reads a list row by row, in constant memory. UTF-8 or Windows-1252 and `;`, `,`, tab or `|` are told apart
 * from the file itself; blank rows are skipped. Throws a `CsvFault` when the file is not such a list.
 */
export async function* readCsv<Name extends string>(
  source: AsyncIterable<Uint8Array>,
  options: CsvOptions<Name>,
): AsyncGenerator<CsvRow<Name>, void, undefined> {
  const maxLineBytes = options.maxLineBytes ?? 16_384
  const text = decodeText(source, maxLineBytes)
  try {
    yield* rowsFrom(text, maxLineBytes, options)
  } finally {
    await text.return() // closes the source, also for a reader who stops early
  }
}

async function* rowsFrom<Name extends string>(
  text: AsyncGenerator<string, void>,
  maxLineBytes: number,
  options: CsvOptions<Name>,
): AsyncGenerator<CsvRow<Name>, void, undefined> {
  const { head, firstLine } = await readFirstLine(text, maxLineBytes)
  const header = readHeader(firstLine, options.columns)
  options.onHeader?.(header)
  let row = 0
  let headerSeen = false
  for await (const records of cutRecords(head, text, recordCutter(header.delimiter, maxLineBytes)))
    for (const record of records) {
      row++
      if (record.every((field) => field.trim() === '')) continue
      if (headerSeen) yield rowOf(row, record, header, options.columns)
      headerSeen = true
    }
}

async function* cutRecords(
  head: string,
  rest: AsyncGenerator<string>,
  cutter: RecordCutter,
): AsyncGenerator<string[][]> {
  yield cutter.push(head)
  for await (const piece of rest) yield cutter.push(piece)
  yield cutter.end()
}

/** The file's text, piece by piece; the guard sees the bytes first, so a bad file never fills the memory. */
async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<string, void> {
  const guard = byteGuard(maxLineBytes)
  const decoder = strictDecoder()
  for await (const chunk of source) {
    guard(chunk)
    yield decoder.decode(chunk)
  }
  yield decoder.end()
}

/** Reads on until the first line with text is whole; `head` is all that was read for it. */
async function readFirstLine(
  text: AsyncGenerator<string>,
  limit: number,
): Promise<{ head: string; firstLine: string }> {
  let head = ''
  while (head.length <= limit && !/\S.*[\r\n]/.test(head)) {
    const { done, value } = await text.next()
    if (done) break
    head += value
  }
  const firstLine = head.split(/\r\n|\r|\n/).find((line) => line.trim() !== '')
  if (firstLine === undefined) throw new CsvFault('empty', 'the file holds no text')
  return { head, firstLine }
}

function rowOf<Name extends string>(
  row: number,
  record: readonly string[],
  header: CsvHeader<Name>,
  columns: readonly CsvColumn<Name>[],
): CsvRow<Name> {
  const fields = {} as Record<Name, string>
  for (const { name } of columns) {
    const place = header.places.get(name)
    fields[name] = place === undefined ? '' : (record[place]?.trim() ?? '')
  }
  if (record.length < header.width) return { row, fields, damage: 'too-few-fields' }
  const hasSurplus =
    record.length > header.width && record.slice(header.width).some((field) => field.trim() !== '')
  return hasSurplus ? { row, fields, damage: 'too-many-fields' } : { row, fields }
}
