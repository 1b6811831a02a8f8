import { describe, expect, test } from 'vitest'
import { anElection } from '../elections/testing.ts'
import { purgeSteps } from './holdings.ts'
import {
  type LegalHold,
  type Purged,
  type PurgeState,
  planPurge,
  stepsDue,
  stepsThatMayGo,
} from './purge-plan.ts'

const at = new Date('2030-12-01T12:00:00Z')
const nothing: PurgeState = { holds: [], purged: [] }

function validated(validatedOn: string, appealUntil: string | null = null): PurgeState {
  return {
    ...nothing,
    validation: { validatedOn, appealUntil, source: 'session', recordedAt: at, recordedBy: 'test' },
  }
}

function hold(liftedOn: string | null): LegalHold {
  const lifted = { liftedOn, liftedBecause: liftedOn && 'rejected', liftedBy: liftedOn && 'test' }
  return { holdId: 'h', reason: 'appeal', source: 'A. 1', placedAt: at, placedBy: 'test', ...lifted }
}

const days = (rulesetId: string, state: PurgeState) =>
  Object.fromEntries(
    planPurge(anElection({ rulesetId }), state).parts.map(({ part, dueOn, waitsFor }) => [
      part,
      dueOn ?? waitsFor,
    ]),
  )

describe('federal: the list goes the day after the validation, the letter stays until 90 days after polling day', () => {
  test('nothing has a day before the validation', () => {
    expect(days('kwb-2029', nothing)).toEqual({ list: 'validation', letters: 'validation' })
  })

  test('10 June 2029 validated on the 28th: the list on the 29th, the letters on 9 September', () => {
    expect(days('kwb-2029', validated('2029-06-28'))).toEqual({ list: '2029-06-29', letters: '2029-09-09' })
  })

  test('validated after those 90 days: both go the day after, the letter never before the list', () => {
    expect(days('kwb-2029', validated('2029-10-01'))).toEqual({ list: '2029-10-02', letters: '2029-10-02' })
  })

  test('over the end of a year, with a leap day in it', () => {
    expect(days('kwb-2029', validated('2032-02-28')).list).toBe('2032-02-29')
    expect(days('kwb-2029', validated('2032-12-31')).list).toBe('2033-01-01')
  })
})

describe('local: the list goes at the validation, or at the end of an appeal', () => {
  test('without an appeal on the day of the validation; the letter stays 90 days', () => {
    expect(days('lpkd-2030', validated('2030-11-20'))).toEqual({ list: '2030-11-20', letters: '2031-01-12' })
  })

  test('while one can still appeal it stays, and goes the day after', () => {
    expect(days('lpkd-2030', validated('2030-11-20', '2030-11-28')).list).toBe('2030-11-29')
  })

  test('while an appeal goes on it has no day; afterwards it goes on the day of the decision', () => {
    const state = validated('2030-11-20')
    expect(days('lpkd-2030', { ...state, holds: [hold(null)] })).toEqual({
      list: 'appeal',
      letters: 'appeal',
    })
    expect(days('lpkd-2030', { ...state, holds: [hold('2031-02-03')] })).toEqual({
      list: '2031-02-03',
      letters: '2031-02-03',
    })
  })
})

test('due is what has a day that has come and was not done before', () => {
  const state = validated('2029-06-28')
  const plan = planPurge(anElection(), state)
  expect(stepsDue(plan, '2029-06-28')).toEqual([])
  const onTheDay = stepsDue(plan, '2029-06-29').map(({ step }) => step.name)
  expect(onTheDay).toEqual(purgeSteps.filter(({ part }) => part === 'list').map(({ name }) => name))
  const first: Purged = {
    ...{ step: onTheDay[0]!, part: 'list', table: 'delivery.delivery', rows: 3, ruleKey: 'fps-data' },
    ...{ article: 'KWB 10', dueOn: '2029-06-29', purgedAt: at, purgedBy: 'test' },
  }
  const later = planPurge(anElection(), { ...state, purged: [first] })
  expect(stepsDue(later, '2029-06-29').map(({ step }) => step.name)).toEqual(onTheDay.slice(1))
  expect(stepsDue(later, '2029-09-09')).toHaveLength(
    purgeSteps.filter(({ part }) => !part.startsWith('bureau')).length - 1,
  )
})

test('a ruleset without a rule for the list has no plan', () => {
  const election = anElection()
  const ruleset = { ...election.ruleset, retention: [] }
  expect(planPurge({ ...election, ruleset }, validated('2029-06-28')).parts).toEqual([])
})

test('steps have names of their own: one that was done is known by it', () => {
  expect(new Set(purgeSteps.map(({ name }) => name)).size).toBe(purgeSteps.length)
})

describe('the bureaus: who sat there goes twelve months after polling day', () => {
  const withMembers = (state: PurgeState): PurgeState => ({ ...state, hasMembers: true })

  test('by the rule of the payment, which is longer than that of the evidence', () => {
    expect(days('lpkd-2030', withMembers(validated('2030-11-20'))).bureaus).toBe('2031-10-13')
    expect(days('kwb-2029', withMembers(validated('2029-06-28'))).bureaus).toBe('2030-06-10')
  })

  test('each purpose on its own day: the composition first, then the evidence, then the payment with the people', () => {
    expect(days('lpkd-2030', withMembers(validated('2030-10-25')))).toMatchObject({
      'bureau-composition': '2030-10-15',
      'bureau-evidence': '2031-04-14',
      'bureau-payment': '2031-10-13',
      bureaus: '2031-10-13',
    })
    expect(days('kwb-2029', withMembers(validated('2029-06-28')))).toMatchObject({
      'bureau-composition': '2029-06-12',
      'bureau-evidence': '2029-12-11',
      'bureau-payment': '2030-06-10',
      bureaus: '2030-06-10',
    })
  })

  test('what is due together goes in an order in which nothing stands on what went', () => {
    const plan = planPurge(anElection({ rulesetId: 'lpkd-2030' }), withMembers(validated('2030-11-20')))
    const due = stepsDue(plan, '2031-10-13').map(({ step }) => step.table)
    const last = due.indexOf('bureaus.assignment')
    for (const table of ['bureaus.payment', 'bureaus.excuse', 'bureaus.member_letter', 'bureaus.claim_note'])
      expect(due.indexOf(table), table).toBeLessThan(last)
  })

  test('who sat there stays while evidence of them waits for its period to be signed off; a payment does not', () => {
    const plan = planPurge(anElection({ rulesetId: 'lpkd-2030' }), withMembers(validated('2030-11-20')))
    const due = stepsDue(plan, '2031-10-13')
    const parts = (waiting: string) => [
      ...new Set(stepsThatMayGo(due, ({ part }) => part === waiting).map(({ part }) => part.part)),
    ]
    expect(parts('bureau-evidence')).toEqual(['list', 'letters', 'bureau-composition', 'bureau-payment'])
    expect(parts('nothing')).toContain('bureaus')
  })

  test('not before the result was validated, and of an election without members nothing is said', () => {
    expect(days('lpkd-2030', withMembers(nothing)).bureaus).toBe('validation')
    expect(days('lpkd-2030', validated('2030-11-20'))).not.toHaveProperty('bureaus')
  })
})
