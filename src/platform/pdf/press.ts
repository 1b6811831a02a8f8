import { createHash } from 'node:crypto'
import { type Fitted, fitSlots } from './fit-slots.ts'
import { writeContent } from './pieces.ts'
import type { LoadedPlate } from './plate-file.ts'
import { drawQrMask, qrMaskBytes } from './qr-drawing.ts'

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
 * Fills in a plate: a whole PDF, the same bytes for the same plate and parts on every machine. Nothing is
 * compressed here, for compressors differ between machines and versions. Refuses what does not fit a slot or has
 * a letter that the plate's fonts lack. Throws when the QR text is too long.
 */
export function press(plate: LoadedPlate, { key, values, qr }: LetterParts): Pressed {
  const fitted = fitSlots(plate.slots, plate.fontOf, values)
  if (!fitted.ok) return fitted
  const content = writeContent(plate.pieces, fitted.lines)
  const head = `${plate.afterMask}${content.length}${plate.beforeContent}`
  const { prefix, afterContent, idAt } = plate
  const pdf = Buffer.alloc(prefix.length + qrMaskBytes + head.length + content.length + afterContent.length)
  pdf.set(prefix)
  drawQrMask(qr, pdf.subarray(prefix.length, prefix.length + qrMaskBytes))
  let at = prefix.length + qrMaskBytes
  for (const part of [head, content, afterContent]) at += pdf.write(part, at, 'latin1')
  const ids = [key, `${key}|${qr}|${content}`].map((text) => shortHash(`${plate.hash}|${text}`))
  ids.forEach((id, index) => {
    pdf.write(id, idAt[index]!, 'latin1')
  })
  return { ok: true, pdf }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
