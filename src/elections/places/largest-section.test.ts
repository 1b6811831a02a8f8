import { expect, test } from 'vitest'
import { anElection } from '../testing.ts'
import { largestSection } from './largest-section.ts'

const leave = { sizeLeave: 'beslissing van de gouverneur van 2 mei 2029' }

test.each([
  ['kwb-2029', 'PAPER', 800, 840],
  ['kwb-2029', 'DIGITAL', 2000, 2000],
  ['lpkd-2030', 'PAPER', undefined, undefined],
] as const)('%s, %s: %s voters, with leave %s', (rulesetId, votingMode, usual, byLeave) => {
  const election = anElection({ rulesetId, votingMode })
  expect(largestSection(election, {})).toBe(usual)
  expect(largestSection(election, leave)).toBe(byLeave)
})
