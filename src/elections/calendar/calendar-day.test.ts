import { describe, expect, test } from 'vitest'
import { dayOf, isSunday } from './calendar-day.ts'
import type { Offset } from './calendar-rule.ts'

describe('days are calendar days: over leap days, years and changes of clock', () => {
  test.each<[Offset, string, string]>([
    [{ daysBefore: 1 }, '2032-03-01', '2032-02-29'],
    [{ daysBefore: 1 }, '2031-03-01', '2031-02-28'],
    [{ daysBefore: 15 }, '2028-03-05', '2028-02-19'],
    [{ daysBefore: 80 }, '2028-03-05', '2027-12-16'],
    [{ daysBefore: 80 }, '2027-03-07', '2026-12-17'],
    [{ daysAfter: 90 }, '2030-10-13', '2031-01-11'],
    [{ monthsBefore: 2, day: 1 }, '2029-01-31', '2028-11-01'],
    [{ monthsBefore: 2, day: 'last' }, '2028-04-30', '2028-02-29'],
    [{ monthsBefore: 6 }, '2031-08-31', '2031-02-28'],
    [{ monthsAfter: 12 }, '2028-02-29', '2029-02-28'],
    [{ daysBefore: 0 }, '2028-02-29', '2028-02-29'],
    [{ daysBefore: 15 }, '2024-10-27', '2024-10-12'],
    [{ daysBefore: 15 }, '2025-03-30', '2025-03-15'],
    [{ daysAfter: 1 }, '2029-03-24', '2029-03-25'],
    [{ after: 'polling-day', months: 6 }, '2029-06-10', '2029-12-10'],
  ])('%o from %s is %s', (offset, pollingDay, day) => {
    expect(dayOf(offset, { pollingDay, settings: {} })).toBe(day)
  })

  test.each([
    ['2027-05-11', '2027-06-30'],
    ['2027-05-12', '2027-09-01'],
    ['2027-07-14', '2027-10-20'],
    ['2027-01-31', '2027-03-22'],
  ])('fifty days after %s, of which none in July and August, are over on %s', (value, day) => {
    const offset = { after: 'decision', days: 50, notCounting: [7, 8] } as const
    expect(dayOf(offset, { pollingDay: '2027-12-05', settings: { events: { decision: { value } } } })).toBe(
      day,
    )
  })

  test('what follows an event waits for it', () => {
    const offset = { after: 'validation', days: 1 } as const
    const validation = { value: '2024-06-28' }
    expect(dayOf(offset, { pollingDay: '2024-06-09', settings: {} })).toBeUndefined()
    expect(dayOf(offset, { pollingDay: '2024-06-09', settings: { events: { validation } } })).toBe(
      '2024-06-29',
    )
  })

  test('polling days are Sundays', () => {
    expect(['2029-06-10', '2030-10-13', '2029-06-11'].map(isSunday)).toEqual([true, true, false])
  })
})
