import { expect, test } from 'vitest'
import { readPng } from '../../../test/png.ts'
import { markBoxes, type Picture, pngOf } from './picture.ts'

function paper(
  width: number,
  height: number,
  ink: readonly (readonly [x: number, y: number])[] = [],
): Picture {
  const rgb = new Uint8Array(width * height * 3).fill(255)
  for (const [x, y] of ink) rgb.fill(0, (y * width + x) * 3, (y * width + x) * 3 + 3)
  return { width, height, rgb }
}

test('a picture that is written is read back as it was', async () => {
  const picture = paper(30, 20, [[3, 4]])
  expect(readPng(await pngOf(picture))).toEqual(picture)
})

test('what is marked has a yellow ground, and nothing else has', () => {
  const marked = markBoxes(paper(48, 24, [[14, 5]]), [{ left: 12, top: 2, right: 20, bottom: 12 }])
  const blue = (x: number, y: number) => marked.rgb[(y * 48 + x) * 3 + 2]
  expect([blue(12, 2), blue(19, 11), blue(14, 5)]).toEqual([51, 51, 0])
  expect([blue(8, 5), blue(23, 5), blue(14, 1), blue(14, 12)]).toEqual([255, 255, 255, 255])
  const struck = markBoxes(paper(48, 24), [{ left: 12, top: 2, right: 20, bottom: 12 }], { isStruck: true })
  expect([...struck.rgb.subarray((7 * 48 + 14) * 3, (7 * 48 + 14) * 3 + 3)], 'a line through it').toEqual([
    176, 0, 32,
  ])
})

test('a mark ends where the picture does', () => {
  const marked = markBoxes(paper(12, 12), [{ left: -5, top: -5, right: 90, bottom: 90 }])
  expect(marked.rgb.filter((_, at) => at % 3 === 2).every((blue) => blue === 51)).toBe(true)
})
