import { constants, deflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFContext,
  type PDFDict,
  PDFDocument,
  PDFName,
  PDFObjectCopier,
  PDFRef,
} from '@cantoo/pdf-lib'
import { writeOutline } from './outline.ts'
import type { LoadedPlate } from './plate-file.ts'

/**
 * One PDF for the printer with the pages of many letters: what letters of a plate share is in the file once, so a
 * letter adds a few kilobytes. Untagged, because it is for paper; nobody splits letters from it. Bytes go out as
 * they come, so memory does not grow with the number of letters.
 */
export interface PrintFile {
  /** Adds the pages of a letter that was pressed from this plate. */
  addPressed(plate: LoadedPlate, pdf: Uint8Array): Promise<number>
  /** Adds the pages of a whole PDF, with all that it needs. */
  addWhole(pdf: Uint8Array): Promise<number>
  /** Names the next page in the outline; with `below`, under the last one that was named without. */
  bookmark(title: string, where?: 'below'): void
  /** Ends the file. */
  finish(): Promise<void>
}

type Write = (chunk: Uint8Array) => Promise<void> | void

/** The pages of a plate as they stand in the print file; `content` is the reference that each letter replaces. */
interface SharedPages {
  readonly pages: readonly PDFDict[]
  readonly content?: PDFRef
}

const pagesRef = PDFRef.of(1)
const catalogRef = PDFRef.of(2)

/** Starts a print file that writes itself through `write`, in order. */
export function createPrintFile(write: Write): PrintFile {
  const objects = createObjectWriter(write)
  const kids: PDFRef[] = []
  const shared = new Map<string, SharedPages>()
  const marks: { title: string; page: number; below: { title: string; page: number }[] }[] = []

  async function writePages(
    pages: readonly PDFDict[],
    content?: { from: PDFRef; to: PDFRef },
  ): Promise<number> {
    for (const page of pages) {
      const leaf = page.clone(page.context)
      leaf.set(PDFName.of('Parent'), pagesRef)
      if (content) replaceContent(leaf, content)
      const ref = objects.next()
      await objects.add(ref, bytesOf(leaf))
      kids.push(ref)
    }
    return pages.length
  }

  return {
    async addPressed(plate, pdf) {
      const known = shared.get(plate.hash) ?? (await takeOver(objects, pdf, contentNumber(plate)))
      shared.set(plate.hash, known)
      const to = objects.next()
      await objects.add(to, streamOf(contentOf(plate, pdf)))
      return writePages(known.pages, { from: known.content!, to })
    },
    async addWhole(pdf) {
      return writePages((await takeOver(objects, pdf)).pages)
    },
    bookmark(title, where) {
      const mark = { title, page: kids.length }
      if (where === 'below') marks.at(-1)!.below.push(mark)
      else marks.push({ ...mark, below: [] })
    },
    async finish() {
      const list = kids.map((ref) => ref.toString()).join(' ')
      await objects.add(pagesRef, Buffer.from(`<</Type/Pages/Count ${kids.length}/Kids[${list}]>>`))
      const toBookmark = (mark: { title: string; page: number }) => ({
        ...mark,
        page: kids[mark.page]!,
        below: [],
      })
      const bookmarks = marks.map((mark) => ({ ...toBookmark(mark), below: mark.below.map(toBookmark) }))
      const outline = bookmarks.length > 0 && (await writeOutline(objects, bookmarks))
      const shown = outline ? `/Outlines ${outline}/PageMode/UseOutlines` : ''
      await objects.add(catalogRef, Buffer.from(`<</Type/Catalog/Pages ${pagesRef}${shown}>>`))
      await objects.finish(catalogRef)
    },
  }
}

/** Copies the pages of a PDF and what they need under fresh numbers, leaving out the object `own`. */
async function takeOver(objects: ObjectWriter, pdf: Uint8Array, own?: number): Promise<SharedPages> {
  const source = await PDFDocument.load(pdf, { updateMetadata: false })
  const target = PDFContext.create()
  target.largestObjectNumber = objects.last()
  const copier = PDFObjectCopier.for(source.context, target)
  const pages = source.getPages().map((page) => {
    const node = page.node.clone(source.context)
    for (const name of ['Parent', 'StructParents', 'Tabs', 'Annots']) node.delete(PDFName.of(name))
    return copier.copy(node) as PDFDict
  })
  const content = own === undefined ? undefined : (copier.copy(PDFRef.of(own)) as PDFRef)
  for (const [ref, object] of target.enumerateIndirectObjects())
    if (ref !== content) await objects.add(ref, bytesOf(object))
  objects.passTo(target.largestObjectNumber)
  return { pages, ...(content && { content }) }
}

function replaceContent(page: PDFDict, { from, to }: { from: PDFRef; to: PDFRef }): void {
  const contents = page.get(PDFName.of('Contents'))
  if (contents === from) page.set(PDFName.of('Contents'), to)
  if (!(contents instanceof PDFArray)) return
  const replaced = contents.clone(page.context)
  replaced.asArray().forEach((ref, index) => {
    if (ref === from) replaced.set(index, to)
  })
  page.set(PDFName.of('Contents'), replaced)
}

/** The number of the one object that differs per letter. */
function contentNumber(plate: LoadedPlate): number {
  return Number(plate.contentHead.slice(0, plate.contentHead.indexOf(' ')))
}

/** The content that the press wrote behind the plate's prefix. */
function contentOf(plate: LoadedPlate, pdf: Uint8Array): Uint8Array {
  const tail = Buffer.from(pdf.buffer, pdf.byteOffset + plate.prefix.length, pdf.length - plate.prefix.length)
  const start = tail.indexOf('stream\n') + 'stream\n'.length
  return tail.subarray(start, tail.length - plate.contentEnd.length)
}

/** Packed as quickly as can be: it takes a third of the time of the best, for an eighth more bytes. */
function streamOf(content: Uint8Array): Uint8Array {
  const packed = deflateSync(content, { level: constants.Z_BEST_SPEED })
  const head = `<</Filter/FlateDecode/Length ${packed.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

function bytesOf(object: {
  sizeInBytes(): number
  copyBytesInto(buffer: Uint8Array, offset: number): number
}) {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}

type ObjectWriter = ReturnType<typeof createObjectWriter>

/** Numbered objects one after the other, and the table that says where each one is. */
function createObjectWriter(write: Write) {
  const offsets: number[] = []
  let last = catalogRef.objectNumber
  let size = 0
  const put = async (bytes: Uint8Array) => {
    size += bytes.length
    await write(bytes)
  }
  return {
    last: () => last,
    next: () => PDFRef.of(++last),
    passTo(number: number) {
      last = Math.max(last, number)
    },
    async add(ref: PDFRef, body: Uint8Array) {
      if (size === 0) await put(Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1'))
      offsets[ref.objectNumber] = size
      await put(Buffer.concat([Buffer.from(`${ref.objectNumber} 0 obj\n`), body, Buffer.from('\nendobj\n')]))
    },
    async finish(root: PDFRef) {
      const table = size
      const rows = Array.from({ length: last }, (_, index) => row(offsets[index + 1]))
      const head = `xref\n0 ${last + 1}\n0000000000 65535 f \n`
      const end = `trailer\n<</Size ${last + 1}/Root ${root}>>\nstartxref\n${table}\n%%EOF\n`
      await put(Buffer.from(head + rows.join('') + end))
    },
  }
}

function row(offset: number | undefined): string {
  return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
}
