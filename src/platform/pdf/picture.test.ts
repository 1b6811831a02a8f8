import { expect, test } from 'vitest'
import { readPng } from '../../../test/png.ts'
import { markDifferences, type Picture, pngOf } from './picture.ts'

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

test('what is the same is not marked', () => {
  const { marked, share } = markDifferences(paper(48, 24, [[1, 1]]), paper(48, 24, [[1, 1]]))
  expect(share).toBe(0)
  expect(marked.rgb).toEqual(paper(48, 24, [[1, 1]]).rgb)
})

test('what is other is marked where it is, and nowhere else', () => {
  const { marked, share } = markDifferences(paper(48, 24), paper(48, 24, [[13, 1]]))
  const blue = (x: number, y: number) => marked.rgb[(y * 48 + x) * 3 + 2]
  expect(share).toBe(1 / 8)
  expect([blue(12, 0), blue(23, 11)]).toEqual([51, 51])
  expect([blue(11, 0), blue(24, 0), blue(12, 12)]).toEqual([255, 255, 255])
})

test('a page that became larger is marked where there was none', () => {
  expect(markDifferences(paper(12, 12), paper(24, 12)).share).toBe(0.5)
})
