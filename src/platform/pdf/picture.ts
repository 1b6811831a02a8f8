import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

/** A picture in three bytes a point: red, green, blue. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

/** Leaves out the fourth byte of each point, its opacity. */
export function pictureOf({
  width,
  height,
  rgba,
}: {
  width: number
  height: number
  rgba: Uint8Array
}): Picture {
  const rgb = new Uint8Array((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from]!
    rgb[to + 1] = rgba[from + 1]!
    rgb[to + 2] = rgba[from + 2]!
  }
  return { width, height, rgb }
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const squeeze = promisify(deflate)

/** As a PNG file, packed beside the running of other things. The same picture, the same bytes. */
export async function pngOf({ width, height, rgb }: Picture): Promise<Buffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8) // eight bits a colour, red green blue
  const bytesInRow = width * 3
  const rows = Buffer.alloc(height * (1 + bytesInRow))
  for (let y = 0; y < height; y++)
    rows.set(rgb.subarray(y * bytesInRow, (y + 1) * bytesInRow), y * (1 + bytesInRow) + 1)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', await squeeze(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

/** Part of a picture, in points of it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The picture with a yellow ground under these parts; what is struck has a line through it too. */
export function markBoxes(picture: Picture, boxes: readonly Box[], { isStruck = false } = {}): Picture {
  const marked = { ...picture, rgb: Uint8Array.from(picture.rgb) }
  for (const box of boxes) {
    const { left, top, right, bottom } = within(picture, box)
    paint(marked, { left, top, right, bottom }, ([red, green, blue]) => [red, green, Math.round(blue * 0.2)])
    const middle = Math.round((top + bottom) / 2)
    if (isStruck) paint(marked, { left, right, top: middle, bottom: middle + 2 }, () => struck)
  }
  return marked
}

type Colour = readonly [red: number, green: number, blue: number]
const struck: Colour = [176, 0, 32]
/** Points that a mark is wider than the letters in it. */
const border = 2

function within({ width, height }: Picture, { left, top, right, bottom }: Box): Box {
  return {
    left: Math.max(0, Math.floor(left) - border),
    top: Math.max(0, Math.floor(top)),
    right: Math.min(width, Math.ceil(right) + border),
    bottom: Math.min(height, Math.ceil(bottom)),
  }
}

function paint(
  { width, rgb }: Picture,
  { left, top, right, bottom }: Box,
  colour: (was: Colour) => Colour,
): void {
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 3
      rgb.set(colour([rgb[at]!, rgb[at + 1]!, rgb[at + 2]!]), at)
    }
}
