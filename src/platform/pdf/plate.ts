import type { Typesetter, TypstSource } from './typesetter.ts'

/** A place on the plate for one line of a voter's own text. */
export interface SlotDeclaration {
  readonly name: string
  /** Font sizes in points that may be used, the preferred one first. */
  readonly sizes: readonly number[]
  /** Points. */
  readonly maxWidth: number
  /** The slot on the next line that takes the words that do not fit. */
  readonly overflow?: string
}

/** A Typst document with placeholders, and what may stand in their place. */
export interface PlateTemplate {
  readonly source: TypstSource
  readonly slots: readonly SlotDeclaration[]
}

/** A typeset template with open slots, in the form in which it is stored. */
export interface Plate {
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string
  readonly bytes: Uint8Array
}

/** A plate ready for the press. */
export interface LoadedPlate {
  readonly hash: string
}

/** Typesets the template once and opens its slots. The same template gives the same bytes. */
export async function makePlate(_typesetter: Typesetter, _template: PlateTemplate): Promise<Plate> {
  throw new Error('not made yet')
}

/** Reads a stored plate, on any machine. Throws when the bytes are not a plate of this press. */
export function loadPlate(_bytes: Uint8Array): LoadedPlate {
  throw new Error('not made yet')
}
