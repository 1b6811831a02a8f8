import { describe, expect, test } from 'vitest'
import { aMunicipality } from '../municipalities/testing.ts'
import { type Language, languages } from '../platform/language.ts'
import { assembliesFor } from './election.ts'
import { explainedAssembly, explainedStatements, explainedTopics, explainStatements } from './explain.ts'
import { explanationOf } from './load-explanation.ts'
import { listRulesets, loadRuleset } from './load-ruleset.ts'
import { voterCategories } from './ruleset.ts'
import { statements } from './statements.ts'
import { anElection } from './testing.ts'

const settings = aMunicipality(1)
const slotsIn = (text: string) => (text.match(/\{[^}]+\}/g) ?? []).sort()
const foreign = languages.filter((language) => language !== 'nl')
const joined = (parts: readonly { text: string }[]) => parts.map(({ text }) => text).join('')

describe.each(listRulesets())('the explanation of %s', (id) => {
  const ruleset = loadRuleset(id)!
  const explanation = explanationOf(ruleset)
  const election = anElection({ rulesetId: id })

  test('has each statement of the ruleset in each language, with the same facts and a title where it has one', () => {
    for (const { key, text, title } of ruleset.statements) {
      if (key === 'st.superseded' || key === 'st.withdrawn') continue
      for (const language of languages) {
        const explained = explanation.statements[key]?.[language]
        if (language === 'de' || language === 'en') expect(explained, `${key} ${language}`).toBeDefined()
        if (!explained) continue
        expect(slotsIn(explained.text), `${key} ${language}`).toEqual(slotsIn(text))
        expect(Boolean(explained.title), `${key} ${language}`).toBe(Boolean(title))
      }
      for (const language of languages)
        expect(joined(explainStatements(election, settings, [key], language)[0]!.parts)).not.toMatch(/[{}]/)
    }
  })

  test('explains nothing that the ruleset does not say', () => {
    const keys = ruleset.statements.map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining(Object.keys(explanation.statements)))
    const law = ruleset.statutoryTexts.map(({ key }) => key)
    expect(Object.keys(explanation.law).sort()).toEqual([...law].sort())
  })

  test('is another text in each language', () => {
    for (const { key } of ruleset.statements) {
      if (key === 'st.superseded') continue
      const said = languages.map((language) =>
        joined(explainStatements(election, settings, [key], language)[0]!.parts),
      )
      expect(new Set(said).size, key).toBe(languages.length)
    }
    for (const { key, words } of explanation.topics)
      expect(new Set(Object.values(words).map(({ text }) => text)).size, key).toBe(languages.length)
    for (const [key, words] of Object.entries(explanation.law))
      expect(new Set(Object.values(words)).size, key).toBe(languages.length)
  })

  test('names everything that is elected', () => {
    for (const category of voterCategories)
      for (const assembly of assembliesFor(election, category))
        for (const language of languages)
          expect(explainedAssembly(election, assembly, language), assembly.code).toBeTruthy()
  })
})

test('a statement that a ruleset words otherwise than its law is explained otherwise too', () => {
  const law = loadRuleset('lpkd-2030')!
  const own = loadRuleset('lpkd-extraordinary')!
  for (const { key, text } of own.statements) {
    if (law.statements.find((one) => one.key === key)?.text === text) continue
    for (const language of foreign) {
      const [here, there] = [own, law].map((ruleset) => explanationOf(ruleset).statements[key]?.[language])
      expect(here, `${key} ${language}`).toBeDefined()
      expect(here).not.toEqual(there)
    }
  }
})

test('beside the letter nothing points to a part that only the letter has, without naming the letter', () => {
  for (const id of listRulesets())
    for (const [language, letter] of [
      ['nl', 'op de brief'],
      ['fr', 'sur la lettre'],
    ] as const) {
      const election = anElection({ rulesetId: id })
      const [said] = explainStatements(election, settings, ['st.duplicate'], language)
      expect(joined(said!.parts), `${id} ${language}`).toContain(letter)
    }
})

test('in Dutch a statement is word for word that of the ruleset', () => {
  const election = anElection()
  const situation = { where: 'phone', category: 'BELGIAN' } as const
  const own = explainedStatements(election, settings, situation, 'nl')
  expect(own.map(({ key, parts }) => [key, joined(parts)])).toEqual(
    statements(election, settings, situation).map(({ key, text }) => [key, text]),
  )
})

test('where a municipality says where its desk is, its words stay Dutch and are marked as such', () => {
  const [desk] = explainStatements(anElection(), settings, ['st.duplicateDesk'], 'en')
  const own = desk!.parts.filter(({ language }) => language === 'nl').map(({ text }) => text)
  expect(own).toContain(settings.duplicateDesk.place)
  expect(joined(desk!.parts)).toMatch(/until 1 pm on Sunday,? 10 June 2029/)
})

test.each([
  ['kwb-2029', 'a fine', true],
  ['lpkd-2030', 'there is no fine', true],
  ['lpkd-2030', 'a reprimand', false],
])('%s says of staying away: %s (%s)', (rulesetId, words, isSaid) => {
  const topics = explainedTopics(anElection({ rulesetId }), { where: 'phone', category: 'BELGIAN' })
  const said = topics.map((topic) => topic.words['en' satisfies Language].text).join(' ')
  expect(said.includes(words)).toBe(isSaid)
})

test('who is 16 or 17, of whom the law is not settled, reads neither that voting is a duty nor that it is free', () => {
  const topics = explainedTopics(anElection(), { where: 'phone', category: 'BELGIAN_16_17' })
  expect(topics.map(({ key }) => key)).toEqual(['proxy', 'moved'])
})

test.each(listRulesets())(
  '%s says where the form of a proxy is, and where whoever moved votes',
  (rulesetId) => {
    const topics = explainedTopics(anElection({ rulesetId }), { where: 'phone', category: 'BELGIAN' })
    const topic = (key: string) => topics.find((one) => one.key === key)!
    expect(new URL(topic('proxy').form!.url).hostname).toMatch(/\.(fgov|vlaanderen)\.be$/)
    expect(topic('moved').words.nl.text).toContain('kiezerslijst')
  },
)
