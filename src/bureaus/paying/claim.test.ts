import { describe, expect, test } from 'vitest'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type ClaimFacts, claimOf } from './claim.ts'
import type { PayRules } from './pay-rules.ts'

const local = loadBureauRules({ regime: 'LPKD' }).pay
const federal = loadBureauRules({ regime: 'KWB' }).pay

/** An assessor of a polling bureau on paper, of the municipality itself, who served. */
const assessor: ClaimFacts = {
  bureau: 'POLLING',
  votingMode: 'PAPER',
  role: 'ASSESSOR',
  attendance: 'PRESENT',
  assemblies: 1,
  livesInMunicipality: true,
  accountKnown: true,
}
const elsewhere = { livesInMunicipality: false } as const

/** Amounts in euro, computed by hand. */
const local2024: [string, Partial<ClaimFacts>, fee: string, travel: string][] = [
  ['an assessor: 50 flat', {}, '50.00', '0.00'],
  ['a chair: 50 flat', { role: 'CHAIR' }, '50.00', '0.00'],
  ['a secretary who counts: 50 flat', { bureau: 'COUNTING', role: 'SECRETARY' }, '50.00', '0.00'],
  ['at a digital bureau: 50 flat', { votingMode: 'DIGITAL' }, '50.00', '0.00'],
  ['for two councils at once: one fee of 50', { assemblies: 2 }, '50.00', '0.00'],
  ['from elsewhere, 24 km: 24 × 0.4237 = 10.1688', { ...elsewhere, metres: 24_000 }, '50.00', '10.17'],
  ['12.4 km: 12.4 × 0.4237 = 5.25388', { ...elsewhere, metres: 12_400 }, '50.00', '5.25'],
  ['5 km: 5 × 0.4237 = 2.1185, half a cent and more', { ...elsewhere, metres: 5_000 }, '50.00', '2.12'],
  ['50 km: 50 × 0.4237 = 21.185, exactly half a cent', { ...elsewhere, metres: 50_000 }, '50.00', '21.19'],
  ['1 metre: 0.001 × 0.4237 = 0.0004237', { ...elsewhere, metres: 1 }, '50.00', '0.00'],
  ['who lives there gets no travel', { metres: 24_000 }, '50.00', '0.00'],
  ['late, and served: 50', { attendance: 'LATE' }, '50.00', '0.00'],
  ['absent: nothing', { attendance: 'ABSENT', ...elsewhere, metres: 24_000 }, '0.00', '0.00'],
  ['a substitute in a seat: 50', { role: 'SUBSTITUTE', needed: 'seated' }, '50.00', '0.00'],
  ['a substitute called up: 50', { role: 'SUBSTITUTE', needed: 'called' }, '50.00', '0.00'],
  ['a substitute not needed: nothing', { role: 'SUBSTITUTE' }, '0.00', '0.00'],
  ['a substitute sent home: nothing', { role: 'SUBSTITUTE', attendance: 'DISMISSED' }, '0.00', '0.00'],
  ['sent home, to be paid', { attendance: 'DISMISSED', decided: 'paid' }, '50.00', '0.00'],
  ['left early, to be paid', { attendance: 'LEFT', decided: 'paid' }, '50.00', '0.00'],
  ['sent home, not to be paid', { attendance: 'DISMISSED', decided: 'unpaid' }, '0.00', '0.00'],
]

const federal2024: typeof local2024 = [
  ['paper: an assessor 25', {}, '25.00', '0.00'],
  ['paper: a chair 40', { role: 'CHAIR' }, '40.00', '0.00'],
  ['paper: a secretary 25', { role: 'SECRETARY' }, '25.00', '0.00'],
  ['electronic: a chair 60', { votingMode: 'DIGITAL', role: 'CHAIR' }, '60.00', '0.00'],
  ['electronic: an assessor 37.50', { votingMode: 'DIGITAL' }, '37.50', '0.00'],
  [
    'electronic: a substitute in a seat 37.50',
    { votingMode: 'DIGITAL', role: 'SUBSTITUTE', needed: 'seated' },
    '37.50',
    '0.00',
  ],
  ['counting: a chair 40', { bureau: 'COUNTING', role: 'CHAIR' }, '40.00', '0.00'],
  ['counting: an assessor 25', { bureau: 'COUNTING' }, '25.00', '0.00'],
  ['canton: a chair 175', { bureau: 'MAIN_CANTON', role: 'CHAIR' }, '175.00', '0.00'],
  ['canton: an assessor 50', { bureau: 'MAIN_CANTON' }, '50.00', '0.00'],
  ['constituency: a secretary 250', { bureau: 'MAIN_CONSTITUENCY', role: 'SECRETARY' }, '250.00', '0.00'],
  ['constituency: an assessor 125', { bureau: 'MAIN_CONSTITUENCY' }, '125.00', '0.00'],
  ['three parliaments at once: one fee', { votingMode: 'DIGITAL', assemblies: 3 }, '37.50', '0.00'],
]

describe.each([
  ['local elections, as in 2024', local, local2024],
  ['federal elections, as in 2024', federal, federal2024],
])('%s', (_, rules, cases) => {
  test.each(cases)('%s', (_name, facts, fee, travel) => {
    const claim = claimOf(rules, { ...assessor, ...facts })
    expect(claim.missing).toEqual([])
    expect(claim).toMatchObject({ fee: cents(fee), travel: cents(travel), total: cents(fee) + cents(travel) })
  })
})

/** Not by multiplication: `4.35 * 100` is no whole number. */
function cents(euros: string): number {
  return Number(euros.replace('.', ''))
}

describe('what is missing', () => {
  const incomplete: [string, PayRules, Partial<ClaimFacts>, string[]][] = [
    ['an account', local, { accountKnown: false }, ['account']],
    ['whether they were there', local, { attendance: undefined, accountKnown: false }, ['attendance']],
    ['a decision on who was sent home', local, { attendance: 'DISMISSED' }, ['decision']],
    ['a decision on who left early', local, { attendance: 'LEFT' }, ['decision']],
    [
      'a decision on a called substitute sent home',
      local,
      { role: 'SUBSTITUTE', needed: 'called', attendance: 'DISMISSED' },
      ['decision'],
    ],
    ['the distance', local, elsewhere, ['distance']],
    ['distance and account', local, { ...elsewhere, accountKnown: false }, ['distance', 'account']],
    ['the federal rate for travel', federal, { ...elsewhere, metres: 10_000 }, ['travel-rate']],
    ['the fee of a local main bureau', local, { bureau: 'MAIN_MUNICIPAL', role: 'CHAIR' }, ['fee']],
    ['the fee of an adjunct secretary', federal, { role: 'ADJUNCT_SECRETARY' }, ['fee']],
  ]
  test.each(incomplete)('%s', (_name, rules, facts, missing) => {
    expect(claimOf(rules, { ...assessor, ...facts }).missing).toEqual(missing)
  })

  test('nothing of who gets nothing', () => {
    const facts = { ...assessor, ...elsewhere, attendance: 'ABSENT', accountKnown: false } as const
    expect(claimOf(local, facts)).toMatchObject({ total: 0, missing: [] })
  })

  test('travel is not asked of who claims none', () => {
    expect(claimOf(federal, { ...assessor, ...elsewhere, metres: 0 }).missing).toEqual([])
  })
})

describe('the rules decide', () => {
  const changed = (change: Partial<PayRules>): PayRules => ({ ...local, ...change })

  test('a fee for each assembly', () => {
    const rules = changed({ simultaneous: { ...local.simultaneous, value: 'a-fee-each' } })
    expect(claimOf(rules, { ...assessor, assemblies: 3 }).total).toBe(150_00)
  })

  test.each([
    ['always', 50_00],
    ['never', 0],
  ] as const)('substitutes %s', (value, total) => {
    const rules = changed({ substitutes: { ...local.substitutes, value } })
    expect(claimOf(rules, { ...assessor, role: 'SUBSTITUTE' }).total).toBe(total)
    expect(claimOf(rules, { ...assessor, role: 'SUBSTITUTE', needed: 'seated' }).total).toBe(total)
  })

  test.each([
    ['down', 21_18],
    ['nearest', 21_19],
    ['up', 21_19],
  ] as const)('half a cent %s', (value, travel) => {
    const rounding = { ...local.travel.rounding, value }
    const rules = changed({ travel: { ...local.travel, rounding } })
    expect(claimOf(rules, { ...assessor, ...elsewhere, metres: 50_000 }).travel).toBe(travel)
  })

  test('travel for everybody', () => {
    const rules = changed({ travel: { ...local.travel, who: { ...local.travel.who, value: 'everybody' } } })
    expect(claimOf(rules, { ...assessor, metres: 10_000 }).travel).toBe(4_24)
  })
})

test('every amount names the rules that made it', () => {
  const { reasons } = claimOf(local, { ...assessor, ...elsewhere, assemblies: 2, metres: 10_000 })
  expect(reasons.map(({ rule, mark }) => `${rule} ${mark}`)).toEqual([
    'pay.attendance.PRESENT L',
    'pay.fees.polling-and-counting S',
    'pay.simultaneous NV',
    'pay.travel.who S',
    'pay.travel.rate S',
    'pay.travel.rounding NV',
  ])
})

test('half a metre is no distance', () => {
  expect(() => claimOf(local, { ...assessor, ...elsewhere, metres: 0.5 })).toThrow('whole number')
})
