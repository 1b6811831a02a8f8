import { type Block, blockCutter } from './block-cutter.ts'
import { byteGuard } from './byte-guard.ts'
import { type CsvBlock, type CsvRow, rowsIn } from './csv-block.ts'
import { type CsvColumn, type CsvHeader, readHeader } from './csv-header.ts'
import { strictDecoder } from './strict-decoder.ts'

export type { CsvRow, RowDamage } from './csv-block.ts'

export interface CsvOptions<Name extends string> {
  readonly columns: readonly CsvColumn<Name>[]
  /** Longest line and longest row, in bytes. Absent: 16 KiB. */
  readonly maxLineBytes?: number
  /** Told once, before the first row. */
  readonly onHeader?: (header: CsvHeader<Name>) => void
}

/**
 * Reads a list row by row, in constant memory. UTF-8 or Windows-1252 and `;`, `,`, tab or `|` are told apart
 * from the file itself; blank rows are skipped. Throws a `CsvFault` when the file is not such a list.
 */
export async function* readCsv<Name extends string>(
  source: AsyncIterable<Uint8Array>,
  options: CsvOptions<Name>,
): AsyncGenerator<CsvRow<Name>, void, undefined> {
  for await (const block of readCsvBlocks(source, options)) yield* rowsIn(block)
}

/** The same in blocks of some hundred rows, not yet looked into: `rowsIn` does that, on whatever thread. */
export async function* readCsvBlocks<Name extends string>(
  source: AsyncIterable<Uint8Array>,
  options: CsvOptions<Name>,
): AsyncGenerator<CsvBlock<Name>, void, undefined> {
  const maxLineBytes = options.maxLineBytes ?? 16_384
  const text = decodeText(source, maxLineBytes)
  try {
    const head = await readHead(text)
    const { start, ...header } = readHeader(head, options.columns)
    options.onHeader?.(header)
    yield* blocksFrom(header, wholeRecords(head.slice(start), text, header.row - 1, maxLineBytes))
  } finally {
    await text.return() // closes the source, also for a reader who stops early
  }
}

async function* blocksFrom<Name extends string>(
  header: CsvHeader<Name>,
  blocks: AsyncIterable<Block>,
): AsyncGenerator<CsvBlock<Name>, void, undefined> {
  let headerSeen = false
  for await (const { text, recordsBefore: rowsBefore } of blocks) {
    const holdsHeader: boolean = !headerSeen && text.trim() !== ''
    if (text !== '') yield { header, text, rowsBefore, holdsHeader }
    headerSeen ||= holdsHeader
  }
}

async function* wholeRecords(
  head: string,
  rest: AsyncIterable<string>,
  linesAbove: number,
  maxLineBytes: number,
): AsyncGenerator<Block> {
  const cutter = blockCutter(maxLineBytes, linesAbove)
  yield cutter.push(head)
  for await (const piece of rest) yield cutter.push(piece)
  yield cutter.end()
}

const pieceLength = 64 * 1024

/** The file's text, piece by piece; the guard sees the bytes first, so a bad file never fills the memory. */
async function* decodeText(
  source: AsyncIterable<Uint8Array>,
  maxLineBytes: number,
): AsyncGenerator<string, void> {
  const guard = byteGuard(maxLineBytes)
  const decoder = strictDecoder()
  for await (const chunk of source)
    for (let start = 0; start < chunk.length; start += pieceLength) {
      const piece = chunk.subarray(start, start + pieceLength)
      guard(piece)
      yield decoder.decode(piece)
    }
  yield decoder.end()
}

/** Enough of the text to have its header in it; all that was read for it. */
export async function readHead(text: AsyncGenerator<string>): Promise<string> {
  let head = ''
  while (head.length < pieceLength) {
    const { done, value } = await text.next()
    if (done) break
    head += value
  }
  return head
}
