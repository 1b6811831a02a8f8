import { describe, expect, test } from 'vitest'
import type { Election } from './election.ts'
import { electorateTable } from './electorate.ts'
import type { Assembly, VoterCategory } from './ruleset.ts'
import { anElection } from './testing.ts'

/** `V` votes, `-` does not, `u`: would, but it is elected without a vote. Written by hand from the law. */
type Truth = Readonly<Record<VoterCategory, string>>

function expectTruth(election: Election, assemblies: readonly Assembly[], truth: Truth): void {
  const signs = { yes: 'V', no: '-', uncontested: 'u' } as const
  const found = electorateTable(election).map(({ category, votes }) => [
    category,
    assemblies.map((code) => signs[votes[code] ?? 'no']).join(''),
  ])
  expect(Object.fromEntries(found)).toEqual(truth)
  for (const { votes } of electorateTable(election)) expect(Object.keys(votes)).toEqual(assemblies)
}

describe.each(['kwb-2024', 'kwb-2029'])('%s', (rulesetId) => {
  test('9 June: Europe, Chamber and Flemish Parliament', () => {
    expectTruth(anElection({ rulesetId }), ['EP', 'KAMER', 'VLP'], {
      BELGIAN: 'VVV',
      BELGIAN_16_17: 'V--',
      EU: 'V--',
      EU_16_17: 'V--',
      NON_EU: '---',
      BELGIAN_ABROAD: 'VV-',
    })
  })

  test.each([
    ['KAMER', 'V', '-', '-', '-', '-', 'V'],
    ['VLP', 'V', '-', '-', '-', '-', '-'],
    ['EP', 'V', 'V', 'V', 'V', '-', 'V'],
  ] as const)('%s alone', (code, BELGIAN, BELGIAN_16_17, EU, EU_16_17, NON_EU, BELGIAN_ABROAD) => {
    const election = anElection({ rulesetId, settings: { assemblies: [code] } })
    expectTruth(election, [code], { BELGIAN, BELGIAN_16_17, EU, EU_16_17, NON_EU, BELGIAN_ABROAD })
  })
})

test('an early election is of the Chamber', () => {
  expectTruth(anElection({ rulesetId: 'kwb-early', pollingDay: '2027-04-04' }), ['KAMER'], {
    BELGIAN: 'V',
    BELGIAN_16_17: '-',
    EU: '-',
    EU_16_17: '-',
    NON_EU: '-',
    BELGIAN_ABROAD: 'V',
  })
})

const nobodyYoung = { BELGIAN_16_17: '--', EU_16_17: '--', BELGIAN_ABROAD: '--' }
describe.each(['lpkd-2024', 'lpkd-2030'])('%s', (rulesetId) => {
  test('an ordinary municipality', () => {
    expectTruth(anElection({ rulesetId }), ['GEMEENTERAAD', 'PROVINCIERAAD'], {
      BELGIAN: 'VV',
      EU: 'V-',
      NON_EU: 'V-',
      ...nobodyYoung,
    })
  })

  test('a municipality whose council is elected without a vote', () => {
    const election = anElection({ rulesetId, settings: { uncontested: ['GEMEENTERAAD'] } })
    expectTruth(election, ['GEMEENTERAAD', 'PROVINCIERAAD'], {
      BELGIAN: 'uV',
      EU: 'u-',
      NON_EU: 'u-',
      ...nobodyYoung,
    })
  })

  test('Antwerp, with its districts', () => {
    const election = anElection({ rulesetId, settings: { namedAssemblies: ['DISTRICTSRAAD'] } })
    expectTruth(election, ['GEMEENTERAAD', 'DISTRICTSRAAD', 'PROVINCIERAAD'], {
      BELGIAN: 'VVV',
      EU: 'VV-',
      NON_EU: 'VV-',
      BELGIAN_16_17: '---',
      EU_16_17: '---',
      BELGIAN_ABROAD: '---',
    })
  })

  test('around Brussels and in Voeren, where aldermen and the council for social welfare are elected too', () => {
    const election = anElection({ rulesetId, settings: { namedAssemblies: ['OCMW', 'SCHEPENEN'] } })
    expectTruth(election, ['GEMEENTERAAD', 'SCHEPENEN', 'OCMW', 'PROVINCIERAAD'], {
      BELGIAN: 'VVVV',
      EU: 'V---',
      NON_EU: 'V---',
      BELGIAN_16_17: '----',
      EU_16_17: '----',
      BELGIAN_ABROAD: '----',
    })
  })
})

test('an extraordinary election is of the council alone', () => {
  expectTruth(anElection({ rulesetId: 'lpkd-extraordinary' }), ['GEMEENTERAAD'], {
    BELGIAN: 'V',
    EU: 'V',
    NON_EU: 'V',
    BELGIAN_16_17: '-',
    EU_16_17: '-',
    BELGIAN_ABROAD: '-',
  })
})

test('the duty and the age stand beside it', () => {
  const attendance = (rulesetId: string) =>
    electorateTable(anElection({ rulesetId })).map((row) => row.attendance ?? '-')
  expect(attendance('kwb-2024')).toEqual(['duty', 'duty', 'duty', 'duty', '-', 'unsettled'])
  expect(attendance('kwb-2029')).toEqual(['duty', 'unsettled', 'duty', 'unsettled', '-', 'unsettled'])
  expect(attendance('lpkd-2024')).toEqual(['free', '-', 'free', '-', 'free', '-'])
  expect(electorateTable(anElection())[1]).toMatchObject({ age: { from: 16, to: 17 } })
})
