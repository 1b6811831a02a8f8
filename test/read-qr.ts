import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { type Picture, writePng } from './png.ts'

const decoder = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
let prepared: Promise<unknown> | undefined

/** The texts of the QR codes in a picture, read with a decoder that knows nothing of how they were drawn. */
export function readQrCodes(picture: Picture): Promise<string[]> {
  return readQrOfPng(writePng(picture))
}

/** How wide the QR codes in a picture are, in its own pixels. */
export async function qrWidths(picture: Picture): Promise<number[]> {
  const codes = await decoded(writePng(picture))
  return codes.map(({ position: { topLeft, topRight } }) =>
    Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y),
  )
}

/** The same of a picture of a screen. */
export async function readQrOfPng(png: Uint8Array): Promise<string[]> {
  return (await decoded(png)).map((code) => code.text)
}

async function decoded(png: Uint8Array) {
  prepared ??= readFile(decoder).then((wasm) =>
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true }),
  )
  await prepared
  return readBarcodes(new Uint8Array(png), { formats: ['QRCode'], tryHarder: true })
}
