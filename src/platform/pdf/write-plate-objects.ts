import { deflateSync } from 'node:zlib'
import { PDFName, type PDFObject, PDFRawStream, type PDFRef, PDFStream } from '@cantoo/pdf-lib'
import type { OpenedPlate } from './open-slots.ts'
import { qrMaskBytes, qrModules } from './qr-drawing.ts'

/**
 * A letter's file but for what differs: `prefix`, the mask of the QR code, `afterMask`, the length of the content,
 * `beforeContent`, the content, `afterContent`. Even the cross-references are in the prefix, because what comes
 * after it begins at the same place in every letter.
 */
export interface PlateObjects {
  readonly prefix: Uint8Array
  /** Where the two parts of the document's id stand in the prefix, 32 hex digits each. */
  readonly idAt: readonly number[]
  readonly afterMask: string
  readonly beforeContent: string
  readonly afterContent: string
}

const idHole = '0'.repeat(32)
const endStream = '\nendstream\nendobj\n'

export function writePlateObjects({ document, content, mask }: OpenedPlate): PlateObjects {
  const { context } = document
  const file = startFile()
  const packed: [PDFRef, PDFObject][] = []
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFStream) file.add(ref, streamBody(object))
    else packed.push([ref, object])
  const pack = context.nextRef()
  file.add(pack, packBody(packed))

  const references = context.nextRef()
  const referencesAt = file.size()
  const count = references.objectNumber + 1
  const { Root, Info } = context.trailerInfo
  const head = `${references.objectNumber} 0 obj\n<</Type/XRef/Size ${count}/W[1 3 2]/Root ${Root}/Info ${Info}/ID[<${idHole}><${idHole}>]/Length ${count * 6}>>\nstream\n`
  const maskHead = `${mask.objectNumber} 0 obj\n<</Type/XObject/Subtype/Image/Width ${qrModules}/Height ${qrModules}/ImageMask true/Decode[1 0]/BitsPerComponent 1/Length ${qrMaskBytes}>>\nstream\n`
  const maskAt = referencesAt + head.length + count * 6 + endStream.length
  const rows = Buffer.alloc(count * 6)
  const row = (ref: PDFRef, kind: number, where: number, index: number) => {
    rows.writeUInt8(kind, ref.objectNumber * 6)
    rows.writeUIntBE(where, ref.objectNumber * 6 + 1, 3)
    rows.writeUInt16BE(index, ref.objectNumber * 6 + 4)
  }
  rows.writeUInt16BE(65535, 4)
  for (const [ref, offset] of file.offsets) row(ref, 1, offset, 0)
  packed.forEach(([ref], index) => {
    row(ref, 2, pack.objectNumber, index)
  })
  row(references, 1, referencesAt, 0)
  row(mask, 1, maskAt, 0)
  row(content, 1, maskAt + maskHead.length + qrMaskBytes + endStream.length, 0)

  file.write(head, rows, endStream, maskHead)
  const idStart = referencesAt + head.indexOf(idHole)
  return {
    prefix: file.bytes(),
    idAt: [idStart, idStart + idHole.length + 2],
    afterMask: `${endStream}${content.objectNumber} 0 obj\n<</Length `,
    beforeContent: '>>\nstream\n',
    afterContent: `${endStream}startxref\n${referencesAt}\n%%EOF\n`,
  }
}

function startFile() {
  const parts: Buffer[] = []
  const offsets: [PDFRef, number][] = []
  let size = 0
  const write = (...pieces: readonly (string | Uint8Array)[]) => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : Buffer.from(piece)
      parts.push(bytes)
      size += bytes.length
    }
  }
  write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')
  return {
    offsets,
    write,
    size: () => size,
    add(ref: PDFRef, body: Uint8Array) {
      offsets.push([ref, size])
      write(`${ref.objectNumber} 0 obj\n`, body, '\nendobj\n')
    },
    bytes: () => Buffer.concat(parts),
  }
}

/** Streams as they are, compressed where they were not; metadata stays readable for whoever looks for it. */
function streamBody(stream: PDFStream): Uint8Array {
  const isPlain = stream instanceof PDFRawStream && !stream.dict.has(PDFName.of('Filter'))
  const isMetadata = stream.dict.get(PDFName.of('Type')) === PDFName.of('Metadata')
  if (!isPlain || isMetadata) return bytesOf(stream)
  const contents = deflateSync(stream.contents, { level: 9 })
  const dict = stream.dict.clone(stream.dict.context)
  dict.set(PDFName.of('Filter'), PDFName.of('FlateDecode'))
  return bytesOf(PDFRawStream.of(dict, contents))
}

/** Every object that is no stream, in one compressed stream (ISO 32000-1, 7.5.7). */
function packBody(objects: readonly [PDFRef, PDFObject][]): Uint8Array {
  const bodies = objects.map(([, object]) => Buffer.from(bytesOf(object)))
  let at = 0
  const index = objects.map(([ref], number) => {
    const entry = `${ref.objectNumber} ${at}`
    at += bodies[number]!.length + 1
    return entry
  })
  const head = Buffer.from(`${index.join(' ')}\n`)
  const contents = deflateSync(
    Buffer.concat([head, ...bodies.flatMap((body) => [body, Buffer.from('\n')])]),
    { level: 9 },
  )
  const dict = `<</Type/ObjStm/N ${objects.length}/First ${head.length}/Filter/FlateDecode/Length ${contents.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(dict), contents, Buffer.from('\nendstream')])
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}
