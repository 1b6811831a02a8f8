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
import { bytesOf, createObjectWriter, type ObjectWriter, type Write } from './object-writer.ts'
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
  /** Ends the file. */
  finish(): Promise<void>
}

/** The pages of a plate as they stand in the print file; `content` is the reference that each letter replaces. */
interface SharedPages {
  readonly pages: readonly PDFDict[]
  readonly content?: PDFRef
}

const pagesRef = PDFRef.of(1)
const catalogRef = PDFRef.of(2)

/** Starts a print file that writes itself through `write`, in order. */
export function createPrintFile(write: Write): PrintFile {
  const objects = createObjectWriter(write, catalogRef.objectNumber)
  const kids: PDFRef[] = []
  const shared = new Map<string, SharedPages>()

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
    async finish() {
      const list = kids.map((ref) => ref.toString()).join(' ')
      await objects.add(pagesRef, Buffer.from(`<</Type/Pages/Count ${kids.length}/Kids[${list}]>>`))
      await objects.add(catalogRef, Buffer.from(`<</Type/Catalog/Pages ${pagesRef}>>`))
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
