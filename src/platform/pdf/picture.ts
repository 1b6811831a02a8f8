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

const block = 12
const visibly = 60

/**
 * The second picture with a frame around every part that is visibly other than in the first, and how large that part
 * is, from 0 to 1. A hair's breadth does not count.
 */
export function markDifferences(before: Picture, after: Picture): { marked: Picture; share: number } {
  const { width, height } = after
  const rgb = Uint8Array.from(after.rgb)
  const differs = (x: number, y: number) => {
    if (x >= before.width || y >= before.height) return true
    const [one, other] = [(y * before.width + x) * 3, (y * width + x) * 3]
    return [0, 1, 2].some((c) => Math.abs(before.rgb[one + c]! - after.rgb[other + c]!) > visibly)
  }
  const [across, down] = [Math.ceil(width / block), Math.ceil(height / block)]
  let changed = 0
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++) {
      const [left, top] = [column * block, row * block]
      const [right, bottom] = [Math.min(left + block, width), Math.min(top + block, height)]
      if (!anyPoint({ left, top, right, bottom }, differs)) continue
      changed++
      tint({ width, rgb }, { left, top, right, bottom })
    }
  return { marked: { width, height, rgb }, share: changed / (across * down) }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

function anyPoint({ left, top, right, bottom }: Box, holds: (x: number, y: number) => boolean): boolean {
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (holds(x, y)) return true
  return false
}

/** A yellow ground under what is printed there. */
function tint({ width, rgb }: { width: number; rgb: Uint8Array }, { left, top, right, bottom }: Box): void {
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) {
      const at = (y * width + x) * 3
      rgb[at + 2] = Math.round(rgb[at + 2]! * 0.2)
    }
}
