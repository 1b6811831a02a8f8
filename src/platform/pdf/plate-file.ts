import { createHash } from 'node:crypto'
import { groupSlots } from './fit-slots.ts'
import type { Glyph, GlyphMap } from './glyph-map.ts'
import { isSlot, type Piece } from './pieces.ts'
import type { SlotDeclaration } from './plate.ts'
import type { PlateObjects } from './write-plate-objects.ts'

/** A plate as the press uses it. */
export interface LoadedPlate extends PlateObjects {
  /** SHA-256 of the stored bytes, in hex. */
  readonly hash: string
  readonly slots: readonly SlotDeclaration[]
  readonly pieces: readonly Piece[]
  /** By the name that the page's content uses. */
  readonly fonts: ReadonlyMap<string, GlyphMap>
  readonly fontOf: (slot: string) => GlyphMap
  readonly groups: readonly (readonly SlotDeclaration[])[]
}

const magic = 'KIESLOKET-PLATE-1\n'

type PlateParts = Omit<LoadedPlate, 'hash' | 'fontOf' | 'groups'>
type StoredParts = Omit<PlateParts, 'prefix' | 'fonts'> & {
  readonly fonts: Readonly<Record<string, readonly (readonly [string, Glyph])[]>>
}

/** First line: what this is. Second line: the parts as JSON. Then the prefix of every letter. */
export function packPlate({ prefix, fonts, ...rest }: PlateParts): Uint8Array {
  const stored: StoredParts = {
    ...rest,
    fonts: Object.fromEntries([...fonts].map(([name, map]) => [name, [...map]])),
  }
  return Buffer.concat([Buffer.from(`${magic}${JSON.stringify(stored)}\n`), prefix])
}

/** Reads a stored plate, on any machine. Throws when the bytes are not a plate of this press. */
export function loadPlate(bytes: Uint8Array): LoadedPlate {
  const plate = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!plate.subarray(0, magic.length).equals(Buffer.from(magic)))
    throw new Error('these bytes are not a plate')
  const end = plate.indexOf('\n', magic.length)
  const { fonts: storedFonts, ...stored } = JSON.parse(
    plate.toString('utf8', magic.length, end),
  ) as StoredParts
  const fonts = new Map(Object.entries(storedFonts).map(([name, glyphs]) => [name, new Map(glyphs)]))
  const fontBySlot = new Map(stored.pieces.filter(isSlot).map(({ slot, font }) => [slot, fonts.get(font)!]))
  return {
    ...stored,
    hash: createHash('sha256').update(plate).digest('hex'),
    fonts,
    fontOf: (slot) => fontBySlot.get(slot)!,
    groups: groupSlots(stored.slots),
    prefix: Buffer.from(plate.subarray(end + 1)),
  }
}
