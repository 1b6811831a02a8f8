import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { CsvFault } from '../csv/csv-fault.ts'

/** The files inside a workbook. An `.xlsx` is a ZIP of XML files. */
export interface WorkbookParts {
  has(name: string): boolean
  /** The bytes of one of them, checked against its checksum. Throws a `CsvFault` when it is damaged. */
  read(name: string): AsyncGenerator<Uint8Array, void, undefined>
}

/** Sheets are packed some ten times, a bomb a thousand times. */
const mostPackedTimes = 100
const smallEnough = 64 * 2 ** 20

/** Opens the ZIP in memory. Throws a `CsvFault` that says what to do with what is no workbook of this kind. */
export async function openParts(bytes: Buffer): Promise<WorkbookParts> {
  refuseOldWorkbook(bytes)
  const entries = new Map<string, Entry>()
  const zip = await orDamaged(async () => {
    const opened = await fromBufferPromise(bytes, { lazyEntries: true })
    for await (const entry of opened.eachEntry()) {
      if (entries.has(entry.fileName)) throw new Error('a name stands in it twice')
      entries.set(entry.fileName, entry)
    }
    return opened
  })
  refuseBombs([...entries.values()])
  await refuseOtherKinds(zip, entries)
  return {
    has: (name) => entries.has(name),
    read: (name) => bytesOf(zip, entries.get(name), name),
  }
}

async function* bytesOf(
  zip: ZipFile,
  entry: Entry | undefined,
  name: string,
): AsyncGenerator<Uint8Array, void> {
  if (!entry) throw new CsvFault('damaged-workbook', `the workbook lacks its part ${name}`)
  const stream = await orDamaged(() => zip.openReadStreamPromise(entry))
  let sum = 0
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  try {
    for (;;) {
      const { done, value } = await orDamaged(() => chunks.next())
      if (done) break
      sum = crc32(value, sum)
      yield value
    }
  } finally {
    stream.destroy()
  }
  if (sum !== entry.crc32) throw new CsvFault('damaged-workbook', `the checksum of ${name} does not fit`)
}

/** What the ZIP library throws is about the file. */
async function orDamaged<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work()
  } catch (error) {
    throw new CsvFault('damaged-workbook', `it cannot be unpacked: ${(error as Error).message.slice(0, 120)}`)
  }
}

/** Office documents of before 2007, and newer ones behind a password, are OLE2 files. */
function refuseOldWorkbook(bytes: Buffer): void {
  if (bytes.subarray(0, 4).toString('hex') !== 'd0cf11e0') return
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')))
    throw new CsvFault('not-a-workbook', 'it has a password')
  throw new CsvFault('not-a-workbook', 'it is of before 2007 (xls)')
}

function refuseBombs(entries: readonly Entry[]): void {
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (unpacked > smallEnough && unpacked > packed * mostPackedTimes)
    throw new CsvFault('not-a-workbook', 'it unpacks to far more than a list can be')
  if (entries.some((entry) => entry.isEncrypted())) throw new CsvFault('not-a-workbook', 'it has a password')
}

async function refuseOtherKinds(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<void> {
  const mimetype = entries.get('mimetype')
  if (mimetype && mimetype.uncompressedSize < 200) {
    const chunks: Uint8Array[] = []
    for await (const chunk of bytesOf(zip, mimetype, 'mimetype')) chunks.push(chunk)
    const kind = Buffer.concat(chunks).toString('latin1')
    if (kind.includes('opendocument')) throw new CsvFault('not-a-workbook', 'it is OpenDocument (ods)')
  }
  if (entries.has('xl/workbook.bin')) throw new CsvFault('not-a-workbook', 'it is a binary one (xlsb)')
  if (!entries.has('_rels/.rels') || ![...entries.keys()].some((name) => /workbook[^/]*\.xml$/.test(name)))
    throw new CsvFault(
      'not-a-workbook',
      'it is a ZIP file of something else; what is in it has to be unpacked first',
    )
}
