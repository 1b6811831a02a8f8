import { describe, expect, test } from 'vitest'
import { languageRegimes } from '../municipalities/index.ts'
import { electionSchema } from './election-file.ts'
import { letterLanguage } from './letter-language.ts'
import { anElection } from './testing.ts'

const federal = anElection()
const local = anElection({ rulesetId: 'lpkd-2030' })
const perDocument = { value: 'per document', source: 'circular', mark: 'S' } as const
const french = { value: ['nl', 'fr'], source: 'advice of the administration', mark: 'S' } as const

test.each(languageRegimes)('without a request the letter is Dutch: %s', (regime) => {
  for (const election of [federal, local])
    for (const request of [undefined, { language: 'nl' }])
      expect(letterLanguage(election, regime, request)).toEqual({ language: 'nl', because: 'not-asked' })
})

test.each([
  ['rand', 'fr', 'asked'],
  ['taalgrens', 'fr', 'asked'],
  ['nl', 'nl', 'not-offered'],
] as const)('French on request, by the regime of the municipality: %s', (regime, language, because) => {
  expect(letterLanguage(federal, regime, { language: 'fr' })).toEqual({ language, because })
  expect(letterLanguage(local, regime, { language: 'fr' }), 'the decree wants Dutch only').toEqual({
    language: 'nl',
    because: 'not-offered',
  })
})

test('German or English is no language of a letter', () => {
  for (const language of ['de', 'en', ''])
    expect(letterLanguage(federal, 'rand', { language }).because).toBe('not-offered')
})

describe('a request holds four years, counted to the last day for sending (26 May 2029)', () => {
  test.each([
    ['2025-05-25', 'lapsed'],
    ['2025-05-26', 'asked'],
    ['2029-05-26', 'asked'],
    ['2029-05-27', 'too-late'],
  ])('made on %s: %s', (on, because) => {
    expect(letterLanguage(federal, 'rand', { language: 'fr', on }).because).toBe(because)
  })

  test('over a leap day: letters of 28 February', () => {
    const early = anElection({ pollingDay: '2027-03-14' })
    for (const [on, because] of [
      ['2023-02-26', 'lapsed'],
      ['2023-02-27', 'asked'],
    ] as const)
      expect(letterLanguage(early, 'rand', { language: 'fr', on }).because).toBe(because)
  })
})

test('a request per document holds from the day the list was fixed (1 April 2029)', () => {
  const strict = anElection({ settings: { decisions: { languageRequest: perDocument } } })
  const because = (on?: string) => letterLanguage(strict, 'rand', { language: 'fr', on }).because
  expect(['2029-03-31', '2029-04-01', undefined].map(because)).toEqual(['lapsed', 'asked', 'asked'])
})

test('an election decides the languages of one regime; the others stay as the law has them', () => {
  const decided = anElection({
    rulesetId: 'lpkd-2030',
    settings: { decisions: { languages: { rand: french } } },
  })
  const ask = { language: 'fr' }
  expect(letterLanguage(decided, 'rand', ask).language).toBe('fr')
  expect(letterLanguage(decided, 'taalgrens', ask).language).toBe('nl')
})

test('a decision on languages without a source, or of an unknown language, is refused', () => {
  const base = { code: 'x1', name: 'x', rulesetId: 'kwb-2029', pollingDay: '2029-06-10', votingMode: 'PAPER' }
  const accepts = (decisions: object) => electionSchema.safeParse({ ...base, decisions }).success
  expect(accepts({ languages: { rand: french }, languageRequest: perDocument })).toBe(true)
  expect(accepts({ languages: { rand: { ...french, value: ['de'] } } })).toBe(false)
  expect(accepts({ languages: { rand: { value: ['fr'] } } })).toBe(false)
  expect(accepts({ languageRequest: { ...perDocument, value: 'for ever' } })).toBe(false)
})
