import { createHash } from 'node:crypto'
import { open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Election } from '../../elections/index.ts'
import { byteOrderMark, csvRows } from '../../platform/csv/write-csv.ts'
import type { LetterId } from '../../platform/ids.ts'
import { createPrintFile } from '../../platform/pdf/print-file.ts'
import type { createLetterMaker, MadeLetter } from '../letter-source.ts'

export interface WrittenPrintFile {
  readonly pages: number
  readonly fileSha256: Buffer
  readonly indexSha256: Buffer
  readonly addressesSha256: Buffer
  readonly spans: Spans
}

/** From which letter to which, on how many sheets of paper. */
interface Spans {
  readonly sheets: number
  readonly firstListNumber: number
  readonly lastListNumber: number
}

type LetterMaker = ReturnType<typeof createLetterMaker>

const lettersAtOnce = 250

const indexColumns = ['sequence', 'letter_id', 'list_number', 'pages', 'pdf_sha256', 'first_address_line']

/**
 * Writes one PDF for the printer with these letters, in this order, and beside it an index and the addresses as they
 * are printed, with a line for each.
 * The files appear under their names when they are whole.
 */
export async function writePrintFile(
  makeLetters: LetterMaker,
  election: Election,
  { folder, name, letters }: { folder: string; name: string; letters: readonly LetterId[] },
): Promise<WrittenPrintFile> {
  const pdf = await hashedFile(join(folder, pdfOf(name)))
  const index = await hashedFile(join(folder, indexOf(name)))
  const addresses = await hashedFile(join(folder, addressesOf(name)))
  try {
    const counts = await writeLetters(makeLetters, election, letters, { pdf, index, addresses })
    const hashes = { addressesSha256: await addresses.finish(), indexSha256: await index.finish() }
    return { ...counts, ...hashes, fileSha256: await pdf.finish() }
  } finally {
    await pdf.close()
    await index.close()
    await addresses.close()
  }
}

async function writeLetters(
  makeLetters: LetterMaker,
  { municipalityId, electionId }: Election,
  letters: readonly LetterId[],
  { pdf, index, addresses }: Record<'pdf' | 'index' | 'addresses', HashedFile>,
): Promise<Pick<WrittenPrintFile, 'pages' | 'spans'>> {
  const printFile = createPrintFile(pdf.write)
  await index.write(byteOrderMark + csvRows([indexColumns]))
  await addresses.write(byteOrderMark + csvRows([addressColumns]))
  let sequence = 0
  let pages = 0
  let sheets = 0
  const listNumbers: number[] = []
  for (let start = 0; start < letters.length; start += lettersAtOnce) {
    const wanted = letters.slice(start, start + lettersAtOnce)
    const made = await makeLetters(municipalityId, electionId, wanted)
    const byId = new Map(made.map((one) => [one.letter.letter_id, one]))
    for (const letterId of wanted) {
      const letter = byId.get(letterId)
      if (!letter) throw new Error(`letter ${letterId} is gone`)
      const added = await addTo(printFile, letter)
      pages += added
      sheets += Math.ceil(added / 2)
      listNumbers.push(letter.letter.list_number)
      await index.write(csvRows([indexRow(++sequence, letter, added)]))
      await addresses.write(csvRows([addressRow(sequence, letter, added)]))
    }
  }
  await printFile.finish()
  const [firstListNumber, lastListNumber] = [listNumbers[0] ?? 0, listNumbers.at(-1) ?? 0]
  return { pages, spans: { sheets, firstListNumber, lastListNumber } }
}

export function pdfOf(name: string): string {
  return `${name}.pdf`
}

export function indexOf(name: string): string {
  return `${name}.index.csv`
}

export function addressesOf(name: string): string {
  return `${name}.addresses.csv`
}

function addTo(printFile: ReturnType<typeof createPrintFile>, { plate, pdf }: MadeLetter): Promise<number> {
  return plate ? printFile.addPressed(plate, pdf) : printFile.addWhole(pdf)
}

/** The first line of the address lets the printer's people check that sheet and index go together. */
function indexRow(sequence: number, { letter }: MadeLetter, pages: number): (string | number)[] {
  const hash = letter.pdf_sha256.toString('hex')
  return [sequence, letter.letter_id, letter.list_number, pages, hash, letter.facts.addressLines[0] ?? '']
}

const addressColumns = [
  ...['sequence', 'list_number', 'pages', 'recipient', 'line_1', 'line_2', 'line_3'],
  ...['postcode', 'city', 'country'],
]

/** The address as it is printed; of one abroad postcode and town stay together, for they are written in many ways. */
function addressRow(sequence: number, { letter }: MadeLetter, pages: number): (string | number)[] {
  const lines = [...letter.facts.addressLines]
  const last = /^([1-9]\d{3}) (.+)$/.exec(lines.at(-1) ?? '')
  const country = last ? '' : (lines.at(-1) ?? '')
  const [postcode, city] = last ? [last[1]!, last[2]!] : ['', lines.at(-2) ?? '']
  const above = lines.slice(0, last ? -1 : -2)
  const [one = '', two = '', ...rest] = above
  const start = [sequence, letter.list_number, pages, letter.facts.fullName]
  return [...start, one, two, rest.join(', '), postcode, city, country]
}

const bytesAtOnce = 1 << 20

type HashedFile = Awaited<ReturnType<typeof hashedFile>>

/** A file that is written under another name, hashed on the way, and gets its name when it is whole on the disk. */
async function hashedFile(path: string) {
  const unfinished = `${path}.unfinished`
  const file = await open(unfinished, 'w')
  const hash = createHash('sha256')
  let held: Buffer[] = []
  let size = 0
  const flush = async () => {
    const bytes = Buffer.concat(held)
    held = []
    size = 0
    hash.update(bytes)
    await file.writeFile(bytes)
  }
  return {
    async write(chunk: Uint8Array | string): Promise<void> {
      const bytes = Buffer.from(chunk as Uint8Array)
      held.push(bytes)
      size += bytes.length
      if (size >= bytesAtOnce) await flush()
    },
    async finish(): Promise<Buffer> {
      await flush()
      await file.sync()
      await file.close()
      await rename(unfinished, path)
      return hash.digest()
    },
    close: () => file.close(),
  }
}
