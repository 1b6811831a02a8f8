import { describe, expect, test } from 'vitest'
import { aMunicipality } from '../municipalities/testing.ts'
import { electionName, letterTitle } from './election.ts'
import { missingFrench } from './french-texts.ts'
import { listRulesets, loadRuleset } from './load-ruleset.ts'
import { unsignedValues } from './sign-off.ts'
import { statements, statutoryTexts } from './statements.ts'
import { anElection } from './testing.ts'
import { unverifiedValues } from './unverified-values.ts'

const withFrench = listRulesets().filter((id) => loadRuleset(id)?.french)
const french = {
  name: 'Val-du-Soleil',
  department: 'Service Population',
  duplicateDesk: { place: 'Maison communale', hours: ['Chaque jour ouvrable de 9 h à 12 h'] },
  signedBy: ['Pour le collège des bourgmestre et échevins'],
}
const settings = aMunicipality(1, { languageRegime: 'rand', french })
const slotsIn = (text: string) => (text.match(/\{[^}]+\}/g) ?? []).sort()

test('the elections of both laws have their French', () => {
  expect(withFrench).toEqual(listRulesets())
})

describe.each(withFrench)('the French of %s', (id) => {
  const ruleset = loadRuleset(id)!
  test('has every text of the Dutch', () => expect(missingFrench(ruleset)).toEqual([]))

  test('has no text that the Dutch has not, and fills in the same facts', () => {
    const dutch = new Map(ruleset.statements.map((one) => [one.key, one]))
    for (const { key, title, text } of ruleset.french!.statements) {
      expect(slotsIn(text), key).toEqual(slotsIn(dutch.get(key)!.text))
      expect(Boolean(title), key).toBe(Boolean(dutch.get(key)!.title))
    }
    const keys = ruleset.statutoryTexts.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(ruleset.french!.statutoryTexts.map(({ key }) => key)))
  })

  test('holds letters back until it is signed off, and only where letters may be French', () => {
    const election = anElection({ rulesetId: id })
    const open = unverifiedValues(ruleset).filter(({ path }) =>
      path.startsWith('french.statements.st.assist'),
    )
    expect(open).toHaveLength(1)
    const offered = { value: ['nl', 'fr'], source: 'decided', mark: 'L' } as const
    const onLetter = (regime: 'nl' | 'rand', decided = election) =>
      unsignedValues(decided, { languageRegime: regime, nisCode: '99001' })
        .filter((value) => value.onLetter && value.path.startsWith('french.'))
        .map(({ path }) => path)
    expect(onLetter('nl')).toEqual([])
    const may = anElection({ rulesetId: id, settings: { decisions: { languages: { rand: offered } } } })
    expect(onLetter('rand', may)).toContain('french.statements.st.assist')
    expect(onLetter('rand', may)).not.toContain('french.statements.st.queue')
  })
})

test('a French letter has French words, hours, days and the French desk', () => {
  const election = anElection({ settings: { french: { name: 'Élections fédérales' } } })
  expect(letterTitle(election.ruleset, 'fr').legalName).toBe('lettre de convocation')
  expect(electionName(election, 'fr')).toBe('Élections fédérales')
  const said = statements(election, settings, { where: 'letter', category: 'BELGIAN', language: 'fr' })
  const text = said.map((one) => one.text).join(' ')
  expect(text).toContain('jusqu’à 13 h le dimanche 10 juin 2029')
  expect(text).toContain('à partir du vendredi 24 août 2029')
  const phone = statements(election, settings, { where: 'phone', category: 'BELGIAN', language: 'fr' })
  expect(phone.find(({ key }) => key === 'st.duplicateDesk')?.text).toContain(
    'Maison communale, Marktplein 1',
  )
  expect(statutoryTexts(election.ruleset, 'fr')[1]).toMatchObject({
    key: 'kwb-130',
    source: 'Code électoral, article 130, alinéa 1er, 3°',
    text: expect.stringContaining('frais de déplacement'),
  })
})

test('an election has its own French wording with source, as it has its Dutch', () => {
  const decided = { value: 'Le vote est un devoir.', source: 'circular', mark: 'L' } as const
  const election = anElection({ settings: { decisions: { french: { statements: { 'st.duty': decided } } } } })
  const [first] = statements(election, settings, { where: 'opening', category: 'BELGIAN', language: 'fr' })
  expect(first).toEqual({ key: 'st.duty', text: 'Le vote est un devoir.' })
})

test('what has no French fails, where a letter would have kept silent', () => {
  const ruleset = { ...loadRuleset('kwb-2029')!, french: undefined }
  expect(missingFrench(ruleset)).toEqual(['french'])
  expect(() => statutoryTexts(ruleset, 'fr')).toThrow(/no French/)
  const without = loadRuleset('kwb-2029')!
  const texts = { ...without.french!, statutoryTexts: without.french!.statutoryTexts.slice(1) }
  expect(missingFrench({ ...without, french: texts })).toEqual(['statutoryTexts.kwb-94ter'])
  expect(() => statutoryTexts({ ...without, french: texts }, 'fr')).toThrow(/kwb-94ter/)
  expect(() => electionName(anElection(), 'fr')).toThrow(/French name/)
})
