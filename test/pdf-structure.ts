import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'

/**
 * What is wrong with a tagged PDF as far as it can be seen without the judge of the standards: declarations,
 * structure tree, page contents and fonts have to agree. Empty when all is well.
 */
export async function structureFaults(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return [...declarationFaults(document), ...treeFaults(document), ...fontFaults(document)]
}

function* declarationFaults({ catalog, context }: PDFDocument): Generator<string> {
  const metadata = streamText(catalog.lookup(PDFName.of('Metadata')))
  const declared = [
    '<pdfaid:part>2</pdfaid:part>',
    '<pdfaid:conformance>A</pdfaid:conformance>',
    '<pdfuaid:part>1</pdfuaid:part>',
    '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
    '<dc:title>',
  ]
  for (const text of declared) if (!metadata.includes(text)) yield `the metadata lack ${text}`
  if (!/\/Marked true/.test(String(catalog.lookup(PDFName.of('MarkInfo')))))
    yield 'the file is not marked as tagged'
  if (!/DisplayDocTitle true/.test(String(catalog.lookup(PDFName.of('ViewerPreferences')))))
    yield 'the title is not shown'
  if (!catalog.get(PDFName.of('Lang'))) yield 'the file has no language'
  if (!/\[ <[0-9a-f]{32}> <[0-9a-f]{32}> \]|\(.+\)/i.test(String(context.trailerInfo.ID)))
    yield 'the file has no id'
}

function* treeFaults(document: PDFDocument): Generator<string> {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
  const parents = numberTree(root.lookup(PDFName.of('ParentTree'), PDFDict))
  const elements = [...walk(document.context, root)]
  const roles = elements.map((element) => element.get(PDFName.of('S'))?.toString() ?? '')
  const levels = roles.filter((role) => /^\/H\d$/.test(role)).map((role) => Number(role[2]))
  if (levels[0] !== 1) yield 'the first heading is not of level 1'
  levels.forEach((level, index) => {
    if (index > 0 && level > levels[index - 1]! + 1) levels[index] = Number.NaN
  })
  if (levels.some(Number.isNaN)) yield 'a heading skips a level'
  for (const element of elements)
    if (element.get(PDFName.of('S')) === PDFName.of('Figure') && !element.get(PDFName.of('Alt')))
      yield 'a figure has no alternative text'
  for (const [index, page] of document.getPages().entries()) {
    const used = [
      ...pageContent(page.node.get(PDFName.of('Contents')), document.context).matchAll(/\/MCID (\d+)/g),
    ].map(([, number]) => Number(number))
    const owners = parents.get(page.node.lookup(PDFName.of('StructParents'), PDFNumber).asNumber())
    if (!(owners instanceof PDFArray)) yield `page ${index + 1} is not in the structure tree`
    else if (new Set(used).size !== used.length)
      yield `page ${index + 1} uses a number of marked content twice`
    else if (owners.size() !== used.length)
      yield `page ${index + 1} shows ${used.length} of ${owners.size()} parts of the tree`
    else
      for (const number of used)
        if (!holds(owners.lookup(number, PDFDict), number))
          yield `part ${number} of page ${index + 1} has no place in the tree`
  }
}

function holds(element: PDFDict, number: number): boolean {
  const kids = element.lookup(PDFName.of('K'))
  const list = kids instanceof PDFArray ? kids.asArray() : [kids]
  return list.some((kid) => kid instanceof PDFNumber && kid.asNumber() === number)
}

function* walk(context: PDFContext, node: PDFDict): Generator<PDFDict> {
  const kids = node.lookup(PDFName.of('K'))
  for (const kid of kids instanceof PDFArray ? kids.asArray() : []) {
    const element = context.lookup(kid)
    if (!(element instanceof PDFDict) || !element.has(PDFName.of('S'))) continue
    yield element
    yield* walk(context, element)
  }
}

function numberTree(tree: PDFDict): Map<number, unknown> {
  const numbers = tree.lookup(PDFName.of('Nums'), PDFArray)
  const entries = new Map<number, unknown>()
  for (let at = 0; at < numbers.size(); at += 2)
    entries.set(numbers.lookup(at, PDFNumber).asNumber(), numbers.lookup(at + 1))
  return entries
}

function* fontFaults({ context }: PDFDocument): Generator<string> {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const [type, name] = [object.get(PDFName.of('Type')), String(object.get(PDFName.of('BaseFont')))]
    if (
      type === PDFName.of('FontDescriptor') &&
      !object.has(PDFName.of('FontFile2')) &&
      !object.has(PDFName.of('FontFile3'))
    )
      yield `${String(object.get(PDFName.of('FontName')))} is not embedded`
    if (object.get(PDFName.of('Subtype')) === PDFName.of('Type0') && !object.has(PDFName.of('ToUnicode')))
      yield `${name} does not say which characters it shows`
  }
}

function pageContent(contents: unknown, context: PDFContext): string {
  const found = contents instanceof PDFRef ? context.lookup(contents) : contents
  if (found instanceof PDFArray)
    return found
      .asArray()
      .map((part) => pageContent(part, context))
      .join('\n')
  return streamText(found)
}

function streamText(stream: unknown): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('expected a stream')
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}
