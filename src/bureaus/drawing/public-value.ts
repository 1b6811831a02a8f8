import type { FrozenDraw } from './draw-file.ts'

/**
 * The one spelling of a public value (`docs/formats/draw.md`), so that two people who copy the same outcome draw the same: its runs of
 * letters a to z and digits, in their order, letters small, numbers without zeros in front, one space between. Empty: there are none.
 */
export function canonicalValue(typed: string): string {
  const runs = typed.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).match(/[a-z0-9]+/g) ?? []
  return runs.map((run) => (/^\d+$/.test(run) ? run.replace(/^0+(?=\d)/, '') : run)).join(' ')
}

/** As a draw of this algorithm takes it: one of before the spelling was fixed takes it letter by letter. */
export function spelled({ algorithm }: Pick<FrozenDraw, 'algorithm'>, typed: string): string {
  return algorithm === 'kiesloket-draw-1' ? typed.trim() : canonicalValue(typed)
}
