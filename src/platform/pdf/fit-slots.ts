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

type FontOf = (slot: string) => GlyphMap

interface Measured {
  readonly codes: string
  /** At a size of one point. */
  readonly width: number
}

interface SlotText extends Measured {
  readonly slot: SlotDeclaration
  readonly text: string
}

/** Slots by the size they share; most stand alone. */
export function groupSlots(slots: readonly SlotDeclaration[]): readonly (readonly SlotDeclaration[])[] {
  const groups = new Map<string, SlotDeclaration[]>()
  for (const slot of slots) {
    const key = slot.sharesSize ?? slot.name
    groups.set(key, [...(groups.get(key) ?? []), slot])
  }
  return [...groups.values()]
}

/**
 * Chooses for each group of slots the first declared size at which all their texts fit, each on one line or,
 * where a slot has another above it, on two. An empty text has no line.
 */
export function fitSlots(
  groups: readonly (readonly SlotDeclaration[])[],
  fontOf: FontOf,
  values: Readonly<Record<string, string>>,
): Fitted {
  const lines = new Map<string, FittedLine>()
  for (const group of groups) {
    const texts: SlotText[] = []
    for (const slot of group) {
      const text = values[slot.name]
      if (!text) continue
      const measured = measure(text, fontOf(slot.name))
      if (!measured) return { ok: false, because: 'missing-glyph', slot: slot.name }
      texts.push({ slot, text, ...measured })
    }
    const misfit = fitGroup(texts, fontOf, lines)
    if (misfit) return { ok: false, because: 'does-not-fit', slot: misfit }
  }
  return { ok: true, lines }
}

/** Adds the lines of texts of one size; when they fit at none, answers the slot in the way at the last. */
function fitGroup(
  texts: readonly SlotText[],
  fontOf: FontOf,
  lines: Map<string, FittedLine>,
): string | undefined {
  let misfit: string | undefined
  for (const size of texts[0]?.slot.sizes ?? []) {
    const set = texts.map((text) => setAt(size, text, fontOf))
    misfit = texts[set.indexOf(undefined)]?.slot.name
    if (misfit) continue
    for (const [name, line] of set.flatMap((own) => own!)) lines.set(name, line)
    return undefined
  }
  return misfit
}

function setAt(size: number, text: SlotText, fontOf: FontOf): [slot: string, FittedLine][] | undefined {
  const { slot, codes } = text
  if (text.width * size <= slot.maxWidth) return [[slot.name, { codes, size }]]
  if (slot.overflow === undefined) return undefined
  const [first, second] = breakInTwo(text, slot.maxWidth / size, fontOf) ?? []
  if (!first || !second) return undefined
  return [
    [slot.overflow, { codes: first.codes, size }],
    [slot.name, { codes: second.codes, size }],
  ]
}

/** As many words as fit a width, and the rest when it fits too. */
function breakInTwo({ text, slot }: SlotText, width: number, fontOf: FontOf): Measured[] | undefined {
  for (let space = text.lastIndexOf(' '); space > 0; space = text.lastIndexOf(' ', space - 1)) {
    const first = measure(text.slice(0, space), fontOf(slot.overflow!))
    if (!first || first.width > width) continue
    const second = measure(text.slice(space + 1), fontOf(slot.name))
    return second && second.width <= width ? [first, second] : undefined
  }
  return undefined
}

/** Nothing when the font lacks a character. */
function measure(text: string, font: GlyphMap): Measured | undefined {
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
