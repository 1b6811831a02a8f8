import { expect, test } from 'vitest'
import { namesNeeded } from './names-needed.ts'

/** The smallest n with P(Binomial(n, p) ≥ seats) ≥ 0.95, as tables of the binomial distribution have it. */
test.each([
  [8, 0.9, 11],
  [8, 0.85, 12],
  [8, 0.8, 13],
  [8, 0.7, 16],
  [8, 0.6, 19],
  [8, 0.5, 23],
  [9, 0.85, 13],
  [9, 0.5, 26],
  [10, 0.9, 13],
  [10, 0.85, 14],
  [10, 0.7, 19],
  [10, 0.5, 28],
])('%d seats, accepted by %d: %d names', (seats, acceptance, names) => {
  expect(namesNeeded(seats, acceptance)).toBe(names)
})

test('the same with fractions: exact sums of integers, one name fewer is too few', () => {
  for (const [seats, percent] of [
    [1, 50],
    [5, 85],
    [10, 85],
    [24, 60],
    [40, 70],
  ] as const) {
    const names = namesNeeded(seats, percent / 100)
    expect(atLeast(seats, names, percent)).toBe(true)
    expect(atLeast(seats, names - 1, percent)).toBe(false)
  }
})

test('everybody comes, nobody is wanted, hundreds are', () => {
  expect(namesNeeded(8, 1)).toBe(8)
  expect(namesNeeded(0, 0.5)).toBe(0)
  const many = namesNeeded(400, 0.5)
  expect(many).toBeGreaterThan(800)
  expect(many).toBeLessThan(880)
})

test.each([0, -1, 1.1, Number.NaN])('an acceptance of %d is refused', (acceptance) => {
  expect(() => namesNeeded(8, acceptance)).toThrow(RangeError)
})

/** P(Binomial(names, percent / 100) ≥ seats) ≥ 0.95, in whole numbers. */
function atLeast(seats: number, names: number, percent: number): boolean {
  if (names < seats) return false
  let sum = 0n
  let ways = 1n
  for (let come = 0; come <= names; come++) {
    const term = ways * BigInt(percent) ** BigInt(come) * BigInt(100 - percent) ** BigInt(names - come)
    if (come >= seats) sum += term
    ways = (ways * BigInt(names - come)) / BigInt(come + 1)
  }
  return sum * 100n >= 95n * 100n ** BigInt(names)
}
