import { PDFHexString, type PDFRef } from '@cantoo/pdf-lib'

/** A place to jump to; those with a parent stand below it. */
export interface Bookmark {
  readonly title: string
  readonly page: PDFRef
  readonly below: readonly Bookmark[]
}

interface Objects {
  next(): PDFRef
  add(ref: PDFRef, body: Uint8Array): Promise<void>
}

/** Writes the outline of a document (ISO 32000-1, 12.3.3), closed below its first level. Answers its root. */
export async function writeOutline(objects: Objects, bookmarks: readonly Bookmark[]): Promise<PDFRef> {
  const root = objects.next()
  const [first, last] = await writeLevel(objects, root, bookmarks)
  await objects.add(
    root,
    Buffer.from(`<</Type/Outlines/First ${first}/Last ${last}/Count ${bookmarks.length}>>`),
  )
  return root
}

async function writeLevel(
  objects: Objects,
  parent: PDFRef,
  bookmarks: readonly Bookmark[],
): Promise<[first: PDFRef, last: PDFRef]> {
  const refs = bookmarks.map(() => objects.next())
  for (const [index, { title, page, below }] of bookmarks.entries()) {
    const before = refs[index - 1] ? `/Prev ${refs[index - 1]}` : ''
    const after = refs[index + 1] ? `/Next ${refs[index + 1]}` : ''
    const [first, last] = below.length > 0 ? await writeLevel(objects, refs[index]!, below) : []
    const children = first ? `/First ${first}/Last ${last}/Count -${below.length}` : ''
    const body = `<</Title ${PDFHexString.fromText(title)}/Parent ${parent}/Dest[${page}/Fit]${before}${after}${children}>>`
    await objects.add(refs[index]!, Buffer.from(body))
  }
  return [refs[0]!, refs.at(-1)!]
}
