import type { GlyphMap } from './glyph-map.ts'
import type { SlotDeclaration } from './plate.ts'

/** A slot's text as codes of the slot's font, in hex, at a size that fits. */
export interface FittedLine {
  readonly codes: string
  readonly size: number
}

export type Fitted =
  | { readonly ok: true; readonly lines: ReadonlyMap<string, FittedLine> }
  | { readonly ok: false; readonly because: 'does-not-fit' | 'missing-glyph'; readonly slot: string }

/**
 * Chooses for each text the first declared size at which it fits its slot. A text that fits at none goes over
 * two lines at the first size, when its slot has another above it. Empty texts have no line.
 */
export function fitSlots(
  slots: readonly SlotDeclaration[],
  fontOf: (slot: string) => GlyphMap,
  values: Readonly<Record<string, string>>,
): Fitted {
  const lines = new Map<string, FittedLine>()
  const byName = new Map(slots.map((slot) => [slot.name, slot]))
  for (const slot of slots) {
    const text = values[slot.name]
    if (!text) continue
    const line = measure(text, fontOf(slot.name))
    if (!line) return { ok: false, because: 'missing-glyph', slot: slot.name }
    const size = slot.sizes.find((size) => line.width * size <= slot.maxWidth)
    if (size !== undefined) {
      lines.set(slot.name, { codes: line.codes, size })
      continue
    }
    const above = slot.overflow === undefined ? undefined : byName.get(slot.overflow)
    const two = above && !values[above.name] && breakInTwo(text, slot, above, fontOf)
    if (!two) return { ok: false, because: 'does-not-fit', slot: slot.name }
    lines.set(above.name, two[0]).set(slot.name, two[1])
  }
  return { ok: true, lines }
}

/** Codes, and the width at a size of one point; nothing when the font lacks a character. */
function measure(text: string, font: GlyphMap): { codes: string; width: number } | undefined {
  let codes = ''
  let advance = 0
  for (const character of text) {
    const glyph = font.get(character)
    if (!glyph) return undefined
    codes += glyph[0]
    advance += glyph[1]
  }
  return { codes, width: advance / 1000 }
}

/** As many words as fit on the line above, the rest below; nothing when that is not enough. */
function breakInTwo(
  text: string,
  slot: SlotDeclaration,
  above: SlotDeclaration,
  fontOf: (slot: string) => GlyphMap,
): [FittedLine, FittedLine] | undefined {
  for (let space = text.lastIndexOf(' '); space > 0; space = text.lastIndexOf(' ', space - 1)) {
    const first = measure(text.slice(0, space), fontOf(above.name))
    const second = measure(text.slice(space + 1), fontOf(slot.name))
    const [firstSize, secondSize] = [above.sizes[0]!, slot.sizes[0]!]
    if (!first || !second || first.width * firstSize > above.maxWidth) continue
    if (second.width * secondSize > slot.maxWidth) return undefined
    return [
      { codes: first.codes, size: firstSize },
      { codes: second.codes, size: secondSize },
    ]
  }
  return undefined
}
