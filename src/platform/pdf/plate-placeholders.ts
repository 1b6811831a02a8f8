import type { GlyphPool } from './plate.ts'

/**
 * What stands in a template where a voter's text comes: short enough to fit any slot, and nothing that a
 * letter says.
 */
export function placeholderFor(slot: number): string {
  return `{{${slot}}}`
}

/** The slot whose placeholder this text is. */
export function slotOf(text: string): number | undefined {
  const number = /^\{\{(\d+)\}\}$/.exec(text)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** A size that no letter has, by which the pool is found again and taken out. */
const poolSize = 0.1

/** Typst markup that shows every glyph of the pool out of sight, so that the fonts in the file hold them. */
export function showPool({ weight, characters }: GlyphPool): string {
  const text = `"${characters.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  const shown = `std.text(size: ${poolSize}pt, weight: "${weight}", kerning: false, ligatures: false, ${text})`
  return `#std.place(std.top + std.left, std.pdf.artifact(std.box(width: 10000pt, ${shown})))`
}

export function isPool(block: string): boolean {
  return block.startsWith('/Artifact') && block.includes(` ${poolSize} Tf\n`)
}
