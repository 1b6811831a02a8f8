import { xmpPacket } from './xmp.ts'

/**
 * Typst writes one standard at a time. This rewrites the end of its PDF/A-2a so that the file also declares
 * PDF/UA-1: own metadata, and a title that readers show. What Typst typeset stays as it is.
 *
 * It leans on how this Typst version ends a file: information, metadata, catalog, cross-reference table.
 */
export function declareStandards(typstPdf: Uint8Array, title: string): Uint8Array {
  const pdf = Buffer.from(typstPdf)
  const tail = readTail(pdf)
  const catalogText = pdf.toString('latin1', tail.offsets[tail.catalog]!, tail.tableAt)
  const language = /\/Lang \(([^)]*)\)/.exec(catalogText)?.[1]
  if (!language) throw new Error('a document without a language is not accessible')
  const metadata = Buffer.from(xmpPacket({ title, language }), 'utf8')
  const metadataObject = Buffer.concat([
    Buffer.from(
      `${tail.metadata} 0 obj\n<<\n  /Type /Metadata\n  /Subtype /XML\n  /Length ${metadata.length}\n>>\nstream\n`,
    ),
    metadata,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  const infoAt = tail.offsets[tail.info]!
  const info = pdf
    .toString('latin1', infoAt, tail.offsets[tail.metadata])
    .replace(/ *\/(?:Creation|Mod)Date \(.*\)\n/g, '')
  const metadataAt = infoAt + info.length
  const catalogAt = metadataAt + metadataObject.length
  const catalog = replaceOnce(catalogText, '/Direction /L2R', '/Direction /L2R\n    /DisplayDocTitle true')
  const offsets = tail.offsets.with(tail.metadata, metadataAt).with(tail.catalog, catalogAt)
  const tableAt = catalogAt + catalog.length
  return Buffer.concat([
    pdf.subarray(0, infoAt),
    Buffer.from(info, 'latin1'),
    metadataObject,
    Buffer.from(catalog, 'latin1'),
    Buffer.from(crossReferences(offsets), 'latin1'),
    Buffer.from(`${tail.trailer}startxref\n${tableAt}\n%%EOF`, 'latin1'),
  ])
}

interface Tail {
  /** Where each object begins, by number. */
  readonly offsets: readonly number[]
  readonly tableAt: number
  readonly trailer: string
  readonly catalog: number
  readonly metadata: number
  readonly info: number
}

function readTail(pdf: Buffer): Tail {
  const end = pdf.toString('latin1', pdf.length - 64)
  const tableAt = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1])
  const [, table, trailer] =
    /^xref\n0 \d+\n([\s\S]*?)(trailer\n[\s\S]*?)startxref/.exec(pdf.toString('latin1', tableAt)) ?? []
  const catalog = Number(/\/Root (\d+) 0 R/.exec(trailer ?? '')?.[1])
  if (!table || !trailer || !catalog) throw new Error('this is not how the pinned Typst ends a file')
  const offsets = table
    .trimEnd()
    .split('\n')
    .map((line) => Number.parseInt(line, 10))
    .with(0, 0)
  const [info, metadata] = [catalog - 2, catalog - 1]
  const inOrder = [info, metadata, catalog].map((number) => offsets[number]!)
  const isExpected =
    catalog === offsets.length - 1 &&
    trailer.includes(`/Info ${info} 0 R`) &&
    pdf.toString('latin1', offsets[catalog]).includes(`/Metadata ${metadata} 0 R`) &&
    offsets
      .toSorted((a, b) => a - b)
      .slice(-3)
      .join() === inOrder.join()
  if (!isExpected) throw new Error('this is not how the pinned Typst orders a file')
  return { offsets, tableAt, trailer, catalog, metadata, info }
}

function crossReferences(offsets: readonly number[]): string {
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  return `xref\n0 ${offsets.length}\n0000000000 65535 f \n${lines.slice(1).join('')}`
}

function replaceOnce(text: string, old: string, fresh: string): string {
  if (text.split(old).length !== 2) throw new Error(`expected ${old} once in the catalog`)
  return text.replace(old, fresh)
}
