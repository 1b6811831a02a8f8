import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from '../../test/png.ts'

/** The colours of the letter and those between them and white: sixteen, so that a point takes half a byte. */
const palette = [
  ...['ffffff', 'dcdee1', 'b9c0ca', '969aa1', '73777e', '4a505a', '1a1d21'],
  ...['cfdff5', '7aa6e3', '0055cc', '1f4e8c'],
  ...['ffe615', 'fff6a6', 'f4c430', '2f7d3b', '8a6200'],
].map((hex) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)))

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** A picture in the palette's colours, as a PNG of some tens of kilobytes: small enough for a repository. */
export function palettePng(picture: Picture): Buffer {
  const { width, height } = picture
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([4, 3], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rowsOf(picture), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function rowsOf({ width, height, rgb }: Picture): Buffer {
  const rowBytes = 1 + Math.ceil(width / 2)
  const rows = Buffer.alloc(height * rowBytes)
  const known = new Map<number, number>()
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      const colour = (rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!
      const index = known.get(colour) ?? nearest(colour)
      known.set(colour, index)
      rows[y * rowBytes + 1 + (x >> 1)]! |= x % 2 === 0 ? index << 4 : index
    }
  return rows
}

function nearest(colour: number): number {
  const distances = palette.map((one) =>
    [16, 8, 0].reduce((sum, shift, part) => sum + (((colour >> shift) & 0xff) - one[part]!) ** 2, 0),
  )
  return distances.indexOf(Math.min(...distances))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
