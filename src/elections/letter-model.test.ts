import { describe, expect, test } from 'vitest'
import { aMunicipality } from '../municipalities/testing.ts'
import { letterModel, modelsInUse } from './letter-model.ts'
import { type VoterCategory, voterCategories } from './ruleset.ts'
import { statements } from './statements.ts'
import { anElection } from './testing.ts'

const federal = anElection({ votingMode: 'DIGITAL' })
const local = anElection({ rulesetId: 'lpkd-2030' })
const somewhere = { nisCode: '99001' }
const rode = { nisCode: '23101' }
const voeren = { nisCode: '73109' }
const young: VoterCategory[] = ['BELGIAN_16_17', 'EU_16_17']

describe('the federal models', () => {
  test.each([
    ['elsewhere', somewhere, 'FED_ALL', 'FED_EP_18', 'FED_EP_16_17'],
    ['Sint-Genesius-Rode', rode, 'FED_SGR_ALL', 'FED_SGR_EP_18', 'FED_SGR_EP_16_17'],
    ['Voeren', voeren, 'FED_VOEREN_KAMER', 'FED_VOEREN_EP1_18', 'FED_VOEREN_EP1_16_17'],
  ] as const)('%s', (_, where, belgian, european, under18) => {
    expect(letterModel(federal, where, 'BELGIAN')?.key).toBe(belgian)
    expect(letterModel(federal, where, 'EU')?.key).toBe(european)
    for (const category of young) expect(letterModel(federal, where, category)?.key).toBe(under18)
    expect(letterModel(federal, where, 'NON_EU'), 'has nothing to vote for').toBeUndefined()
  })

  test('paper and voting mode come with it', () => {
    expect(letterModel(federal, somewhere, 'BELGIAN')).toMatchObject({
      title: 'Oproepingsbrief voor het Europees Parlement, de Kamer en het Vlaams Parlement',
      legalName: 'oproepingsbrief',
      assemblies: ['EP', 'KAMER', 'VLP'],
      votingMode: 'DIGITAL',
      paperColour: 'wit',
      withoutStatements: [],
    })
    expect(letterModel(federal, somewhere, 'EU')?.paperColour).toBe('blauw')
    expect(letterModel(federal, somewhere, 'BELGIAN_ABROAD')).toMatchObject({
      key: 'FED:EP+KAMER:DIGITAL',
      paperColour: 'geel',
    })
  })
})

describe('a local model follows from what is voted for', () => {
  test.each([
    [
      'BELGIAN',
      'LOC:GEMEENTERAAD+PROVINCIERAAD:PAPER',
      'Uitnodigingsbrief voor de gemeenteraad en de provincieraad',
    ],
    ['EU', 'LOC:GEMEENTERAAD:PAPER', 'Uitnodigingsbrief voor de gemeenteraad'],
    ['NON_EU', 'LOC:GEMEENTERAAD:PAPER', 'Uitnodigingsbrief voor de gemeenteraad'],
  ] as const)('%s', (category, key, title) =>
    expect(letterModel(local, somewhere, category)).toMatchObject({ key, title }),
  )

  test('in the order of the letter, also with districts and direct elections', () => {
    const named = ['OCMW', 'SCHEPENEN', 'DISTRICTSRAAD'] as const
    const all = anElection({
      rulesetId: 'lpkd-2030',
      votingMode: 'DIGITAL',
      settings: { namedAssemblies: named },
    })
    expect(letterModel(all, somewhere, 'BELGIAN')?.key).toBe(
      'LOC:GEMEENTERAAD+DISTRICTSRAAD+SCHEPENEN+OCMW+PROVINCIERAAD:DIGITAL',
    )
  })

  test('who has no ballot left has no model', () => {
    const quiet = anElection({ rulesetId: 'lpkd-2030', settings: { uncontested: ['GEMEENTERAAD'] } })
    expect(letterModel(quiet, somewhere, 'BELGIAN')?.key).toBe('LOC:PROVINCIERAAD:PAPER')
    expect(letterModel(quiet, somewhere, 'EU')).toBeUndefined()
  })
})

test('in Voeren the letter does not say that one may vote without it', () => {
  const saidTo = (nisCode: string) =>
    statements(federal, { ...aMunicipality(), nisCode }, { where: 'letter', category: 'BELGIAN' }).map(
      ({ key }) => key,
    )
  expect(saidTo('99001')).toContain('st.noLetter')
  expect(saidTo('73109')).not.toContain('st.noLetter')
  expect(saidTo('73109').length).toBe(saidTo('99001').length - 1)
})

test('each municipality uses its own models only', () => {
  expect([...modelsInUse(federal, rode)].filter((key) => /VOEREN|^FED_ALL$/.test(key))).toEqual([])
  expect(modelsInUse(federal, voeren)).toContain('FED_VOEREN_KAMER')
  expect(modelsInUse(local, somewhere).size).toBe(2)
})

test('every category that votes has a model, title and colour in each ruleset', () => {
  for (const election of [federal, local])
    for (const category of voterCategories) {
      const model = letterModel(election, somewhere, category)
      if (model) expect([model.title, model.paperColour, model.article].every(Boolean)).toBe(true)
    }
})
