import type { LoadedPlate } from './plate.ts'

/** Changes whenever the press would write other bytes for the same letter. */
export const pressVersion = '1'

export interface PressedText {
  /** Names the document in its `/ID`: the same key and values, the same bytes. */
  readonly key: string
  readonly values: Readonly<Record<string, string>>
  /** Text of the QR code, at most 251 bytes. */
  readonly qr: string
  /** Alternative texts of figures that differ per document. */
  readonly alternatives?: Readonly<Record<string, string>>
}

export type Pressed =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly because: 'does-not-fit' | 'missing-glyph'; readonly slot: string }

/** Fills in a plate. Refuses what does not fit or can't be written with the plate's fonts. */
export function press(_plate: LoadedPlate, _letter: PressedText): Pressed {
  throw new Error('not made yet')
}
