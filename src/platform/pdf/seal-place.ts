import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { bytesOf } from './object-writer.ts'
import { readTrailer } from './read-trailer.ts'

/**
 * Where in a PDF a seal comes, and what of the file changes for it. The same for all letters of one plate: an update is
 * written behind a file, and what it says of objects does not depend on where they stand.
 */
export interface SealPlace {
  /** The number of the signature itself. */
  readonly signature: number
  /** All other objects that are new or changed, one after the other, as they are written. */
  readonly objects: Buffer
  readonly listed: readonly ListedObject[]
  /** The first number that no object has. */
  readonly size: number
}

/** An object that begins so many bytes into `objects`. */
export interface ListedObject {
  readonly number: number
  readonly at: number
}

/** What the field is called by who reads the file aloud. */
const labels = { nl: 'Elektronisch zegel', fr: 'Cachet électronique' }

/** Bits 3 and 8 of a field (ISO 32000-1, 12.5.3): PDF/A-2 (6.3.2) wants that it would be printed. */
const printedAndLocked = 4 + 128

type Changes = Map<PDFRef, PDFObject>

/**
 * Makes room for a field with a signature on the first page of a PDF of ours. It has no size, so the page looks as it did; and
 * it stands in the structure tree, as PDF/UA-1 (7.18.4) wants of every field. Throws when the file is built in another way than
 * ours are.
 */
export async function findSealPlace(pdf: Uint8Array): Promise<SealPlace> {
  const { size } = readTrailer(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { context, catalog } = document
  context.largestObjectNumber = size - 1
  const [signature, field, element] = [context.nextRef(), context.nextRef(), context.nextRef()]
  const changes: Changes = new Map()
  const page = document.getPage(0)
  const key = addToTree(document, { page: page.ref, field, element }, changes)
  addToPage(page, field, changes)
  if (catalog.has(PDFName.of('AcroForm'))) throw new Error('the file has fields already')
  catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }))
  changes.set(context.trailerInfo.Root as PDFRef, catalog)
  changes.set(
    field,
    context.obj({
      ...{ Type: 'Annot', Subtype: 'Widget', FT: 'Sig', Rect: [0, 0, 0, 0], F: printedAndLocked },
      ...{ T: PDFString.of('Zegel'), TU: PDFHexString.fromText(labelFor(catalog)) },
      ...{ P: page.ref, V: signature, StructParent: key },
    }),
  )
  return { signature: signature.objectNumber, size: context.largestObjectNumber + 1, ...write(changes) }
}

function labelFor(catalog: PDFDict): string {
  const language = String(catalog.get(PDFName.of('Lang')))
  return language.includes('fr') ? labels.fr : labels.nl
}

/** Gives the field an element under the document's own; answers the key by which the field finds it. */
function addToTree(
  { context, catalog }: PDFDocument,
  { page, field, element }: { page: PDFRef; field: PDFRef; element: PDFRef },
  changes: Changes,
): number {
  const held = holder(context, changes)
  const root = held(catalog, context.trailerInfo.Root as PDFRef, 'StructTreeRoot')
  const parents = held(root.value as PDFDict, root.ref, 'ParentTree')
  const numbers = held(parents.value as PDFDict, parents.ref, 'Nums').value as PDFArray
  const keys = numbers.asArray().filter((_, index) => index % 2 === 0) as PDFNumber[]
  const key = Math.max(-1, ...keys.map((one) => one.asNumber())) + 1
  numbers.push(PDFNumber.of(key))
  numbers.push(element)
  ;(root.value as PDFDict).set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(key + 1))
  const top = (root.value as PDFDict).get(PDFName.of('K'))
  const above = top instanceof PDFArray ? top.get(0) : top
  if (!(above instanceof PDFRef)) throw new Error('the structure tree does not begin with a document')
  const kids = held(context.lookup(above, PDFDict), above, 'K').value
  if (!(kids instanceof PDFArray)) throw new Error('the document has no parts')
  kids.push(element)
  const found = context.obj({ Type: 'OBJR', Obj: field, Pg: page })
  changes.set(element, context.obj({ Type: 'StructElem', S: 'Form', P: above, Pg: page, K: found }))
  return key
}

function addToPage({ node, ref, doc }: PDFPage, field: PDFRef, changes: Changes): void {
  changes.set(ref, node)
  node.set(PDFName.of('Tabs'), PDFName.of('S'))
  if (!node.has(PDFName.of('Annots'))) node.set(PDFName.of('Annots'), doc.context.obj([]))
  const annotations = holder(doc.context, changes)(node, ref, 'Annots').value as PDFArray
  annotations.push(field)
}

/** What a dictionary holds under a name, and the object in which that stands: it will be another one. */
function holder(context: PDFContext, changes: Changes) {
  return (owner: PDFDict, ownerRef: PDFRef, name: string): { value: PDFObject | undefined; ref: PDFRef } => {
    const held = owner.get(PDFName.of(name))
    const ref = held instanceof PDFRef ? held : ownerRef
    changes.set(ref, context.lookup(ref)!)
    return { value: held instanceof PDFRef ? context.lookup(held) : held, ref }
  }
}

/** As they are: what compressors write differs between machines, and a seal is put together again for years. */
function write(changes: Changes): Pick<SealPlace, 'objects' | 'listed'> {
  const listed: ListedObject[] = []
  const parts: Uint8Array[] = []
  let at = 0
  for (const [{ objectNumber: number }, object] of changes) {
    const part = [Buffer.from(`${number} 0 obj\n`), bytesOf(object), Buffer.from('\nendobj\n')]
    listed.push({ number, at })
    parts.push(...part)
    at += part.reduce((sum, { length }) => sum + length, 0)
  }
  return { objects: Buffer.concat(parts), listed }
}
