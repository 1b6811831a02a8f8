import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkElectionFile } from './index.ts'
import { unsignedValues } from './sign-off.ts'
import { anElection } from './testing.ts'

const federal = JSON.parse(readFileSync('dev/demo/election-2029.json', 'utf8'))
const by = { source: 'Belgisch Staatsblad', checkedBy: 'a lawyer', checkedAt: '2029-03-01' }
const village = { languageRegime: 'nl', nisCode: '99001' } as const
const pathsOf = (...given: Parameters<typeof unsignedValues>) =>
  unsignedValues(...given)
    .filter(({ onLetter }) => onLetter)
    .map(({ path }) => path)

test('what stands on a letter holds it back; what stands elsewhere is listed and does not', () => {
  const election = anElection({ votingMode: 'PAPER' })
  const held = pathsOf(election, village)
  for (const { key } of election.ruleset.statutoryTexts) expect(held).toContain(`statutoryTexts.${key}`)
  expect(held).toEqual(
    expect.arrayContaining(['hours.PAPER', 'phoneView', 'electorate.BELGIAN_16_17.attendance']),
  )
  const elsewhere = unsignedValues(election, village).filter(({ onLetter }) => !onLetter)
  expect(elsewhere.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      'expectedPollingDay',
      'hours.DIGITAL',
      'languages.rand',
      'languageRequest',
      'calendar.fed.spending.until',
      'retention.digital-letter',
    ]),
  )
})

test('what holds for voters who get no letter holds none back', () => {
  const chamber = anElection({ settings: { assemblies: ['KAMER'] } })
  expect(pathsOf(anElection(), village)).toEqual(
    expect.arrayContaining(['paperColour.EU', 'electorate.EU_16_17.attendance']),
  )
  expect(pathsOf(chamber, village).filter((path) => /paperColour.EU|EU_16_17.attendance/.test(path))).toEqual(
    [],
  )
  expect(pathsOf(chamber, village)).toContain('paperColour.BELGIAN')
})

test('a day that a statement prints is on the letter; so is the language where there is a choice', () => {
  const { calendar, ...ruleset } = anElection().ruleset
  const unsure = calendar.map((rule) => ({ ...rule, mark: 'NV' as const }))
  const held = pathsOf(
    { ...anElection(), ruleset: { ...ruleset, calendar: unsure } },
    { ...village, languageRegime: 'rand' },
  )
  expect(held.filter((path) => path.startsWith('calendar.'))).toEqual(['calendar.fed.spending.from'])
  expect(held).toEqual(expect.arrayContaining(['languages.rand', 'languageRequest']))
  expect(held).not.toContain('languages.taalgrens')
})

test('signed off in the election’s file, beside the value or with a decision, a value holds nothing back', () => {
  const wording = { value: 'De officiële tekst.', source: 'KWB 130', mark: 'NV' as const }
  const open = anElection({ settings: { decisions: { statutoryTexts: { 'kwb-130': wording } } } })
  expect(pathsOf(open, village)).toContain('statutoryTexts.kwb-130')
  const signed = anElection({
    settings: {
      decisions: { statutoryTexts: { 'kwb-130': { ...wording, ...by } } },
      signedOff: { rulesetVersion: 1, values: { 'statutoryTexts.kwb-143': by } },
    },
  })
  expect(pathsOf(open, village).filter((path) => !pathsOf(signed, village).includes(path))).toEqual([
    'statutoryTexts.kwb-130',
    'statutoryTexts.kwb-143',
  ])
  const withoutDay = { ...wording, checkedBy: 'a lawyer' }
  const half = anElection({ settings: { decisions: { statutoryTexts: { 'kwb-130': withoutDay } } } })
  expect(pathsOf(half, village)).toContain('statutoryTexts.kwb-130')
})

test.each([
  ['signedOff.rulesetVersion', { rulesetVersion: 2, values: {} }],
  ['signedOff.values.statutoryTexts.kwb-1', { rulesetVersion: 1, values: { 'statutoryTexts.kwb-1': by } }],
  ['signedOff.values.hours.DIGITAL', { rulesetVersion: 1, values: { 'hours.DIGITAL': by } }],
  [
    'signedOff.values.languages.nl.checkedBy',
    { rulesetVersion: 1, values: { 'languages.nl': { ...by, checkedBy: '' } } },
  ],
])('a sign-off of what nobody can have seen is a fault: %s', (path, signedOff) => {
  const checked = checkElectionFile({ ...federal, signedOff })
  expect(checked.ok ? [] : checked.faults.map((fault) => fault.path)).toEqual([path])
})
