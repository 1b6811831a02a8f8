import { expect, test } from 'vitest'
import type { Picture } from '../../../test/png.ts'
import { readQrCodes } from '../../../test/read-qr.ts'
import { qrBytes, qrModules, qrPath } from './qr-drawing.ts'

/** Draws the path by itself: five points a module and the quiet zone around it. */
function draw(path: string): Picture {
  const [scale, quiet] = [5, 4]
  const width = (qrModules + 2 * quiet) * scale
  const rgb = new Uint8Array(width * width * 3).fill(255)
  for (const [, ...numbers] of path.matchAll(/^(\d+) (\d+) (\d+) (\d+) re$/gm)) {
    const [x, y, across, down] = numbers.map(Number) as [number, number, number, number]
    for (let row = (y + quiet) * scale; row < (y + quiet + down) * scale; row++)
      rgb.fill(0, (row * width + (x + quiet) * scale) * 3, (row * width + (x + quiet + across) * scale) * 3)
  }
  return { width, height: width, rgb }
}

test.each([
  ['a letter’s statement', `https://kiesloket.example/k#${'Ab-_9'.repeat(40)}`],
  ['the longest text', 'x'.repeat(qrBytes)],
  ['the shortest text', 'x'],
  ['a text beyond ASCII', 'Zoë 王'],
])('another program reads %s', async (_, text) => {
  const path = qrPath(text)
  expect(await readQrCodes(draw(path))).toEqual([text])
  const farthest = [...path.matchAll(/^(\d+) (\d+) (\d+) (\d+) re$/gm)].map(([, x, y, w, h]) =>
    Math.max(+x! + +w!, +y! + +h!),
  )
  expect(Math.max(...farthest)).toBe(qrModules)
})

test('a text that is too long is refused before anything is drawn', () => {
  expect(() => qrPath('x'.repeat(qrBytes + 1))).toThrow(/252 bytes has no room/)
})
