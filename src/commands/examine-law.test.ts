import { expect, test } from 'vitest'
import { unsignedValues, unverifiedValues } from '../elections/index.ts'
import { anElection } from '../elections/testing.ts'
import { aMunicipality } from '../municipalities/testing.ts'
import { byRuleset } from './examine-law.ts'
import { lawLines } from './law-lines.ts'

const using = (municipality: string, changes: Parameters<typeof anElection>[0] = {}) => {
  const election = anElection(changes)
  const { id, version } = election.ruleset
  const values = unsignedValues(election, aMunicipality())
  return { municipality, code: 'x', ruleset: id, version, values }
}

test('every unverified value of a ruleset in use is listed once, those on letters first', () => {
  const law = byRuleset([using('first'), using('second'), using('first', { rulesetId: 'lpkd-2030' })])
  expect(law.map(({ ruleset, elections }) => [ruleset, elections])).toEqual([
    ['kwb-2029', ['first x', 'second x']],
    ['lpkd-2030', ['first x']],
  ])
  for (const { ruleset, onLetter, elsewhere } of law) {
    const paths = [...onLetter, ...elsewhere].map(({ path }) => path)
    const all = unverifiedValues(anElection({ rulesetId: ruleset }).ruleset).map(({ path }) => path)
    expect(paths.toSorted(), ruleset).toEqual(all.toSorted())
    expect(onLetter.length, ruleset).toBeGreaterThan(0)
    expect(elsewhere.map(({ path }) => path).join(), ruleset).toMatch(/retention/)
  }
  const lines = lawLines(law)
  expect(lines.filter((line) => line.startsWith('      '))).toHaveLength(
    law.reduce((sum, { onLetter, elsewhere }) => sum + onLetter.length + elsewhere.length, 0),
  )
  expect(lines[0]).toMatch(/^ {2}kwb-2029, version 1 \(first x, second x\): \d+ on letters, \d+ on none$/)
})

test('a value that is on the letters of one election stands under letters, with many users named in short', () => {
  const digital = using('city', { votingMode: 'DIGITAL' })
  const [law] = byRuleset([...'abcd'].map((name) => using(name)).concat(digital))
  expect(law?.onLetter.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['hours.PAPER', 'hours.DIGITAL']),
  )
  expect(lawLines([law!])[0]).toContain('(a x, b x, c x, 2 more)')
})

test('what every election of a ruleset signed off is no longer listed', () => {
  const { values, ...election } = using('first')
  const rest = values.filter(({ path }) => path !== 'hours.PAPER')
  const [law] = byRuleset([{ ...election, values: rest }])
  expect(law?.onLetter.map(({ path }) => path)).not.toContain('hours.PAPER')
})
