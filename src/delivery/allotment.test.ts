import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAllotment } from './allotment.ts'

test('ten seconds hold ten times what leaves in one; then nothing leaves until the next ten', () => {
  const allotment = createAllotment(() => 5)
  for (let n = 0; n < 50; n++) expect(allotment.take(1000 + n)).toBe(true)
  expect(allotment.left(2000)).toBe(0)
  expect(allotment.take(2000)).toBe(false)
  expect(allotment.opensAt(2000)).toBe(11_000)
  expect(allotment.left(11_000)).toBe(50)
})

test('less than one in ten seconds is one in a longer time', () => {
  const allotment = createAllotment(() => 0.05)
  expect(allotment.take(0)).toBe(true)
  expect(allotment.opensAt(1)).toBe(20_000)
  expect(allotment.take(19_999)).toBe(false)
  expect(allotment.take(20_000)).toBe(true)
})

test('what falls to this process becomes less in the middle: so does what is left', () => {
  let rate = 10
  const allotment = createAllotment(() => rate)
  for (let n = 0; n < 40; n++) allotment.take(0)
  rate = 5
  expect(allotment.left(0)).toBe(10)
  rate = 2
  expect(allotment.left(0)).toBe(0)
  rate = 0
  expect(allotment.opensAt(0)).toBeGreaterThan(0)
})

test('whoever tries whenever, over a long time no more leave than the rate says', () => {
  const waits = fc.array(fc.nat(4000), { minLength: 50, maxLength: 300 })
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), waits, (rate, steps) => {
      const allotment = createAllotment(() => rate)
      let [now, left] = [0, 0]
      for (const wait of steps) {
        now += wait
        for (let tries = 0; tries < 20; tries++) if (allotment.take(now)) left++
      }
      expect(left).toBeLessThanOrEqual(rate * (now / 1000 + Math.max(10, 1 / rate)) + 1e-6)
    }),
  )
})
