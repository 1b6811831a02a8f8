import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divide } from './divide.ts'
import type { Circle, Division } from './division.ts'
import { loadSolver } from './load-solver.ts'

/**
 * Circles that cross: of these the linear model asks for halves of people, so that branches have to be searched. Against
 * every division there is.
 */

const people = 6
const places = 3

const circle = fc.record({
  people: fc.uniqueArray(fc.integer({ min: 0, max: people - 1 }), { minLength: 2, maxLength: 3 }),
  penalty: fc.integer({ min: 20, max: 60 }),
  least: fc.boolean(),
})

const drawn = fc.record({
  cost: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: places, maxLength: places }), {
    minLength: people,
    maxLength: people,
  }),
  circles: fc.array(circle, { minLength: 7, maxLength: 14 }),
})

test('the best of every division, and of a search that is cut off how far from it that may be', {
  timeout: 120_000,
}, async () => {
  const highs = await loadSolver.get()
  let halves = 0
  fc.assert(
    fc.property(drawn, ({ cost: costs, circles }) => {
      const division: Division = {
        cost: costs.map((row) => Float64Array.from(row)),
        capacity: [2, 2, 2],
        groups: [],
        circles: circles.map(
          ({ people, penalty, least }): Circle => ({
            people,
            penalty,
            [least ? 'least' : 'most']: [1, 1, 1],
          }),
        ),
        start: [0, 0, 1, 1, 2, 2],
      }
      const divided = divide(highs, division)
      const best = Math.min(...everyDivision().map((way) => costOf(division, way)))
      if (divided.searched) halves++
      expect({ cost: costOf(division, divided.places), gap: divided.gap }).toEqual({
        cost: best,
        gap: 0,
      })
      const cutOff = divide(highs, division, 0)
      const cost = costOf(division, cutOff.places)
      expect(cost).toBeGreaterThanOrEqual(best)
      expect(cost - cutOff.gap).toBeLessThanOrEqual(best + 1e-6)
    }),
    { seed: 20_261_129, numRuns: 60 },
  )
  expect(halves).toBeGreaterThan(5)
})

function everyDivision(): number[][] {
  const ways = Array.from({ length: places ** people }, (_, code) =>
    Array.from({ length: people }, (_, at) => Math.floor(code / places ** at) % places),
  )
  return ways.filter((way) => [0, 1, 2].every((place) => way.filter((one) => one === place).length === 2))
}

function costOf({ cost, circles }: Division, way: readonly (number | undefined)[]): number {
  const own = cost.reduce((sum, row, person) => sum + row[way[person]!]!, 0)
  return circles.reduce((sum, { people, penalty, least }) => {
    const wrong = [0, 1, 2].map((place) => {
      const here = people.filter((person) => way[person] === place).length
      return Math.max(0, least ? 1 - here : here - 1)
    })
    return sum + penalty * wrong.reduce((a, b) => a + b)
  }, own)
}
