import { describe, expect, test } from 'vitest'
import {
  assembliesFor,
  channelPolicy,
  duplicateUntil,
  type Election,
  letterTitle,
  openingHours,
  votingCategories,
} from './election.ts'
import type { VoterCategory } from './ruleset.ts'
import { anElection } from './testing.ts'
import { unverifiedValues } from './unverified-values.ts'

const federal = anElection()
const local = anElection({ rulesetId: 'lpkd-2030' })
const codes = (election: Election, category: VoterCategory) =>
  assembliesFor(election, category).map(({ code }) => code)

test('the ruleset gives the letter its name', () => {
  expect(letterTitle(federal.ruleset)).toEqual({ legalName: 'oproepingsbrief', attendanceDuty: true })
  expect(letterTitle(local.ruleset)).toEqual({ legalName: 'uitnodigingsbrief', attendanceDuty: false })
})

test('an election decides otherwise from when on a voters list makes one look twice', () => {
  const { listChecks } = federal.ruleset
  const stricter = { ...listChecks, value: { ...listChecks.value, votersInAHome: 8 }, source: 'college' }
  const decided = anElection({ settings: { decisions: { listChecks: stricter } } })
  expect(decided.ruleset.listChecks).toEqual(stricter)
  expect(local.ruleset.listChecks.value).toEqual(listChecks.value)
})

describe('who votes for what', () => {
  test.each([
    ['BELGIAN', ['EP', 'KAMER', 'VLP'], ['GEMEENTERAAD', 'PROVINCIERAAD']],
    ['BELGIAN_16_17', ['EP'], []],
    ['EU', ['EP'], ['GEMEENTERAAD']],
    ['EU_16_17', ['EP'], []],
    ['NON_EU', [], ['GEMEENTERAAD']],
    ['BELGIAN_ABROAD', ['EP', 'KAMER'], []],
  ] as const)('%s', (category, inFederal, inLocal) => {
    expect(codes(federal, category)).toEqual(inFederal)
    expect(codes(local, category)).toEqual(inLocal)
  })

  test('districts and direct elections only where the election names them', () => {
    const settings = { namedAssemblies: ['DISTRICTSRAAD'] as const }
    const city = anElection({ rulesetId: 'lpkd-2030', settings })
    expect(codes(city, 'BELGIAN')).toEqual(['GEMEENTERAAD', 'DISTRICTSRAAD', 'PROVINCIERAAD'])
    expect(codes(city, 'NON_EU')).toEqual(['GEMEENTERAAD', 'DISTRICTSRAAD'])
  })

  test('an uncontested council is voted for by nobody, and leaves foreign voters without a ballot', () => {
    const quiet = anElection({ rulesetId: 'lpkd-2030', settings: { uncontested: ['GEMEENTERAAD'] } })
    expect(codes(quiet, 'BELGIAN')).toEqual(['PROVINCIERAAD'])
    expect(codes(quiet, 'EU')).toEqual([])
    expect(votingCategories(quiet)).toEqual(['BELGIAN'])
    expect(votingCategories(local)).toEqual(['BELGIAN', 'EU', 'NON_EU'])
  })
})

describe('hours and duplicates', () => {
  test.each([
    ['lpkd-2030', 'PAPER', '13:00', '12:00', 'LPKD 134'],
    ['lpkd-2030', 'DIGITAL', '15:00', '12:00', 'DKD 15'],
    ['kwb-2029', 'PAPER', '13:00', '13:00', 'KWB 142'],
  ] as const)('%s, %s', (rulesetId, votingMode, close, until, source) => {
    const election = anElection({ rulesetId, votingMode })
    expect(openingHours(election)).toMatchObject({ open: '08:00', close, source })
    expect(duplicateUntil(election)).toMatchObject({ date: election.pollingDay, time: until })
  })

  test('decided hours take the place of the default, for the way the municipality votes', () => {
    const hours = { value: { open: '08:00', close: '16:00' }, source: 'decree', mark: 'S' } as const
    const election = anElection({ votingMode: 'DIGITAL', settings: { decisions: { hours } } })
    expect(openingHours(election)).toEqual({ open: '08:00', close: '16:00', source: 'decree', mark: 'S' })
    expect(duplicateUntil(election).time).toBe('16:00')
    expect(unverifiedValues(election.ruleset).map(({ path }) => path)).not.toContain('hours.DIGITAL')
    expect(unverifiedValues(election.ruleset).map(({ path }) => path)).toContain('hours.PAPER')
  })
})

test('a decision changes what it names and nothing else', () => {
  const decisions = {
    channelPolicy: { value: 'paper-for-the-rest', source: 'a law to come', mark: 'L' },
    attendance: { BELGIAN_16_17: { value: 'free', source: 'a judgment to come', mark: 'L' } },
    statutoryTexts: {
      'kwb-130': { value: 'De officiële tekst.', source: 'Staatsblad', mark: 'L', checkedBy: 'a lawyer' },
    },
  } as const
  const decided = anElection({ settings: { decisions } })
  expect(channelPolicy(federal)).toBe('paper-for-all')
  expect(channelPolicy(decided)).toBe('paper-for-the-rest')
  expect(decided.ruleset.electorate.BELGIAN_16_17).toEqual({
    ...federal.ruleset.electorate.BELGIAN_16_17,
    attendance: decisions.attendance.BELGIAN_16_17,
  })
  const [changed, ...others] = [...decided.ruleset.statutoryTexts].sort((text) =>
    text.key === 'kwb-130' ? -1 : 1,
  )
  expect(changed).toMatchObject({ key: 'kwb-130', text: 'De officiële tekst.', mark: 'L' })
  expect(others).toHaveLength(2)
  for (const text of others) expect(federal.ruleset.statutoryTexts).toContainEqual(text)
  expect(unverifiedValues(decided.ruleset).map(({ path }) => path)).not.toContain('statutoryTexts.kwb-130')
})
