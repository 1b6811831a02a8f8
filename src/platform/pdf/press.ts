import { createHash } from 'node:crypto'
import { type Fitted, fitSlots } from './fit-slots.ts'
import { writeContent } from './pieces.ts'
import type { LoadedPlate } from './plate-file.ts'
import { qrPath } from './qr-drawing.ts'

/** Changes whenever the press would write other bytes for the same letter on the same plate. */
export const pressVersion = '1'

/** What differs per letter. */
export interface LetterParts {
  /** Names the letter in the `/ID` of its file. */
  readonly key: string
  /** Texts by slot, NFC; a slot without text stays blank. */
  readonly values: Readonly<Record<string, string>>
  /** Text of the QR code, at most 251 bytes. */
  readonly qr: string
}

export type Pressed = { readonly ok: true; readonly pdf: Uint8Array } | Exclude<Fitted, { ok: true }>

/**
 * Fills in a plate: a whole PDF, the same bytes for the same plate and parts on every machine. Refuses what does
 * not fit a slot or has a letter that the plate's fonts lack. Throws when the QR text is too long.
 */
export function press(plate: LoadedPlate, { key, values, qr }: LetterParts): Pressed {
  const fitted = fitSlots(plate.groups, plate.fontOf, values)
  if (!fitted.ok) return fitted
  const content = Buffer.from(writeContent(plate.pieces, fitted.lines, qrPath(qr)), 'latin1')
  const { prefix, idAt } = plate
  const head = plate.contentHead.replace('?', String(content.length))
  const pdf = Buffer.alloc(prefix.length + head.length + content.length + plate.contentEnd.length)
  pdf.set(prefix)
  pdf.write(head, prefix.length, 'latin1')
  pdf.set(content, prefix.length + head.length)
  pdf.write(plate.contentEnd, prefix.length + head.length + content.length, 'latin1')
  pdf.write(shortHash(plate.hash, key), idAt[0], 'latin1')
  pdf.write(shortHash(plate.hash, key, content), idAt[1], 'latin1')
  return { ok: true, pdf }
}

function shortHash(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, 32)
}
