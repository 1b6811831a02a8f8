import { describe, expect, test } from 'vitest'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { type ExemptionFacts, mayAskExemption, type Service } from './exemption.ts'

const local = loadBureauRules({ regime: 'LPKD' }).exemption
const federal = loadBureauRules({ regime: 'KWB' }).exemption

const served: Service = { pollingDay: '2024-10-13', bureau: 'POLLING', role: 'ASSESSOR', served: true }
const again: Service = { ...served, pollingDay: '2024-06-09' }
const asked: ExemptionFacts = {
  services: [served, again],
  role: 'ASSESSOR',
  askedOn: '2030-08-24',
  lastDay: '2030-08-24',
}

describe.each([
  ['local', local],
  ['federal', federal],
])('%s: who served twice', (_, rules) => {
  test('may be let off, on the last day too', () => {
    expect(mayAskExemption(rules, asked)).toEqual({ may: true, because: [], served: 2, called: 2 })
  })

  test.each([
    ['once', { services: [served] }, 'served-too-few'],
    ['called twice, and excused once', { services: [served, { ...again, served: false }] }, 'served-too-few'],
    [
      'once before the law counted',
      { services: [served, { ...again, pollingDay: '2019-05-26' }] },
      'served-too-few',
    ],
    ['once in a main bureau', { services: [served, { ...again, bureau: 'MAIN' }] }, 'served-too-few'],
    ['and is called as chair', { role: 'CHAIR' }, 'another-function'],
    ['and asks a day too late', { askedOn: '2030-08-25' }, 'too-late'],
    ['and the election is too early for it', { lastDay: undefined }, 'no-last-day'],
  ] as [string, Partial<ExemptionFacts>, string][])('not: %s', (_name, facts, because) => {
    expect(mayAskExemption(rules, { ...asked, ...facts })).toMatchObject({ may: false, because: [because] })
  })
})

test.each([
  ['federal: category 8, public functions', federal, 8, false],
  ['federal: category 6 may', federal, 6, true],
  ['local: category 6, public staff', local, 6, false],
  ['local: category 7, teachers, may', local, 7, true],
])('%s', (_, rules, category, may) => {
  expect(mayAskExemption(rules, { ...asked, category }).may).toBe(may)
})

test('who chaired twice: counted locally, not federally', () => {
  const services = [served, again].map((service): Service => ({ ...service, role: 'CHAIR' }))
  expect(mayAskExemption(local, { ...asked, services }).served).toBe(2)
  expect(mayAskExemption(federal, { ...asked, services }).served).toBe(0)
})

test('every reason is told, and both counts', () => {
  const facts = {
    ...asked,
    services: [{ ...served, served: false }],
    role: 'CHAIR',
    askedOn: '2031-01-01',
  } as const
  expect(mayAskExemption(local, facts)).toEqual({
    may: false,
    because: ['served-too-few', 'another-function', 'too-late'],
    served: 0,
    called: 1,
  })
})
