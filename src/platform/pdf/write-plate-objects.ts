import { deflateSync } from 'node:zlib'
import { PDFName, type PDFObject, PDFRawStream, type PDFRef, PDFStream } from '@cantoo/pdf-lib'
import type { OpenedPlate } from './open-slots.ts'

/**
 * A letter's file but for what differs. Even the cross-references stand in the prefix, before the one object that
 * comes with the letter, because that begins at the same place in every letter.
 */
export interface PlateObjects {
  readonly prefix: Uint8Array
  /** Where the two parts of the document's id stand in the prefix, 32 hex digits each. */
  readonly idAt: readonly [number, number]
  /** What precedes the content, with `?` for its length. */
  readonly contentHead: string
  readonly contentEnd: string
}

const idHole = '0'.repeat(32)
const endStream = '\nendstream\nendobj\n'

export function writePlateObjects({ document, content }: OpenedPlate): PlateObjects {
  const { context } = document
  const file = startFile()
  const packed: [PDFRef, PDFObject][] = []
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFStream) file.add(ref, streamBody(object))
    else packed.push([ref, object])
  const pack = context.nextRef()
  file.add(pack, packBody(packed))

  const references = context.nextRef()
  const [referencesAt, count] = [file.size(), references.objectNumber + 1]
  const { Root, Info } = context.trailerInfo
  const ids = `/ID[<${idHole}><${idHole}>]`
  const dict = `<</Type/XRef/Size ${count}/W[1 3 2]/Root ${Root}/Info ${Info}${ids}/Length ${count * 6}>>`
  const head = `${references.objectNumber} 0 obj\n${dict}\nstream\n`
  const contentAt = referencesAt + head.length + count * 6 + endStream.length
  const offsets = [...file.offsets, [references, referencesAt], [content, contentAt]] as const
  file.write(head, referenceRows(count, offsets, pack, packed), endStream)
  const idStart = referencesAt + head.indexOf(idHole)
  return {
    prefix: file.bytes(),
    idAt: [idStart, idStart + idHole.length + 2],
    contentHead: `${content.objectNumber} 0 obj\n<</Length ?>>\nstream\n`,
    contentEnd: `${endStream}startxref\n${referencesAt}\n%%EOF\n`,
  }
}

/** Where each object is (ISO 32000-1, 7.5.8): at an offset in the file, or in the pack at an index. */
function referenceRows(
  count: number,
  offsets: readonly (readonly [PDFRef, number])[],
  pack: PDFRef,
  packed: readonly (readonly [PDFRef, PDFObject])[],
): Buffer {
  const rows = Buffer.alloc(count * 6)
  const fill = (ref: PDFRef, kind: number, where: number, index: number) => {
    const at = rows.writeUIntBE(where, rows.writeUInt8(kind, ref.objectNumber * 6), 3)
    rows.writeUInt16BE(index, at)
  }
  rows.writeUInt16BE(65535, 4)
  for (const [ref, offset] of offsets) fill(ref, 1, offset, 0)
  packed.forEach(([ref], index) => {
    fill(ref, 2, pack.objectNumber, index)
  })
  return rows
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
