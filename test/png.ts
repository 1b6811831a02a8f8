import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A picture in three bytes a pixel: red, green, blue. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly rgb: Uint8Array
}

/** A part of a picture, as shares of its width and height. */
export function crop(
  picture: Picture,
  part: { left: number; top: number; right: number; bottom: number },
): Picture {
  const [left, top] = [Math.floor(part.left * picture.width), Math.floor(part.top * picture.height)]
  const width = Math.ceil(part.right * picture.width) - left
  const height = Math.ceil(part.bottom * picture.height) - top
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * picture.width + left) * 3
    rgb.set(picture.rgb.subarray(from, from + width * 3), y * width * 3)
  }
  return { width, height, rgb }
}

/** Share of the points that differ visibly: a hair's breadth or another renderer gives some. */
export function difference(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height) return 1
  let differing = 0
  for (let at = 0; at < one.rgb.length; at += 3) {
    const red = Math.abs(one.rgb[at]! - other.rgb[at]!)
    const green = Math.abs(one.rgb[at + 1]! - other.rgb[at + 1]!)
    const blue = Math.abs(one.rgb[at + 2]! - other.rgb[at + 2]!)
    if (Math.max(red, green, blue) > 60) differing++
  }
  return differing / (one.width * one.height)
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

/** The same picture, the same bytes. */
export function writePng({ width, height, rgb }: Picture): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8)
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y++)
    rows.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (1 + width * 3) + 1)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Reads what `writePng` writes; other kinds of PNG throw. */
export function readPng(png: Buffer): Picture {
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  if (png.toString('latin1', 37, 41) !== 'IDAT') throw new Error('not a picture of ours')
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++)
    rgb.set(rows.subarray(y * (1 + width * 3) + 1, (y + 1) * (1 + width * 3)), y * width * 3)
  return { width, height, rgb }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
