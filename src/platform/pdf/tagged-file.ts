import { createHash } from 'node:crypto'
import {
  PDFArray,
  PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFObjectCopier,
  PDFRef,
} from '@cantoo/pdf-lib'
import { bytesOf, createObjectWriter, type ObjectWriter, type Write } from './object-writer.ts'
import { writeOutline } from './outline.ts'
import { xmpPacket } from './xmp.ts'

/**
 * One accessible PDF with the pages of many: each keeps its tags, as a document of its own under one root, so the whole
 * is PDF/UA-1 and PDF/A-2a when each part is. For files that are read on a screen; bytes go out as they come.
 */
export interface TaggedFile {
  add(pdf: Uint8Array): Promise<void>
  /** Names the next page in the outline; with `below`, under the last one that was named without. */
  bookmark(title: string, where?: 'below'): void
  finish(): Promise<void>
}

const [pagesRef, catalogRef, treeRef, parentsRef, metadataRef] = [1, 2, 3, 4, 5].map((number) =>
  PDFRef.of(number),
) as [PDFRef, PDFRef, PDFRef, PDFRef, PDFRef]

/** What the parts have in common, as the last one said it. */
interface Shared {
  roles: string
  intents: string
}

/** Starts a file that writes itself through `write`, in order. */
export function createTaggedFile(
  write: Write,
  { title, language }: { title: string; language: string },
): TaggedFile {
  const hash = createHash('sha256')
  const objects = createObjectWriter(write, metadataRef.objectNumber)
  const kids: PDFRef[] = []
  const documents: PDFRef[] = []
  const parents: (readonly [key: number, owner: PDFRef])[] = []
  const marks: { title: string; page: number; below: { title: string; page: number }[] }[] = []
  let shared: Shared | undefined
  return {
    async add(pdf) {
      hash.update(pdf)
      const part = await takeOver(objects, pdf, parents.at(-1)?.[0] ?? -1)
      kids.push(...part.pages)
      documents.push(part.document)
      parents.push(...part.parents)
      shared ??= part.shared
    },
    bookmark(title, where) {
      const mark = { title, page: kids.length }
      if (where === 'below') marks.at(-1)!.below.push(mark)
      else marks.push({ ...mark, below: [] })
    },
    async finish() {
      const put = (ref: PDFRef, text: string) => objects.add(ref, Buffer.from(text))
      const { roles, intents } = shared!
      const numbers = parents.map(([key, owner]) => `${key} ${owner}`).join(' ')
      const next = parents.at(-1)![0] + 1
      await put(pagesRef, `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`)
      await put(parentsRef, `<</Nums[${numbers}]>>`)
      await put(
        treeRef,
        `<</Type/StructTreeRoot/K[${documents.join(' ')}]/RoleMap ${roles}/ParentTree ${parentsRef}/ParentTreeNextKey ${next}>>`,
      )
      const metadata = xmpPacket({ title, language })
      const length = Buffer.byteLength(metadata)
      await put(
        metadataRef,
        `<</Type/Metadata/Subtype/XML/Length ${length}>>\nstream\n${metadata}\nendstream`,
      )
      const named = (mark: { title: string; page: number }) => ({
        ...mark,
        page: kids[mark.page]!,
        below: [],
      })
      const bookmarks = marks.map((mark) => ({ ...named(mark), below: mark.below.map(named) }))
      const outline = await writeOutline(objects, bookmarks)
      const facts = `/Lang(${language})/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>`
      const parts = `/Pages ${pagesRef}/Metadata ${metadataRef}/StructTreeRoot ${treeRef}/OutputIntents ${intents}`
      await put(catalogRef, `<</Type/Catalog${parts}${facts}/Outlines ${outline}/PageMode/UseOutlines>>`)
      await objects.finish(catalogRef, hash.digest('hex').slice(0, 32))
    },
  }
}

interface Part {
  readonly pages: readonly PDFRef[]
  /** The element that holds all others. */
  readonly document: PDFRef
  /** By the number that a page or a link names, what owns its marks. */
  readonly parents: readonly (readonly [number, PDFRef])[]
  readonly shared: Shared
}

/** Copies the pages of a tagged PDF with their tags under fresh numbers; those of owners begin behind `lastKey`. */
async function takeOver(objects: ObjectWriter, pdf: Uint8Array, lastKey: number): Promise<Part> {
  const source = await PDFDocument.load(pdf, { updateMetadata: false })
  const target = PDFContext.create()
  target.largestObjectNumber = objects.last()
  const copier = PDFObjectCopier.for(source.context, target)
  const root = source.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const [first] = root.lookup(PDFName.of('K'), PDFArray).asArray()
  // What points up is set anew: copied along, it would bring the whole tree of pages and of tags.
  for (const { node } of source.getPages()) node.delete(PDFName.of('Parent'))
  source.context.lookup(first, PDFDict).delete(PDFName.of('P'))
  const pages = source.getPages().map(({ ref }) => copier.copy(ref))
  const document = copier.copy(first as PDFRef)
  const intents = copier.copy(source.catalog.get(PDFName.of('OutputIntents'))!)
  for (const page of pages) target.lookup(page, PDFDict).set(PDFName.of('Parent'), pagesRef)
  target.lookup(document, PDFDict).set(PDFName.of('P'), treeRef)
  const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray)
  const parents: (readonly [number, PDFRef])[] = []
  for (let at = 0; at < numbers.size(); at += 2)
    parents.push([numberIn(numbers.get(at)) + lastKey + 1, copier.copy(numbers.get(at + 1) as PDFRef)])
  for (const [ref, object] of target.enumerateIndirectObjects()) {
    if (object instanceof PDFDict) renumber(object, lastKey + 1)
    await objects.add(ref, bytesOf(object))
  }
  objects.passTo(target.largestObjectNumber)
  const roles = String(root.get(PDFName.of('RoleMap')) ?? '<<>>')
  return { pages, document, parents, shared: { roles, intents: String(intents) } }
}

/** A page and a link name their owners by number. */
function renumber(object: PDFDict, by: number): void {
  for (const name of ['StructParents', 'StructParent'].map((text) => PDFName.of(text))) {
    const number = object.get(name)
    if (number) object.set(name, PDFNumber.of(numberIn(number) + by))
  }
}

function numberIn(object: PDFObject | undefined): number {
  if (!(object instanceof PDFNumber)) throw new Error('expected a number')
  return object.asNumber()
}
