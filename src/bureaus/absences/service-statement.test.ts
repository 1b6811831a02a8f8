import { describe, expect, test } from 'vitest'
import { seatRoles } from '../bureau-rules.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { oathFor } from './oath.ts'
import { type ServiceFacts, serviceStatement } from './service-statement.ts'
import { texts } from './texts.nl.ts'

const facts: ServiceFacts = {
  name: 'Lien Peeters',
  election: 'Lokale en provinciale verkiezingen',
  pollingDay: '2030-10-13',
  bureau: { kind: 'POLLING', number: '12', municipality: 'Zonnedorp' },
  role: 'ASSESSOR',
  attendance: 'PRESENT',
}

test.each([
  ['an assessor who was there', {}, 'served'],
  ['late, and served', { attendance: 'LATE' }, 'served'],
  ['a substitute in a seat', { role: 'SUBSTITUTE', seated: true }, 'served'],
  ['a substitute who could go home', { role: 'SUBSTITUTE' }, 'came-and-was-not-needed'],
  ['sent home', { attendance: 'DISMISSED' }, 'came-and-was-not-needed'],
  ['left before the end', { attendance: 'LEFT' }, 'served-in-part'],
  ['not there', { attendance: 'ABSENT' }, undefined],
] as [string, Partial<ServiceFacts>, string | undefined][])('%s', (_, change, says) => {
  expect(serviceStatement({ ...facts, ...change })?.says).toBe(says)
})

test('an employer does not read that somebody was late or sent home', () => {
  const statements = (['LATE', 'DISMISSED', 'LEFT'] as const).map((attendance) =>
    serviceStatement({ ...facts, attendance }),
  )
  for (const statement of statements) expect(JSON.stringify(statement)).not.toMatch(/LATE|DISMISSED|LEFT/)
})

test('who was sent home for another reason than enough members is not told that the bureau was full', () => {
  const said = texts.statement.cameAndWasNotNeeded('Zonnedorp', 'Lien Peeters', '2030-10-13')
  expect(said).toMatch(/volgens de oproeping naar een bureau van de verkiezing kwam\.$/)
})

describe.each(['KWB', 'LPKD'] as const)('%s: the oath', (regime) => {
  const { oaths } = loadBureauRules({ regime })

  test.each(['POLLING', 'COUNTING'] as const)('everybody in a bureau for %s has one', (bureau) => {
    expect(seatRoles.filter((role) => !oathFor(oaths, bureau, role))).toEqual([])
  })

  test('who counts swears to count truly', () => {
    expect(oathFor(oaths, 'COUNTING', 'ASSESSOR')!.text).toContain('getrouw')
    expect(oathFor(oaths, 'POLLING', 'CHAIR')!.text).not.toContain('getrouw')
  })
})
