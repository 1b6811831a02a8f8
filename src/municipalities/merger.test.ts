import { describe, expect, test } from 'vitest'
import { isCodeOn, knownMergers, mergerOf } from './merger.ts'

test('thirteen mergers made 285 of 300 municipalities', () => {
  const before = knownMergers.flatMap(({ from }) => Object.keys(from))
  expect(knownMergers).toHaveLength(13)
  expect(new Set(before).size).toBe(before.length)
  expect(300 - before.length + knownMergers.length).toBe(285)
  expect(new Set(knownMergers.map(({ into }) => into.nisCode)).size).toBe(13)
})

describe('a code and the days on which it holds', () => {
  test.each([
    ['73006', '2024-10-13', true],
    ['73006', '2024-12-31', true],
    ['73006', '2025-01-01', false],
    ['73110', '2024-10-13', false],
    ['73110', '2029-06-10', true],
    ['11002', '2024-10-13', true],
    ['11002', '2030-10-13', true],
    ['11007', '2024-10-13', true],
    ['11007', '2030-10-13', false],
    ['99001', '2030-10-13', true],
  ])('%s on %s: %s', (code, day, holds) => expect(isCodeOn(code, day)).toBe(holds))

  test('the merger says from which municipalities the new one came', () => {
    expect(mergerOf('23024')).toEqual({
      on: '2025-01-01',
      into: { nisCode: '23106', name: 'Pajottegem' },
      from: { 23023: 'Galmaarden', 23024: 'Gooik', 23032: 'Herne' },
    })
    expect(mergerOf('99001')).toBeUndefined()
  })
})
