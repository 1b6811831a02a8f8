import { describe, expect, test } from 'vitest'
import type { Section } from '../../elections/index.ts'
import { anElection } from '../../elections/testing.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type PlanFacts, planBureaus } from './plan-bureaus.ts'
import { wantedBureaus } from './wanted-bureau.ts'

function sections(many: number, district?: (section: number) => string): Section[] {
  const place = {
    code: 'A',
    name: 'Sporthal',
    address: { street: 'Dorp', postcode: '9999', municipality: 'Zonnedorp' },
  }
  return Array.from({ length: many }, (_, at) => ({
    section: at + 1,
    room: `Zaal ${at + 1}`,
    ...(district && { district: district(at + 1) }),
    place: { ...place, details: {} } as unknown as Section['place'],
  }))
}

function plan(election: ReturnType<typeof anElection>, facts: Partial<PlanFacts>) {
  const all = { sections: sections(7), voters: new Map(), seatsToFill: {}, firstNumber: 1, ...facts }
  return planBureaus(loadBureauRules(election.ruleset), election, all)
}

const seats = (assessors: number) => ({ CHAIR: 1, SECRETARY: 1, ASSESSOR: assessors, SUBSTITUTE: assessors })

describe('local elections', () => {
  const onPaper = anElection({ rulesetId: 'lpkd-2030' })

  test('on paper: four assessors, and counting bureaus of each council for two or three of them', () => {
    const { bureaus, deputyChairs, counted } = plan(onPaper, { seatsToFill: { G: 31, P: 8 } })
    expect(bureaus.filter(({ kind }) => kind === 'POLLING').map((one) => one.seats)).toEqual(
      Array(7).fill(seats(4)),
    )
    expect(bureaus.filter(({ kind }) => kind === 'COUNTING')).toMatchObject([
      { number: 'G1', sections: [1, 2, 3], seats: seats(4) },
      { number: 'G2', sections: [4, 5], seats: seats(4) },
      { number: 'G3', sections: [6, 7], seats: seats(4) },
      { number: 'P1', sections: [1, 2, 3], seats: seats(2) },
      { number: 'P2', sections: [4, 5], seats: seats(2) },
      { number: 'P3', sections: [6, 7], seats: seats(2) },
    ])
    expect({ deputyChairs, counted }).toEqual({ deputyChairs: { POLLING: 1, COUNTING: 1 }, counted: 'here' })
  })

  test.each([
    [18, 2],
    [19, 3],
    [27, 3],
    [28, 4],
  ])('LPKD 45: a council of %d seats is counted by %d assessors', (toFill, assessors) => {
    const { bureaus } = plan(onPaper, { seatsToFill: { G: toFill } })
    expect(bureaus.find(({ number }) => number === 'G1')).toMatchObject({ seats: seats(assessors) })
  })

  test('what is not known is not guessed: a counting bureau without its council has no seats yet', () => {
    expect(plan(onPaper, {}).bureaus.find(({ number }) => number === 'G1')).not.toHaveProperty('seats')
  })

  test('on computers: five assessors, and nobody counts', () => {
    const { bureaus, deputyChairs, counted } = plan(
      anElection({ rulesetId: 'lpkd-2030', votingMode: 'DIGITAL' }),
      {},
    )
    expect(bureaus.map((one) => one.seats)).toEqual(Array(7).fill(seats(5)))
    expect({ deputyChairs, counted }).toEqual({
      deputyChairs: { POLLING: 1, COUNTING: 0 },
      counted: 'digitally',
    })
  })

  test('with two sections the main bureau counts', () => {
    const { bureaus, counted } = plan(onPaper, { sections: sections(2) })
    expect(bureaus).toHaveLength(2)
    expect(counted).toBe('by-main-bureau')
  })

  test('a council without a vote is not counted; a district council within its district', () => {
    const election = anElection({
      rulesetId: 'lpkd-2030',
      settings: { namedAssemblies: ['DISTRICTSRAAD'], uncontested: ['PROVINCIERAAD'] },
    })
    const twoDistricts = sections(7, (section) => (section <= 4 ? 'Noord' : 'Zuid'))
    const { bureaus } = plan(election, { sections: twoDistricts })
    const counting = bureaus.filter(({ kind }) => kind === 'COUNTING')
    expect(counting.map(({ number }) => number)).toEqual(['G1', 'G2', 'G3', 'S1', 'S2', 'S3'])
    expect(counting.slice(3)).toMatchObject([
      { sections: [1, 2], district: 'Noord' },
      { sections: [3, 4], district: 'Noord' },
      { sections: [5, 6, 7], district: 'Zuid' },
    ])
  })
})

describe('federal elections', () => {
  const counting = (facts: Partial<PlanFacts>, election = anElection()) =>
    plan(election, facts).bureaus.filter(({ kind }) => kind === 'COUNTING')

  test('KWB 95 §§ 8 and 9: on paper each polling and counting bureau has four assessors and as many substitutes', () => {
    const { bureaus, deputyChairs, counted } = plan(anElection(), { firstNumber: 17 })
    const polling = bureaus.filter(({ kind }) => kind === 'POLLING')
    expect(polling.map(({ number }) => number)).toEqual(['17', '18', '19', '20', '21', '22', '23'])
    expect(bureaus.map((one) => one.seats)).toEqual(Array(16).fill(seats(4)))
    expect({ deputyChairs, counted }).toEqual({
      deputyChairs: { POLLING: 0, COUNTING: 0 },
      counted: 'by-canton',
    })
  })

  test('a type of counting bureau for each assembly, for at most three polling bureaus each', () => {
    expect(counting({}).map(({ number, sections }) => [number, sections])).toEqual(
      ['A', 'B', 'C'].flatMap((code) => [
        [`${code}1`, [1, 2, 3]],
        [`${code}2`, [4, 5]],
        [`${code}3`, [6, 7]],
      ]),
    )
  })

  test('they are numbered on within the canton, and a single polling bureau is counted too', () => {
    const one = counting({ sections: sections(1), firstCounting: 8 })
    expect(one.map(({ number, sections }) => [number, sections])).toEqual([
      ['A8', [1]],
      ['B8', [1]],
      ['C8', [1]],
    ])
  })

  test('nobody counts an assembly that is not elected, and none where people vote on computers', () => {
    const chamber = anElection({ settings: { assemblies: ['KAMER'] } })
    expect(new Set(counting({}, chamber).map(({ number }) => number[0]))).toEqual(new Set(['A']))
    expect(counting({}, anElection({ votingMode: 'DIGITAL' }))).toEqual([])
  })

  test('more than 800 voters at computers: an assessor and an adjunct secretary may be added', () => {
    const election = anElection({ votingMode: 'DIGITAL' })
    const voters = new Map([
      [1, 800],
      [2, 801],
    ])
    const { bureaus } = plan(election, { voters })
    expect(bureaus[0]).not.toHaveProperty('extra')
    expect(bureaus[1]).toMatchObject({ extra: { ASSESSOR: 1, ADJUNCT_SECRETARY: 1 } })
    expect(plan(anElection(), { voters }).bureaus[1]).not.toHaveProperty('extra')
  })
})

describe('main bureaus', () => {
  const local = anElection({ rulesetId: 'lpkd-2030' })

  test('are planned only where somebody says that they sit there, with the seats of the law', () => {
    expect(plan(local, {}).main).toEqual([])
    expect(plan(local, { mainBureaus: ['MAIN_MUNICIPAL', 'MAIN_PROVINCE_DISTRICT'] }).main).toEqual([
      {
        ...{ kind: 'MAIN', code: 'MAIN_MUNICIPAL', number: 'HG' },
        seats: { CHAIR: 1, DEPUTY_CHAIR: 1, SECRETARY: 1, ASSESSOR: 3, SUBSTITUTE: 4 },
      },
      { kind: 'MAIN', code: 'MAIN_PROVINCE_DISTRICT', number: 'HP', seats: seats(4) },
    ])
  })

  test('of another regime are none here, and of a city there is one for each district', () => {
    expect(plan(local, { mainBureaus: ['MAIN_CANTON'] }).main).toEqual([])
    const city = { sections: sections(4, (section) => (section < 3 ? 'Noord' : 'Zuid')) }
    const { main } = plan(local, { ...city, mainBureaus: ['MAIN_DISTRICT'] })
    expect(main).toMatchObject([
      { number: 'HS1', district: 'Noord' },
      { number: 'HS2', district: 'Zuid' },
    ])
  })

  test('take part in the plan as a bureau of their own', () => {
    const planned = plan(local, { mainBureaus: ['MAIN_MUNICIPAL'] })
    const wanted = wantedBureaus(planned, 'PAPER').filter(({ kind }) => kind === 'MAIN')
    expect(wanted).toMatchObject([{ code: 'MAIN_MUNICIPAL', number: 'HG', votingMode: 'PAPER' }])
  })
})
