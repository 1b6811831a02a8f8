import { expect, test } from 'vitest'
import type { LetterId } from '../../platform/ids.ts'
import { pickBefore } from './letter-before.ts'
import type { SampledLetter } from './sample-overview.ts'

function sampled(listNumber: number, other: Partial<SampledLetter> = {}): SampledLetter {
  const kind = { section: 1, category: 'BELGIAN', language: 'nl' } as const
  const letterId = `letter-${listNumber}` as LetterId
  return { letterId, listNumber, why: ['drawn'], pdfSha256: '', ...kind, ...other }
}

test('a letter is held against that of the same voter first', () => {
  expect(pickBefore([sampled(1), sampled(2)], sampled(2))).toEqual({
    letterId: 'letter-2',
    isSameVoter: true,
  })
})

test('and otherwise against one of the same section, category and language', () => {
  const before = [sampled(1, { section: 2 }), sampled(2, { language: 'fr' }), sampled(3)]
  expect(pickBefore(before, sampled(9))).toEqual({ letterId: 'letter-3', isSameVoter: false })
  expect(pickBefore(before, sampled(2)), 'in another language it is another letter').toEqual({
    letterId: 'letter-3',
    isSameVoter: false,
  })
  expect(pickBefore(before, sampled(9, { category: 'EU' }))).toBeUndefined()
  expect(pickBefore([], sampled(1))).toBeUndefined()
})
