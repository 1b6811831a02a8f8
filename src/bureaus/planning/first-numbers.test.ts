import { expect, test } from 'vitest'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { firstNumbers } from './first-numbers.ts'

const canton = [
  { name: 'Zonnedorp', isHead: false, pollingBureaus: 9 },
  { name: 'Maanstad', isHead: true, pollingBureaus: 16 },
  { name: 'Avondrode', isHead: false, pollingBureaus: 5 },
]

test('federal: the head municipality first, then by alphabet, counting on', () => {
  const numbers = firstNumbers(loadBureauRules({ regime: 'KWB' }), canton)
  expect(Object.fromEntries(numbers)).toEqual({ Maanstad: 1, Avondrode: 17, Zonnedorp: 22 })
})

test('local: each municipality from one', () => {
  const numbers = firstNumbers(loadBureauRules({ regime: 'LPKD' }), canton)
  expect([...numbers.values()]).toEqual([1, 1, 1])
})
