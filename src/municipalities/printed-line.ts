import { z } from 'zod'

/** What a line of the letter may hold: letters of Europe, figures, spaces and punctuation; no markup, no symbols. */
const printed = String.raw`[\p{Script=Latin}\p{M}\d .,;:!?'’‘"“”«»()/&+·°%€@#*\u00a0–—-]`
const onlyPrinted = new RegExp(`^${printed}*$`, 'u')

/** Whether a pattern, as an issue of the check names it, is the one of what a letter can print. */
export function isOfPrinting(pattern: string | undefined): boolean {
  return pattern === String(onlyPrinted)
}

/** A line of a text that stands on the letter. Its page has room for lines of this length, and a test fills them all. */
export function printedLine(max: number): z.ZodString {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(onlyPrinted, { error: ({ input }) => `has what no letter can print: ${strangers(String(input))}` })
}

/** The characters of a text that no letter can print, each once. */
export function unprintable(text: string): string {
  return [...new Set([...text].filter((character) => !onlyPrinted.test(character)))].join('')
}

function strangers(text: string): string {
  return [...unprintable(text)].map((character) => `“${character}” (U+${codeOf(character)})`).join(', ')
}

function codeOf(character: string): string {
  return character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
}
