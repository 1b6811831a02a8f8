import { describe, expect, test } from 'vitest'
import { anElection } from './testing.ts'
import { ageOn, hasVotingAge } from './voting-age.ts'

describe('age in whole years', () => {
  test.each([
    ['2011-06-10', '2029-06-10', 18],
    ['2011-06-11', '2029-06-10', 17],
    ['2010-02-28', '2028-02-28', 18],
    ['2010-03-01', '2028-02-29', 17],
    ['1929-06-10', '2029-06-10', 100],
    ['2029-06-10', '2029-06-10', 0],
  ])('born on %s, on %s: %i', (born, day, age) => expect(ageOn(born, day, '1 March')).toBe(age))

  test.each([
    ['2027-02-28', 18, 19],
    ['2027-03-01', 19, 19],
    ['2028-02-28', 19, 19],
    ['2028-02-29', 20, 20],
    ['2100-02-28', 91, 92],
  ])('born on 29 February 2008, on %s', (day, inMarch, inFebruary) => {
    expect(ageOn('2008-02-29', day, '1 March')).toBe(inMarch)
    expect(ageOn('2008-02-29', day, '28 February')).toBe(inFebruary)
  })
})

describe('who has the age on polling day', () => {
  const federal = anElection({ rulesetId: 'kwb-2024' })
  const local = anElection({ rulesetId: 'lpkd-2024' })
  test.each([
    ['2006-06-09', 'BELGIAN', true],
    ['2006-06-10', 'BELGIAN', false],
    ['2006-06-10', 'BELGIAN_16_17', true],
    ['2006-06-09', 'BELGIAN_16_17', false],
    ['2008-06-09', 'BELGIAN_16_17', true],
    ['2008-06-10', 'BELGIAN_16_17', false],
    ['2008-06-09', 'EU_16_17', true],
    ['2008-06-09', 'EU', false],
    ['1900-01-01', 'BELGIAN_ABROAD', true],
    ['1980-01-01', 'NON_EU', false],
  ] as const)('born on %s, %s, 9 June 2024: %s', (born, category, has) => {
    expect(hasVotingAge(federal, category, born)).toBe(has)
  })

  test.each([
    ['2006-10-13', 'NON_EU', true],
    ['2006-10-14', 'NON_EU', false],
    ['2006-10-13', 'EU', true],
    ['2008-10-13', 'BELGIAN_16_17', false],
  ] as const)('born on %s, %s, 13 October 2024: %s', (born, category, has) => {
    expect(hasVotingAge(local, category, born)).toBe(has)
  })

  test('born on 29 February, an election on 28 February: by the rule of its ruleset', () => {
    const early = anElection({ rulesetId: 'kwb-early', pollingDay: '2027-02-28' })
    expect(hasVotingAge(early, 'BELGIAN', '2009-02-28')).toBe(true)
    expect(hasVotingAge(early, 'BELGIAN', '2008-02-29')).toBe(true)
    const born = { ...early, pollingDay: '2026-03-01' }
    expect(hasVotingAge(born, 'BELGIAN', '2008-02-29')).toBe(true)
    expect(hasVotingAge({ ...born, pollingDay: '2026-02-28' }, 'BELGIAN', '2008-02-29')).toBe(false)
  })
})
