import { describe, expect, test } from 'vitest'
import { anElection } from '../testing.ts'
import { electionCalendar } from './calendar.ts'
import { deadlineInstant } from './deadline-instant.ts'

describe('the moment at which a deadline passes', () => {
  test.each([
    ['a summer day ends at 22:00 UTC', '2024-06-08', undefined, 'latest', '2024-06-08T22:00:00Z'],
    ['a winter day ends at 23:00 UTC', '2025-01-08', undefined, 'latest', '2025-01-08T23:00:00Z'],
    ['noon in summer', '2024-10-13', '12:00', 'latest', '2024-10-13T10:00:00Z'],
    ['noon on the day the clock goes back', '2024-10-27', '12:00', 'latest', '2024-10-27T11:00:00Z'],
    ['noon on the day the clock goes forward', '2025-03-30', '12:00', 'latest', '2025-03-30T10:00:00Z'],
    [
      'the day the clock goes back ends in winter time',
      '2024-10-27',
      undefined,
      'latest',
      '2024-10-27T23:00:00Z',
    ],
    ['and begins in summer time', '2024-10-27', undefined, 'strictly-before', '2024-10-26T22:00:00Z'],
    [
      'the day it goes forward ends in summer time',
      '2025-03-30',
      undefined,
      'latest',
      '2025-03-30T22:00:00Z',
    ],
    ['and begins in winter time', '2025-03-30', undefined, 'from', '2025-03-29T23:00:00Z'],
    ['29 February ends on 1 March', '2028-02-29', undefined, 'on', '2028-02-29T23:00:00Z'],
    ['the last day of a year', '2028-12-31', undefined, 'latest', '2028-12-31T23:00:00Z'],
    ['hours from and to: it passes at the end', '2024-04-12', '14:00-16:00', 'on', '2024-04-12T14:00:00Z'],
    ['what may be done from hours on', '2024-04-12', '14:00-16:00', 'from', '2024-04-12T12:00:00Z'],
    [
      'the hour that comes twice counts the first time',
      '2024-10-27',
      '02:30',
      'latest',
      '2024-10-27T00:30:00Z',
    ],
    [
      'the hour that does not come is the one after it',
      '2025-03-30',
      '02:30',
      'latest',
      '2025-03-30T01:30:00Z',
    ],
  ] as const)('%s', (_, date, time, bound, instant) => {
    const entry = { date, bound, ...(time && { time }) }
    expect(deadlineInstant(entry).toString()).toBe(instant)
  })

  test.each([
    ['2024-10-27', '2024-10-27T12:00:00Z', '2024-10-27T11:00:00Z'],
    ['2025-03-30', '2025-03-30T11:00:00Z', '2025-03-30T10:00:00Z'],
  ])('an extraordinary election on %s, when the clock changes', (pollingDay, closing, noon) => {
    const entries = electionCalendar(anElection({ rulesetId: 'lpkd-extraordinary', pollingDay }))
    const duplicate = entries.find(({ milestone }) => milestone === 'duplicate-until')!
    expect(deadlineInstant(duplicate).toString()).toBe(noon)
    const early = anElection({ rulesetId: 'kwb-early', pollingDay })
    const collect = electionCalendar(early).find(({ milestone }) => milestone === 'duplicate-until')!
    expect(collect.time).toBe('13:00')
    expect(deadlineInstant(collect).toString()).toBe(closing)
  })

  test('college decides before X−7: in time on the eve until midnight', () => {
    const entry = electionCalendar(anElection({ rulesetId: 'kwb-2024' })).find(
      ({ id }) => id === 'fed.claims.decided',
    )!
    expect(entry.lastDay).toBe('2024-06-01')
    expect(deadlineInstant(entry).toString()).toBe('2024-06-01T22:00:00Z')
  })
})
