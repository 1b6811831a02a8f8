import { CsvFault } from '../csv/csv-fault.ts'

/** A million voters pack into less; what is longer is no list. */
const longestWorkbook = 256 * 2 ** 20

/** Workbooks, of today and of before 2007, tell themselves by their first bytes; an extension may be wrong. */
export function isWorkbook(start: Uint8Array): boolean {
  return ['504b0304', 'd0cf11e0'].includes(Buffer.from(start.subarray(0, 4)).toString('hex'))
}

/** The bytes of a workbook, as it was packed. Throws a `CsvFault` when it is none by how it begins, or is longer than any list. */
export async function gatherWorkbook(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    chunks.push(chunk)
    length += chunk.length
    if (length > longestWorkbook) throw new CsvFault('not-a-workbook', 'it is larger than any list')
  }
  const bytes = Buffer.concat(chunks)
  if (bytes.length === 0) throw new CsvFault('empty', 'the file holds nothing')
  if (!isWorkbook(bytes))
    throw new CsvFault(
      'not-a-workbook',
      'it is a file of another kind; for text, a preset says "delimited" or "fixed-length"',
    )
  return bytes
}

/** The first bytes of a stream, and the stream with them. */
export async function withStart(bytes: AsyncIterable<Uint8Array>) {
  const chunks = bytes[Symbol.asyncIterator]()
  let start = Buffer.alloc(0)
  while (start.length < 4) {
    const { done, value } = await chunks.next()
    if (done) break
    start = Buffer.concat([start, value])
  }
  async function* whole(): AsyncGenerator<Uint8Array, void> {
    try {
      yield start
      for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
    } finally {
      await chunks.return?.() // closes the source, also for a reader who stops early
    }
  }
  return { start, whole: whole() }
}
