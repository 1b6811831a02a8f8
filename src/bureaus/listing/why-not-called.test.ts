import { expect, test } from 'vitest'
import type { VoterCategory } from '../../elections/index.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type CallFacts, whyNotCalled } from './why-not-called.ts'

const local = loadBureauRules({ regime: 'LPKD' })
const federal = loadBureauRules({ regime: 'KWB' })
const day = '2030-10-13'
const voter = (category: VoterCategory, state: 'enrolled' | 'struck' = 'enrolled') => ({ category, state })

test.each<[string, CallFacts, string[], string[]]>([
  ['a Belgian voter', { isCandidate: false, voter: voter('BELGIAN') }, [], []],
  ['a candidate', { isCandidate: true, voter: voter('BELGIAN') }, ['candidate'], ['candidate']],
  ['a voter of another nationality', { isCandidate: false, voter: voter('EU') }, [], ['nationality']],
  ['somebody who is 16', { isCandidate: false, voter: voter('BELGIAN_16_17') }, ['age'], ['age']],
  ['who turns 18 that day', { isCandidate: false, birthDate: '2012-10-13', voter: voter('BELGIAN') }, [], []],
  [
    'who turns 18 the day after',
    { isCandidate: false, birthDate: '2012-10-14', voter: voter('BELGIAN') },
    ['age'],
    ['age'],
  ],
  [
    'who was struck and is a candidate',
    { isCandidate: true, voter: voter('BELGIAN', 'struck') },
    ['candidate', 'struck'],
    ['candidate', 'struck'],
  ],
])('%s', (_, facts, locally, federally) => {
  expect(whyNotCalled(local, 'B', day, facts)).toEqual(locally)
  expect(whyNotCalled(federal, 'B', day, facts)).toEqual(federally)
})

test('whether one has to vote here is what the rules of the seats say', () => {
  const unknown = { isCandidate: false }
  expect(whyNotCalled(local, 'A', day, unknown)).toEqual(['no-voter'])
  const free = { ...local, seating: local.seating.map(({ voterOf: _, ...rule }) => rule) }
  expect(whyNotCalled(free, 'A', day, unknown)).toEqual([])
})
