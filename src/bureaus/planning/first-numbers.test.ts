import { expect, test } from 'vitest'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { firstNumbers } from './first-numbers.ts'
import { keptFirstNumbers } from './kept-numbers.ts'

const canton = [
  { name: 'Zonnedorp', isHead: false, pollingBureaus: 9, countingBureaus: 3 },
  { name: 'Maanstad', isHead: true, pollingBureaus: 16, countingBureaus: 6 },
  { name: 'Avondrode', isHead: false, pollingBureaus: 5, countingBureaus: 2 },
]

test('federal: the head municipality first, then by alphabet, counting on', () => {
  const numbers = firstNumbers(loadBureauRules({ regime: 'KWB' }), canton)
  expect([...numbers]).toEqual([
    ['Maanstad', { firstNumber: 1, firstCounting: 1 }],
    ['Avondrode', { firstNumber: 17, firstCounting: 7 }],
    ['Zonnedorp', { firstNumber: 22, firstCounting: 9 }],
  ])
})

test('local: each municipality from one', () => {
  const numbers = firstNumbers(loadBureauRules({ regime: 'LPKD' }), canton)
  expect([...numbers.values()]).toEqual(Array(3).fill({ firstNumber: 1, firstCounting: 1 }))
})

test('the numbers that are kept say where a later plan begins', () => {
  const of = (kind: 'POLLING' | 'COUNTING' | 'MAIN', number: string) => ({ kind, number })
  const kept = [of('POLLING', '18'), of('POLLING', '17'), of('COUNTING', 'A8'), of('COUNTING', 'B7')]
  expect(keptFirstNumbers([...kept, of('MAIN', 'HK')])).toEqual({ firstNumber: 17, firstCounting: 7 })
  expect(keptFirstNumbers([])).toEqual({ firstNumber: 1, firstCounting: 1 })
})
