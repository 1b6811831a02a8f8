import { createHash } from 'node:crypto'
import { openSlots } from './open-slots.ts'
import { packPlate } from './plate-file.ts'
import { showPool } from './plate-placeholders.ts'
import { qrPlaceholderSvg } from './qr-drawing.ts'
import type { Typesetter, TypstSource } from './typesetter.ts'
import { writePlateObjects } from './write-plate-objects.ts'

export { type LoadedPlate, loadPlate } from './plate-file.ts'

/** A place on the plate for one line of text that differs per letter. */
export interface SlotDeclaration {
  readonly name: string
  /** Font sizes in points that may be used, the preferred one first. */
  readonly sizes: readonly number[]
  /** Points. */
  readonly maxWidth: number
  /** The slot on the line above, where a text begins that takes two lines. */
  readonly overflow?: string
  /** Slots with the same word here are set at the same size. */
  readonly sharesSize?: string
}

/** Characters that slots may need: the typesetter embeds only what a document shows. */
export interface GlyphPool {
  readonly weight: 'regular' | 'bold'
  readonly characters: string
}

/**
 * A Typst document that shows `placeholderFor(i)` on a line of its own where slot `i` comes, and the image
 * `/qr.svg` where the QR code comes, all on one page. Slots have kerning and ligatures off: of a font the press
 * knows how wide each character is and no more.
 */
export interface PlateTemplate {
  readonly source: TypstSource
  /** How many the document has to have. */
  readonly pages: number
  readonly slots: readonly SlotDeclaration[]
  readonly glyphs: readonly GlyphPool[]
}

/** A typeset template with open slots, in the form in which it is stored. */
export interface Plate {
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string
  readonly bytes: Uint8Array
}

/** Typesets the template once and opens its slots. The same template, the same bytes. */
export async function makePlate(typesetter: Typesetter, template: PlateTemplate): Promise<Plate> {
  const { source, slots, glyphs } = template
  const typeset = await typesetter.typeset({
    ...source,
    main: `${source.main}\n${glyphs.map(showPool).join('\n')}\n`,
    files: { ...source.files, '/qr.svg': Buffer.from(qrPlaceholderSvg) },
  })
  const opened = await openSlots(typeset, template)
  const bytes = packPlate({ slots, pieces: opened.pieces, fonts: opened.fonts, ...writePlateObjects(opened) })
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes }
}
