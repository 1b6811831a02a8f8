import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib'

/** How a font of a typeset page writes a character: its code of two bytes in hex, and its advance in 1/1000 em. */
export type Glyph = readonly [code: string, advance: number]
export type GlyphMap = ReadonlyMap<string, Glyph>

/** Reads which characters an embedded font holds. */
export function readGlyphMap(font: PDFDict): GlyphMap {
  const toUnicode = font.lookup(PDFName.of('ToUnicode'))
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const advances = readAdvances(descendant)
  const glyphs = new Map<string, Glyph>()
  for (const [code, text] of readCodes(streamText(toUnicode)))
    if (!glyphs.has(text)) glyphs.set(text, [code, advances.get(Number.parseInt(code, 16)) ?? 1000])
  return glyphs
}

/** A stream's text, decompressed. */
export function streamText(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) throw new Error('expected a stream')
  return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
}

/** `<0003> <0041>` between `beginbfchar` and `endbfchar`; the typesetter writes no ranges. */
function* readCodes(map: string): Generator<readonly [code: string, text: string]> {
  if (map.includes('beginbfrange'))
    throw new Error('a font maps ranges, which the pinned typesetter does not write')
  for (const [, lines] of map.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g))
    for (const [, code, text] of lines!.matchAll(/<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>/g))
      yield [code!.toUpperCase(), Buffer.from(text!, 'hex').swap16().toString('utf16le')]
}

/** `/W [first [a b c] from to d …]` */
function readAdvances(font: PDFDict): ReadonlyMap<number, number> {
  const widths = font.lookup(PDFName.of('W'), PDFArray)
  const advances = new Map<number, number>()
  for (let at = 0; at < widths.size(); ) {
    const first = widths.lookup(at, PDFNumber).asNumber()
    const next = widths.lookup(at + 1)
    if (next instanceof PDFArray) {
      for (let i = 0; i < next.size(); i++) advances.set(first + i, next.lookup(i, PDFNumber).asNumber())
      at += 2
    } else {
      const last = widths.lookup(at + 1, PDFNumber).asNumber()
      for (let code = first; code <= last; code++)
        advances.set(code, widths.lookup(at + 2, PDFNumber).asNumber())
      at += 3
    }
  }
  return advances
}
