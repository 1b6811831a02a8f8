import { expect, test } from 'vitest'
import { benchLetters } from './letters.ts'

test('a letter from the press costs a fraction of one typeset whole', async () => {
  const bench = await benchLetters({ pressed: 200, typeset: 10 })
  expect(bench.pressPerSecond).toBeGreaterThan(bench.typesetterPerSecond * 3)
  expect(bench.letterBytes).toBeLessThan(bench.plateBytes + 15_000)
})
