import { describe, expect, test } from 'vitest'
import { excuseUntil, lastDayToDesignate, meetingMoment } from './bureau-moments.ts'
import { loadBureauRules } from './load-bureau-rules.ts'

const kwb = loadBureauRules({ regime: 'KWB' })
const lpkd = loadBureauRules({ regime: 'LPKD' })

describe('until when an excuse is in time', () => {
  test('federal: 48 hours to the minute', () => {
    expect(excuseUntil(kwb, new Date('2029-05-20T08:15:00Z'))).toEqual(new Date('2029-05-22T08:15:00Z'))
  })

  test('local: to the end of the third day after that of the delivery, by the clock in Belgium', () => {
    expect(excuseUntil(lpkd, new Date('2030-08-20T08:15:00Z'))).toEqual(new Date('2030-08-23T22:00:00Z'))
    expect(excuseUntil(lpkd, new Date('2030-08-20T22:30:00Z')), 'it is the 21st there').toEqual(
      new Date('2030-08-24T22:00:00Z'),
    )
    expect(excuseUntil(lpkd, new Date('2030-10-25T08:00:00Z')), 'over the change of the clock').toEqual(
      new Date('2030-10-28T23:00:00Z'),
    )
  })
})

test('the last day to designate: three days before, or the third of September', () => {
  expect(lastDayToDesignate(kwb, { pollingDay: '2029-06-10' })).toBe('2029-06-07')
  expect(lastDayToDesignate(lpkd, { pollingDay: '2030-10-13' })).toBe('2030-09-03')
})

test('when who sits in a bureau has to be there', () => {
  const at = (kind: 'POLLING' | 'COUNTING' | 'RESERVE', votingMode: 'PAPER' | 'DIGITAL') =>
    meetingMoment(lpkd, { pollingDay: '2030-10-13' }, { kind, votingMode })
  expect(at('POLLING', 'PAPER')).toEqual(new Date('2030-10-13T05:30:00Z'))
  expect(at('POLLING', 'DIGITAL')).toEqual(new Date('2030-10-13T05:00:00Z'))
  expect(at('COUNTING', 'PAPER')).toEqual(new Date('2030-10-13T12:00:00Z'))
  expect(at('RESERVE', 'PAPER')).toBeUndefined()
})
