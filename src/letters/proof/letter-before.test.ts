import { expect, test } from 'vitest'
import type { LetterId } from '../../platform/ids.ts'
import { oneOfTheKind } from './letter-before.ts'
import type { SampledLetter } from './sample-overview.ts'

function sampled(listNumber: number, other: Partial<SampledLetter> = {}): SampledLetter {
  const kind = { section: 1, category: 'BELGIAN', language: 'nl' } as const
  const letterId = `letter-${listNumber}` as LetterId
  return { letterId, listNumber, why: ['drawn'], pdfSha256: '', ...kind, ...other }
}

test('one of the kind is of the same section, category and language', () => {
  const before = [sampled(1, { section: 2 }), sampled(2, { language: 'fr' }), sampled(3)]
  expect(oneOfTheKind(before, sampled(9))?.listNumber).toBe(3)
  expect(oneOfTheKind(before, sampled(9, { category: 'EU' }))).toBeUndefined()
  expect(oneOfTheKind([], sampled(1))).toBeUndefined()
})
