import { describe, expect, test } from 'vitest'
import { aMunicipality } from '../municipalities/testing.ts'
import { listRulesets } from './load-ruleset.ts'
import { hourText, type Situation, statements, statutoryTexts } from './statements.ts'
import { anElection } from './testing.ts'

const settings = aMunicipality()
const federal = anElection()
const local = anElection({ rulesetId: 'lpkd-2030' })
const onLetter: Situation = { where: 'letter', category: 'BELGIAN' }

function keysOf(election = federal, situation = onLetter): string[] {
  return statements(election, settings, situation).map(({ key }) => key)
}

test('a federal letter opens with the duty to vote and says it once, a local one never', () => {
  const opening: Situation = { ...onLetter, where: 'opening' }
  expect(keysOf(federal, opening)).toEqual(['st.duty'])
  expect(keysOf(local, opening)).toEqual([])
  for (const election of [federal, local])
    expect(keysOf(election).filter((key) => key === 'st.duty' || key === 'st.free')).toEqual([])
})

test('where the law is unsettled the letter says neither', () => {
  const young: Situation = { where: 'opening', category: 'BELGIAN_16_17' }
  expect(keysOf(federal, young)).toEqual([])
  const duty = { value: 'duty', source: 'a law to come', mark: 'L' } as const
  const settled = anElection({ settings: { decisions: { attendance: { BELGIAN_16_17: duty } } } })
  expect(keysOf(settled, young)).toContain('st.duty')
})

test('the phone is named as good only once that was decided', () => {
  const onPhone: Situation = { where: 'phone', category: 'BELGIAN' }
  expect(keysOf(federal, onPhone)).not.toContain('st.phoneOk')
  const phoneView = {
    value: { acceptedAtBureau: true, acceptedForProxy: false },
    source: 'circular',
    mark: 'S',
  } as const
  const accepted = anElection({ settings: { decisions: { phoneView } } })
  expect(keysOf(accepted, onPhone)).toContain('st.phoneOk')
  expect(keysOf(accepted, onLetter)).not.toContain('st.phoneOk')
})

test('the letter comes beside paper while paper goes to everyone', () => {
  expect(keysOf()).toContain('st.complement')
  const channelPolicy = { value: 'paper-for-the-rest', source: 'a law to come', mark: 'L' } as const
  expect(keysOf(anElection({ settings: { decisions: { channelPolicy } } }))).not.toContain('st.complement')
})

test.each([
  ['st.travel', federal, { moved: true }],
  ['st.advisoryHour', local, { advisoryHour: true }],
  ['st.duplicaat', local, { reprint: true }],
] as const)('%s appears only when it holds', (key, election, change) => {
  expect(keysOf(election)).not.toContain(key)
  expect(keysOf(election, { ...onLetter, ...change })).toContain(key)
})

test('who gets travel costs back stands on every local letter', () => {
  expect(keysOf(local)).toContain('st.travel')
})

test('whoever checks an old letter reads that it is replaced or no longer valid', () => {
  const at: Situation = { where: 'verification', category: 'BELGIAN' }
  expect(statements(local, settings, at)).toEqual([])
  expect(statements(local, settings, { ...at, supersededOn: '2030-10-01' })).toEqual([
    { key: 'st.superseded', text: 'Deze brief is vervangen op dinsdag 1 oktober 2030.' },
  ])
  expect(keysOf(local, { ...at, withdrawn: true })).toEqual(['st.withdrawn'])
})

test('place, hours and last hour of the duplicate desk are filled in', () => {
  const onPhone = statements(local, settings, { ...onLetter, where: 'phone' })
  const { text } = onPhone.find(({ key }) => key === 'st.duplicateDesk')!
  expect(text).toBe(
    'Haal een duplicaat: Gemeentehuis, Marktplein 1, 9999 Zonnedorp. Elke werkdag van 9 tot 12 uur. ' +
      'Dat kan tot 12 uur op zondag 13 oktober 2030.',
  )
  const keep = statements(federal, settings, onLetter).find(({ key }) => key === 'st.keep')!
  expect(keep.text).toContain('vrijdag 24 augustus 2029')
})

describe.each(listRulesets())('%s', (rulesetId) => {
  test('leaves no slot open, in any situation', () => {
    const election = anElection({ rulesetId })
    const everything = {
      moved: true,
      correction: true,
      advisoryHour: true,
      reprint: true,
      supersededOn: '2030-01-01',
      withdrawn: true,
    }
    for (const where of ['opening', 'letter', 'phone', 'verification'] as const)
      for (const { text } of statements(election, settings, { where, category: 'BELGIAN', ...everything }))
        expect(text).not.toMatch(/[{}]/)
  })

  test('has the statements that every letter carries', () => {
    const always = ['st.noLetter', 'st.proxyPaper', 'st.duplicate', 'st.assist']
    expect(keysOf(anElection({ rulesetId }))).toEqual(expect.arrayContaining(always))
  })
})

test('a slot that does not exist is a bug, not an open brace on a letter', () => {
  const broken = { value: 'Kom naar {paradise}.', source: 'nobody', mark: 'NV' } as const
  const election = anElection({ settings: { decisions: { statements: { 'st.assist': broken } } } })
  expect(() => statements(election, settings, onLetter)).toThrow(/paradise/)
})

test('the federal letter recalls three articles, the local one reproduces four', () => {
  expect(statutoryTexts(federal.ruleset).map(({ key, treatment }) => [key, treatment])).toEqual([
    ['kwb-94ter', 'recall'],
    ['kwb-130', 'recall'],
    ['kwb-143', 'recall'],
  ])
  expect(statutoryTexts(local.ruleset).map(({ article, treatment }) => [article, treatment])).toEqual([
    ['LPKD 56', 'reproduce'],
    ['LPKD 135 § 2', 'reproduce'],
    ['LPKD 138 § 2', 'reproduce'],
    ['LPKD 138 § 3 al. 3', 'reproduce'],
  ])
})

test('the local letter never speaks of a sanction', () => {
  const texts = [...statements(local, settings, onLetter), ...local.ruleset.statutoryTexts].map(
    ({ text }) => text,
  )
  expect(texts.join(' ')).not.toMatch(/verplicht|boete|straf/i)
})

test.each([
  ['13:00', '13 uur'],
  ['08:30', '8.30 uur'],
])('%s reads as %s', (hour, text) => expect(hourText(hour)).toBe(text))
