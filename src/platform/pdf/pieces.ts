import type { FittedLine } from './fit-slots.ts'

/** Content of a page in order: bytes as they are, a line of text to set, or the QR code to draw. */
export type Piece = string | SlotPiece | { readonly qr: true }

export interface SlotPiece {
  readonly slot: string
  /** Operators up to the choice of the font. */
  readonly before: string
  readonly font: string
  /** Operators between the choice of the font and the text. */
  readonly between: string
}

export function isSlot(piece: Piece): piece is SlotPiece {
  return typeof piece === 'object' && 'slot' in piece
}

/** The pieces with a letter's lines and QR code in them; a slot without a line leaves nothing. */
export function writeContent(
  pieces: readonly Piece[],
  lines: ReadonlyMap<string, FittedLine>,
  qr: string,
): string {
  let content = ''
  for (const piece of pieces)
    if (typeof piece === 'string') content += piece
    else if (isSlot(piece)) content += writeLine(piece, lines.get(piece.slot))
    else content += qr
  return content
}

function writeLine({ before, font, between }: SlotPiece, line: FittedLine | undefined): string {
  return line ? `${before}/${font} ${line.size} Tf\n${between}<${line.codes}> Tj\nET\nQ\n` : ''
}
