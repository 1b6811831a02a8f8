import type { GlyphMap } from './glyph-map.ts'

/**
 * Reads the page content that the pinned typesetter writes: one operator a line, every drawing inside one marked
 * block (`… BDC` to `EMC`), every line of text its own group (`q` to `Q`) in one block or another.
 */

/** A line of text as it is drawn, split where another text can take its place. */
export interface TextRun {
  readonly at: number
  readonly length: number
  /** What the line says now. */
  readonly text: string
  /** Up to the choice of the font. */
  readonly before: string
  readonly font: string
  readonly size: number
  /** Between the choice of the font and the text. */
  readonly between: string
}

/** Splits a page's content in its marked blocks. Throws when something is drawn outside of them. */
export function splitBlocks(content: string): string[] {
  const blocks: string[] = []
  let block = ''
  let depth = 0
  for (const line of content.split('\n')) {
    const opens = /^\/\w+ (?:BMC|<<)/.test(line)
    if (depth === 0 && !opens && line !== '') throw new Error(`"${line}" is drawn outside any marked block`)
    if (opens) depth++
    if (depth > 0) block += `${line}\n`
    if (line === 'EMC' && --depth === 0) {
      blocks.push(block)
      block = ''
    }
  }
  if (depth !== 0) throw new Error('a marked block is not closed')
  return blocks
}

const group = /(q\n(?:(?!q\n|Q\n).+\n)*?BT\n0 Tr\n)\/(f\d+) ([\d.]+) Tf\n(.+ Tm\n)(.+) T[jJ]\nET\nQ\n/g

/** The lines of text in a block. */
export function textRuns(block: string, fonts: ReadonlyMap<string, GlyphMap>): TextRun[] {
  return [...block.matchAll(group)].map((match) => {
    const [all, before, font, size, between, shown] = match
    const texts = new Map([...(fonts.get(font!) ?? [])].map(([text, [code]]) => [code, text]))
    const text = shownCodes(shown!)
      .map((code) => texts.get(code) ?? '\ufffd')
      .join('')
    return {
      at: match.index,
      length: all!.length,
      text,
      before: before!,
      font: font!,
      size: Number(size),
      between: between!,
    }
  })
}

/** The codes of two bytes, in hex, of what `Tj` or `TJ` shows. */
function shownCodes(operand: string): string[] {
  const strings = operand.matchAll(/<([0-9A-Fa-f]*)>|\(((?:\\[\s\S]|[^\\()])*)\)/g)
  const hex = [...strings].map(
    ([, inHex, literal]) => inHex ?? Buffer.from(withoutEscapes(literal!), 'latin1').toString('hex'),
  )
  return hex.join('').toUpperCase().match(/.{4}/g) ?? []
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function withoutEscapes(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, what: string) =>
    /[0-7]/.test(what) ? String.fromCharCode(Number.parseInt(what, 8)) : (escapes[what] ?? what),
  )
}
