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

test('a rule that does not come out even is a fault of the rules, said aloud', () => {
  expect(() => countingGroups(bureaus(6), { size: 5, fewest: 3 })).toThrow('do not make groups of 5')
})
