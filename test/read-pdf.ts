import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A node of the structure tree: its role and what it holds, a text where the page shows one. */
export interface StructureNode {
  readonly role: string
  readonly alternative?: string
  readonly children: readonly (StructureNode | string)[]
}

export interface ReadPdf {
  readonly title: string
  readonly language: string
  readonly pages: readonly { readonly text: string; readonly structure: StructureNode }[]
}

/** Reads a PDF with another program than the one that made it. Nodes that hold nothing are left out. */
export async function readPdf(pdf: Uint8Array): Promise<ReadPdf> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const document = await loading.promise
  try {
    const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string } }
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1)
    const pages = await Promise.all(numbers.map(async (number) => readPage(await document.getPage(number))))
    return { title: info.Title ?? '', language: info.Language ?? '', pages }
  } finally {
    await loading.destroy()
  }
}

async function readPage(page: PDFPageProxy): Promise<ReadPdf['pages'][number]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items)
    if ('str' in item) {
      const id = open.findLast((mark) => mark !== '') ?? ''
      texts.set(id, (texts.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? '')
  const structure = (await page.getStructTree()) as RawNode | null
  const tree = structure && simplify(structure, texts)
  if (!tree) throw new Error('the page has no structure')
  return { text: textOf(tree), structure: tree }
}

interface RawNode {
  readonly role: string
  readonly alt?: string
  readonly children: readonly (RawNode | { readonly type: string; readonly id: string })[]
}

function simplify(
  { role, alt, children }: RawNode,
  texts: ReadonlyMap<string, string>,
): StructureNode | undefined {
  const held = children.flatMap((child) => {
    if ('role' in child) return simplify(child, texts) ?? []
    return child.type === 'content' ? (texts.get(child.id)?.replace(/\s+/g, ' ').trim() ?? []) : []
  })
  const holds = held.filter((child) => child !== '')
  if (holds.length === 0 && !alt) return undefined
  return { role, ...(alt && { alternative: alt }), children: holds }
}

function textOf(node: StructureNode): string {
  const texts = node.children.map((child) => (typeof child === 'string' ? child : textOf(child)))
  return texts.filter((text) => text !== '').join('\n')
}
