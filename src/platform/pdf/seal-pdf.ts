import { createHash, type Hash } from 'node:crypto'
import { readTrailer, type Trailer } from './read-trailer.ts'
import type { ListedObject, SealPlace } from './seal-place.ts'

/** A PDF that is whole but for the signature in it. */
export interface PdfToSeal {
  readonly file: Buffer
  /** SHA-256 of all of it but the hole: what is signed. */
  readonly digest: Buffer
  /** Where the hexadecimal digits of the signature come. */
  readonly hole: { readonly from: number; readonly to: number }
  /** The hash of what stands before the hole: most of the file, read once. */
  readonly begun: Hash
}

/**
 * Writes what belongs to a seal behind a PDF, as an incremental update (ISO 32000-1, 7.5.6): the first bytes of the file stay
 * the PDF as it was. The signature is described as PAdES (ETSI EN 319 142-1) asks. `at`: the moment of sealing, in whole
 * seconds. `signatureBytes`: most that the signature's envelope takes. The same input gives the same bytes.
 */
export function roomForSeal(
  pdf: Uint8Array,
  place: SealPlace,
  { at, signatureBytes }: { at: Date; signatureBytes: number },
): PdfToSeal {
  const before = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const trailer = readTrailer(before)
  const start = before.length + 1
  const signatureAt = start + place.objects.length
  const [head, end] = signatureObject(place.signature, at)
  const digits = signatureBytes * 2
  const listAt = signatureAt + head.length + digits + end.length
  const objects = [
    ...place.listed.map((object) => ({ ...object, at: start + object.at })),
    { number: place.signature, at: signatureAt },
  ]
  const list = trailer.listedIn === 'stream' ? listInStream : listInTable
  const last = list({ trailer, objects, listAt, size: place.size, at })
  const file = Buffer.concat([
    ...[before, Buffer.from('\n'), place.objects, Buffer.from(head + '0'.repeat(digits) + end)],
    ...[last, Buffer.from(`startxref\n${listAt}\n%%EOF\n`)],
  ])
  const hole = { from: signatureAt + head.length, to: signatureAt + head.length + digits }
  const range = rangeText(hole, file.length)
  file.write(range, signatureAt + head.indexOf(emptyRange), 'latin1')
  const begun = createHash('sha256').update(file.subarray(0, hole.from - 1))
  const digest = begun
    .copy()
    .update(file.subarray(hole.to + 1))
    .digest()
  return { file, digest, hole, begun }
}

/** The file with its seal, and its hash. What is left of the hole stays zeros, which readers of DER pass over. */
export function putSeal(
  { file, hole, begun }: PdfToSeal,
  envelope: Uint8Array,
): { pdf: Buffer; sha256: Buffer } {
  const digits = Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength).toString('hex')
  if (digits.length > hole.to - hole.from) throw new Error('a signature is longer than its certificate said')
  file.write(digits, hole.from, 'latin1')
  return {
    pdf: file,
    sha256: begun
      .copy()
      .update(file.subarray(hole.from - 1))
      .digest(),
  }
}

const emptyRange = '[0 0000000000 0000000000 0000000000]'

/** All of the file but the digits and the brackets around them, in as many characters as the empty range. */
function rangeText({ from, to }: PdfToSeal['hole'], length: number): string {
  const numbers = [from - 1, to + 1, length - to - 1].map((number) => String(number).padStart(10, ' '))
  return `[0 ${numbers.join(' ')}]`
}

function signatureObject(number: number, at: Date): [head: string, end: string] {
  const kind = '/Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached'
  const moment = at.toISOString().replace(/[-:T]|\.\d+/g, '')
  return [`${number} 0 obj\n<<${kind}/M(D:${moment})/ByteRange${emptyRange}/Contents<`, '>>>\nendobj\n']
}

interface List {
  readonly trailer: Trailer
  readonly objects: readonly ListedObject[]
  readonly listAt: number
  readonly size: number
  readonly at: Date
}

function listInTable({ trailer, objects, size, at }: List): Buffer {
  const parts = runsOf(objects).map(
    (run) =>
      `${run[0]!.number} ${run.length}\n${run.map((one) => `${digitsOf(one.at)} 00000 n \n`).join('')}`,
  )
  return Buffer.from(`xref\n${parts.join('')}trailer\n<<${facts(trailer, size, at)}>>\n`)
}

/** The list is an object too, and stands in itself. */
function listInStream({ trailer, objects, listAt, size, at }: List): Buffer {
  const runs = runsOf([...objects, { number: size, at: listAt }])
  const rows = Buffer.alloc(runs.flat().length * 6)
  runs.flat().forEach((object, index) => {
    rows.writeUInt32BE(object.at, rows.writeUInt8(1, index * 6))
  })
  const index = runs.map((run) => `${run[0]!.number} ${run.length}`).join(' ')
  const dict = `<</Type/XRef/W[1 4 1]/Index[${index}]${facts(trailer, size + 1, at)}/Length ${rows.length}>>`
  return Buffer.concat([
    Buffer.from(`${size} 0 obj\n${dict}\nstream\n`),
    rows,
    Buffer.from('\nendstream\nendobj\n'),
  ])
}

/** Of the id the first half stays and the second becomes another (ISO 32000-1, 14.4). */
function facts({ listAt, root, info, id }: Trailer, size: number, at: Date): string {
  const fresh = createHash('sha256').update(id).update(at.toISOString()).digest('hex').slice(0, 32)
  return `/Size ${size}/Root ${root}/Info ${info}/Prev ${listAt}/ID[${id}<${fresh}>]`
}

/** Objects whose numbers follow each other, together. */
function runsOf(objects: readonly ListedObject[]): ListedObject[][] {
  const runs: ListedObject[][] = []
  for (const object of objects.toSorted((one, other) => one.number - other.number)) {
    const run = runs.at(-1)
    if (run && run.at(-1)!.number + 1 === object.number) run.push(object)
    else runs.push([object])
  }
  return runs
}

function digitsOf(at: number): string {
  return String(at).padStart(10, '0')
}
