import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createAdaptiveRate } from './adaptive-rate.ts'

/** Sends at the rate for so many seconds from `start`; answers when it ended. */
function sendFor(rate: ReturnType<typeof createAdaptiveRate>, start: number, seconds: number): number {
  let now = start
  while (now < start + seconds * 1000) {
    rate.left(now)
    rate.taken()
    now += 1000 / rate.perSecond
  }
  return now
}

test('half of what really left, not half of a limit that was never reached', () => {
  const rate = createAdaptiveRate(() => 100_000)
  for (let n = 0; n < 200; n++) rate.left(5000 + n * 4)
  for (let n = 0; n < 10; n++) rate.tooFast(5800)
  expect(rate.perSecond).toBe(100)
})

test('all the answers to one burst count once; the next burst counts again', () => {
  const rate = createAdaptiveRate(() => 80)
  for (let n = 0; n < 10; n++) rate.tooFast(5000 + n)
  expect(rate.perSecond).toBe(40)
  rate.tooFast(6100)
  expect(rate.perSecond).toBe(20)
})

test.each([2, 200])('a 429 now and then changes nothing, at %i a second', (limit) => {
  const rate = createAdaptiveRate(() => limit)
  const aHundred = 100_000 / limit // milliseconds that a hundred take
  for (let now = 0; now < 60 * aHundred; now = sendFor(rate, now, aHundred / 1000)) rate.tooFast(now)
  expect(rate.perSecond).toBe(limit)
})

test('it comes back in half a minute, and never above the limit', () => {
  const rate = createAdaptiveRate(() => 100)
  for (let n = 0; n < 5; n++) rate.tooFast(5000)
  expect(rate.perSecond).toBe(50)
  const later = sendFor(rate, 5000, 15)
  expect(rate.perSecond).toBeGreaterThan(70)
  expect(rate.perSecond).toBeLessThan(80)
  sendFor(rate, later, 60)
  expect(rate.perSecond).toBe(100)
})

test('whatever comes in whatever order, the rate stays between the slowest and the limit', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('left', 'tooFast', 'taken'), fc.nat(3000)))
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), steps, (limit, events) => {
      const rate = createAdaptiveRate(() => limit)
      let now = 1000
      for (const [what, wait] of events) {
        now += wait
        if (what === 'taken') rate.taken()
        else if (what === 'left') rate.left(now)
        else rate.tooFast(now)
        expect(rate.perSecond).toBeGreaterThanOrEqual(1)
        expect(rate.perSecond).toBeLessThanOrEqual(limit)
      }
    }),
  )
})

test('a side that takes eighty a second is found, and kept near, without being told', () => {
  const rate = createAdaptiveRate(() => 1000)
  let now = 0
  let taken = 0
  let inSecond = 0
  let second = 0
  while (now < 120_000) {
    if (Math.floor(now / 1000) !== second) {
      second = Math.floor(now / 1000)
      inSecond = 0
    }
    rate.left(now)
    if (++inSecond > 80) rate.tooFast(now)
    else {
      rate.taken()
      taken++
    }
    now += 1000 / rate.perSecond
  }
  expect(taken / 120).toBeGreaterThan(50)
  expect(rate.perSecond).toBeLessThan(100)
})
