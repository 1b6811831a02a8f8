import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchSize } from './batch-size.ts'
import { faultOf, lastPlaceLeaving, leavesFrom, type Schedule } from './schedule.ts'

const byDay: Schedule = { startsOn: '2029-05-14', hours: { from: '07:00', until: '22:00' } }
const at = (moment: string) => new Date(moment)
const from = (schedule: Schedule, moment: string, place = 0) =>
  leavesFrom(schedule, place, at(moment)).toISOString()

test.each([
  ['before the first day', '2029-05-01T12:00:00Z', '2029-05-14T05:00:00.000Z'],
  ['a minute before the hour', '2029-05-14T04:59:00Z', '2029-05-14T05:00:00.000Z'],
  ['on the hour', '2029-05-14T05:00:00Z', '2029-05-14T05:00:00.000Z'],
  ['in the day', '2029-05-14T12:34:56Z', '2029-05-14T12:34:56.000Z'],
  ['at the last hour', '2029-05-14T20:00:00Z', '2029-05-15T05:00:00.000Z'],
  ['after midnight in Brussels', '2029-05-14T22:30:00Z', '2029-05-15T05:00:00.000Z'],
])('%s it leaves when the schedule says', (_, now, expected) => {
  expect(from(byDay, now)).toBe(expected)
})

test.each([
  ['to summer time, 25 March 2029', '2029-03-24T21:30:00Z', '2029-03-25T05:00:00.000Z'],
  ['to winter time, 28 October 2029', '2029-10-27T20:30:00Z', '2029-10-28T06:00:00.000Z'],
])('the night the clock changes %s ends at seven by the clock', (_, now, expected) => {
  expect(from({ ...byDay, startsOn: '2029-01-01' }, now)).toBe(expected)
})

test('an hour that the clock leaves out on a spring night is the one after it', () => {
  const atNight: Schedule = { startsOn: '2029-03-25', hours: { from: '02:30', until: '06:00' } }
  expect(from(atNight, '2029-03-25T00:00:00Z')).toBe('2029-03-25T01:30:00.000Z')
})

test('spread over days: the first batches today, the next ones tomorrow', () => {
  const spread: Schedule = { startsOn: '2029-05-14', perDay: 2 * batchSize }
  const days = [0, 1, 2, 3, 4].map((place) => from(spread, '2029-05-14T10:00:00Z', place))
  const tomorrow = '2029-05-14T22:00:00.000Z' // midnight in Brussels
  const now = '2029-05-14T10:00:00.000Z'
  expect(days).toEqual([now, now, tomorrow, tomorrow, '2029-05-15T22:00:00.000Z'])
})

test('the last place that leaves now is the last one of which that is said, whatever the day and the number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(20), fc.nat(900), (perDay, days, countsFrom) => {
      const spread: Schedule = { ...byDay, perDay, countsFrom }
      const now = new Date(Date.UTC(2029, 4, 14 + days, 10))
      const last = lastPlaceLeaving(spread, now)
      expect(leavesFrom(spread, last, now)).toEqual(now)
      expect(leavesFrom(spread, last + 1, now) > now).toBe(true)
    }),
  )
})

test('at night, and before the first day, no place leaves', () => {
  expect(lastPlaceLeaving(byDay, at('2029-05-14T21:00:00Z'))).toBe(-1)
  expect(lastPlaceLeaving(byDay, at('2029-05-13T12:00:00Z'))).toBe(-1)
  expect(lastPlaceLeaving(byDay, at('2029-05-14T12:00:00Z'))).toBeGreaterThan(1_000_000)
})

test('days are counted from what was still to go when the schedule was made', () => {
  const spread: Schedule = { startsOn: '2029-05-14', perDay: batchSize, countsFrom: 200 }
  expect(from(spread, '2029-05-14T10:00:00Z', 200)).toBe('2029-05-14T10:00:00.000Z')
  expect(from(spread, '2029-05-14T10:00:00Z', 201)).toBe('2029-05-14T22:00:00.000Z')
  expect(from(spread, '2029-05-14T10:00:00Z', 7), 'what is tried again').toBe('2029-05-14T10:00:00.000Z')
})

test.each([
  ['no day', { startsOn: '2029-02-30' }, 'not-a-day'],
  ['no time', { startsOn: '2029-05-14', hours: { from: '7:00', until: '22:00' } }, 'hours-wrong'],
  ['hours of the night', { startsOn: '2029-05-14', hours: { from: '22:00', until: '07:00' } }, 'hours-wrong'],
  ['fewer than a batch', { startsOn: '2029-05-14', perDay: batchSize - 1 }, 'per-day-too-small'],
  ['half a letter', { startsOn: '2029-05-14', perDay: 1000.5 }, 'per-day-too-small'],
])('a schedule with %s is refused', (_, schedule, fault) => {
  expect(faultOf(schedule)).toBe(fault)
  expect(faultOf(byDay)).toBeUndefined()
})
