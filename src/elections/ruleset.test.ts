import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { rulesetPages } from '../../scripts/ruleset-pages.ts'
import { signOffList } from '../../scripts/sign-off-list.ts'
import { listRulesets, loadRuleset } from './load-ruleset.ts'
import { rulesetSchema } from './ruleset-file.ts'
import { unverifiedValues } from './unverified-values.ts'

test('each file of rulesets/ is a ruleset, found by its name', () => {
  expect(listRulesets()).toEqual(
    readdirSync('src/elections/rulesets')
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replace('.json', ''))
      .sort(),
  )
  expect(listRulesets()).toEqual(expect.arrayContaining(['kwb-2029', 'lpkd-2030']))
  for (const id of listRulesets()) expect(loadRuleset(id)!.id).toBe(id)
  expect(loadRuleset('elsewhere')).toBeUndefined()
  expect(loadRuleset('../../../package')).toBeUndefined()
})

describe.each(listRulesets())('%s', (id) => {
  const ruleset = loadRuleset(id)!

  test('names each rule, statement and text once', () => {
    const names = [
      ...ruleset.calendar.map((rule) => rule.id),
      ...ruleset.statements.map((statement) => statement.key),
      ...ruleset.statutoryTexts.map((text) => text.key),
    ]
    expect(new Set(names).size).toBe(names.length)
  })

  test('gives voters only assemblies that it elects', () => {
    const elected = ruleset.assemblies.map(({ code }) => code)
    for (const { assemblies } of Object.values(ruleset.electorate))
      expect(elected).toEqual(expect.arrayContaining([...assemblies.value]))
  })

  test('sends letters fifteen days before, paper to everyone, and accepts no phone for a proxy', () => {
    expect(ruleset.calendar.filter(({ id }) => /letters\.sent$/.test(id))).toMatchObject([
      { offset: { daysBefore: 15 }, bound: 'latest', mark: 'L' },
    ])
    expect(ruleset.channelPolicy).toMatchObject({ value: 'paper-for-all', mark: 'L' })
    expect(ruleset.phoneView.value.acceptedForProxy).toBe(false)
  })

  test('a value without a source does not pass', () => {
    const { source: _, ...bare } = ruleset.legalName
    expect(rulesetSchema.safeParse({ ...ruleset, legalName: bare }).success).toBe(false)
    expect(rulesetSchema.safeParse(ruleset).success).toBe(true)
  })

  test('every category of voters has its colour of paper', () => {
    const { BELGIAN: _, ...others } = ruleset.paperColour
    expect(rulesetSchema.safeParse({ ...ruleset, paperColour: others }).success).toBe(false)
  })

  test('every text in our own words is listed until the official one is there', () => {
    const listed = unverifiedValues(ruleset).map(({ path }) => path)
    for (const { key } of ruleset.statutoryTexts) expect(listed).toContain(`statutoryTexts.${key}`)
  })
})

test('what is read in law or source is not listed, nor what was signed off', () => {
  const ruleset = loadRuleset('lpkd-2030')!
  expect(unverifiedValues(ruleset).map(({ path }) => path)).not.toContain('hours.PAPER')
  const signed = {
    ...ruleset,
    phoneView: { ...ruleset.phoneView, checkedBy: 'a lawyer', checkedAt: '2030-05-01' },
  }
  expect(unverifiedValues(signed).map(({ path }) => path)).not.toContain('phoneView')
})

test.each(Object.entries(rulesetPages()))('docs/rulesets/%s says what the ruleset says', (name, page) => {
  const published = readFileSync(`docs/rulesets/${name}`, 'utf8')
  expect(published, 'run `node --import tsx scripts/write-docs.ts`').toBe(page)
})

test('the page for the lawyer lists the same values', () => {
  const page = readFileSync('docs/rulesets-to-sign-off.md', 'utf8')
  expect(page, 'run `node --import tsx scripts/write-docs.ts`').toBe(signOffList())
})
