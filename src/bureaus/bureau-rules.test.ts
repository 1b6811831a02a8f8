import { describe, expect, test } from 'vitest'
import { listRulesets, loadRuleset, unverifiedValues } from '../elections/index.ts'
import { bureauRulesSchema } from './bureau-rules-file.ts'
import { loadBureauRules } from './load-bureau-rules.ts'

test.each(listRulesets())('%s has rules for its bureaus', (id) => {
  const ruleset = loadRuleset(id)!
  expect(loadBureauRules(ruleset).regime).toBe(ruleset.regime)
})

test.each(listRulesets())('%s has the days that the rules for bureaus name', (id) => {
  const ruleset = loadRuleset(id)!
  const { pay, absence, exemption } = loadBureauRules(ruleset)
  const named = [pay.payDeadline, pay.eraseDeadline, absence.deadline, exemption.deadline]
  const known = ruleset.calendar.map((rule) => rule.id)
  const lacking = named.filter((day) => day !== undefined && !known.includes(day))
  // An early election is called too late to ask 40 days before.
  expect(lacking).toEqual(id === 'kwb-early' ? ['fed.bureaus.exemption'] : [])
})

describe('a file of rules', () => {
  const rules = loadBureauRules({ regime: 'LPKD' })

  test('a value without its source does not pass', () => {
    const { source: _, ...bare } = rules.listB
    expect(bureauRulesSchema.safeParse({ ...rules, listB: bare }).success).toBe(false)
  })

  test('seats by the size of a council go up, and the last row takes every council', () => {
    const { seats } = rules.counting
    const cut = { ...rules.counting, seats: { ...seats, value: seats.value.slice(0, 2) } }
    expect(bureauRulesSchema.safeParse({ ...rules, counting: cut }).success).toBe(false)
    const turned = { ...rules.counting, seats: { ...seats, value: seats.value.toReversed() } }
    expect(bureauRulesSchema.safeParse({ ...rules, counting: turned }).success).toBe(false)
  })

  test('what was not verified is on the page for the lawyer', () => {
    const paths = unverifiedValues(loadBureauRules({ regime: 'KWB' })).map(({ path }) => path)
    expect(paths).toEqual(
      expect.arrayContaining([
        'extraPolling.adjunct-secretary',
        'counting.kinds',
        'pay.travel.rate',
        'meeting.COUNTING',
        'retention.bureau-evidence',
        'members',
        'seating.polling-assessor-of-elsewhere',
      ]),
    )
    expect(paths).not.toContain('pay.payer')
  })
})
