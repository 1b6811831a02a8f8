import { expect, test } from 'vitest'
import { waitAfter } from './outbox.ts'

test('one waits ever longer, and never longer than was said', () => {
  const minutes = [1, 2, 3, 4, 9, 10, 50].map((attempts) => waitAfter(attempts, 6 * 3_600_000) / 60_000)
  expect(minutes).toEqual([1, 2, 4, 8, 256, 360, 360])
  expect(waitAfter(50, 3_600_000)).toBe(3_600_000)
})
