import { PDFDict, PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib'
import { splitBlocks, textRuns } from './content-stream.ts'
import { type GlyphMap, readGlyphMap, streamText } from './glyph-map.ts'
import { isSlot, type Piece } from './pieces.ts'
import type { PlateTemplate, SlotDeclaration } from './plate.ts'
import { isPool, slotOf } from './plate-placeholders.ts'
import { qrPlaceholderPath } from './qr-drawing.ts'

export interface OpenedPlate {
  readonly document: PDFDocument
  /** The object that comes with each letter: the rest of the content of the page with slots. */
  readonly content: PDFRef
  readonly pieces: readonly Piece[]
  readonly fonts: ReadonlyMap<string, GlyphMap>
}

/**
 * Takes what differs per letter out of a typeset document: the blocks with placeholders become pieces to write
 * per letter, with the numbers that tie them to the structure tree; the rest stays on the plate.
 */
export async function openSlots(
  typeset: Uint8Array,
  { slots, pages }: Pick<PlateTemplate, 'slots' | 'pages'>,
): Promise<OpenedPlate> {
  const document = await PDFDocument.load(typeset, { updateMetadata: false })
  const count = document.getPageCount()
  if (count !== pages)
    throw new Error(`the plate has ${count} pages instead of ${pages}: its texts are too long`)
  const content = document.context.nextRef()
  const opened = document.getPages().map((page) => openPage(page, slots))
  const withSlots = opened.filter(({ pieces }) => pieces.length > 0)
  if (withSlots.length !== 1) throw new Error(`slots stand on ${withSlots.length} pages: they belong on one`)
  const { page, pieces, fonts } = withSlots[0]!
  const staticContent = page.node.get(PDFName.of('Contents')) as PDFRef
  page.node.set(PDFName.of('Contents'), document.context.obj([staticContent, content]))
  checkComplete(pieces, slots)
  return { document, content, pieces, fonts: onlyUsed(fonts, pieces) }
}

function openPage(page: PDFPage, slots: readonly SlotDeclaration[]) {
  const fonts = readFonts(page)
  const blocks = splitBlocks(streamText(page.node.lookup(PDFName.of('Contents')))).filter(
    (block) => !isPool(block),
  )
  const opened = blocks.map((block) => openBlock(block, fonts, slots))
  const rest = blocks.filter((_, index) => !opened[index]).join('')
  const ref = page.node.get(PDFName.of('Contents')) as PDFRef
  page.doc.context.assign(ref, page.doc.context.stream(Buffer.from(rest, 'latin1')))
  return { page, fonts, pieces: opened.flatMap((pieces) => pieces ?? []) }
}

function openBlock(
  block: string,
  fonts: ReadonlyMap<string, GlyphMap>,
  slots: readonly SlotDeclaration[],
): Piece[] | undefined {
  const pieces: Piece[] = []
  let done = 0
  for (const run of textRuns(block, fonts)) {
    const slot = slots[slotOf(run.text) ?? -1]
    if (!slot) continue
    const { before, font, between } = run
    pieces.push(block.slice(done, run.at), { slot: slot.name, before, font, between })
    done = run.at + run.length
  }
  const qrAt = block.indexOf(qrPlaceholderPath)
  if (qrAt >= 0) {
    pieces.push(block.slice(done, qrAt), { qr: true })
    done = qrAt + qrPlaceholderPath.length
  }
  return pieces.length === 0 ? undefined : [...pieces, block.slice(done)]
}

function readFonts(page: PDFPage): ReadonlyMap<string, GlyphMap> {
  const fonts = page.node.Resources()!.lookup(PDFName.of('Font'), PDFDict)
  return new Map(fonts.keys().map((name) => [name.decodeText(), readGlyphMap(fonts.lookup(name, PDFDict))]))
}

function onlyUsed(
  fonts: ReadonlyMap<string, GlyphMap>,
  pieces: readonly Piece[],
): ReadonlyMap<string, GlyphMap> {
  return new Map([...fonts].filter(([name]) => pieces.some((piece) => isSlot(piece) && piece.font === name)))
}

function checkComplete(pieces: readonly Piece[], slots: readonly SlotDeclaration[]): void {
  for (const { name } of slots) {
    const times = pieces.filter((piece) => isSlot(piece) && piece.slot === name).length
    if (times !== 1) throw new Error(`slot ${name} stands ${times} times on the plate`)
  }
  const codes = pieces.filter((piece) => typeof piece === 'object' && 'qr' in piece).length
  if (codes !== 1) throw new Error(`the plate has ${codes} places for a QR code`)
}
