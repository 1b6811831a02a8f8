import { expect, test } from 'vitest'
import { countingGroups } from './counting-groups.ts'

const rule = { size: 3, fewest: 3 }
const bureaus = (many: number) => Array.from({ length: many }, (_, at) => at + 1)

test.each([
  { many: 3, sizes: [3] },
  { many: 4, sizes: [2, 2] },
  { many: 5, sizes: [3, 2] },
  { many: 6, sizes: [3, 3] },
  { many: 7, sizes: [3, 2, 2] },
  { many: 8, sizes: [3, 3, 2] },
])('LPKD 42: $many polling bureaus are counted in groups of $sizes', ({ many, sizes }) => {
  expect(countingGroups(bureaus(many), rule).map((group) => group.length)).toEqual(sizes)
})

test.each([0, 1, 2])('with %d polling bureaus the main bureau counts', (many) => {
  expect(countingGroups(bureaus(many), rule)).toEqual([])
})

test('each polling bureau is counted once, in its order, and none alone', () => {
  for (let many = 3; many <= 500; many++) {
    const groups = countingGroups(bureaus(many), rule)
    expect(groups.flat()).toEqual(bureaus(many))
    expect(groups.every(({ length }) => length === 2 || length === 3)).toBe(true)
  }
})

test.each([
  { many: 1, sizes: [1] },
  { many: 2, sizes: [2] },
  { many: 4, sizes: [2, 2] },
  { many: 10, sizes: [3, 3, 2, 2] },
])('where the main bureau never counts $many polling bureaus make groups of $sizes', ({ many, sizes }) => {
  expect(countingGroups(bureaus(many), { size: 3, fewest: 1 }).map((group) => group.length)).toEqual(sizes)
})

test('groups are never larger than the rule says, and differ by one at most', () => {
  for (let many = 1; many <= 200; many++) {
    const sizes = countingGroups(bureaus(many), { size: 5, fewest: 1 }).map(({ length }) => length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  }
})
