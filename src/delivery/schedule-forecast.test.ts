import { expect, test } from 'vitest'
import { batchSize } from './batch-size.ts'
import type { Schedule } from './schedule.ts'
import { forecast } from './schedule-forecast.ts'

const byDay: Schedule = { startsOn: '2029-05-14', hours: { from: '08:00', until: '20:00' } }
const hour = 3600
const now = new Date('2029-05-14T10:00:00Z') // noon in Brussels
const of = (schedule: Schedule | undefined, documents: number, perSecond: number, firstPlace = 0) => {
  const found = forecast(schedule, { documents, firstPlace, perSecond, now })
  return found && { end: found.end.toISOString(), days: found.days }
}

test('without a schedule it goes on, day and night', () => {
  expect(of(undefined, hour * 10, 10)).toEqual({ end: '2029-05-14T11:00:00.000Z', days: 1 })
  expect(of(undefined, hour * 24, 1)).toEqual({ end: '2029-05-15T10:00:00.000Z', days: 2 })
})

test('what does not fit within the hours goes on the next morning', () => {
  // Eight hours are left today.
  expect(of(byDay, hour * 8, 1)).toEqual({ end: '2029-05-14T18:00:00.000Z', days: 1 })
  expect(of(byDay, hour * 9, 1)).toEqual({ end: '2029-05-15T07:00:00.000Z', days: 2 })
})

test('a first day that is yet to come', () => {
  expect(of({ ...byDay, startsOn: '2029-05-20' }, hour, 1)).toEqual({
    ...{ end: '2029-05-20T07:00:00.000Z', days: 1 },
  })
})

test('so many a day takes so many days, at any rate', () => {
  const spread = { ...byDay, perDay: 2 * batchSize }
  expect(of(spread, 4 * batchSize, 1000)).toMatchObject({ days: 2 })
  expect(of(spread, 5 * batchSize, 1000)).toEqual({
    ...{ end: '2029-05-16T06:00:00.500Z', days: 3 },
  })
})

test('what had left when the schedule was made takes up no days', () => {
  const spread = { ...byDay, perDay: 2 * batchSize }
  expect(of({ ...spread, countsFrom: 100 }, 4 * batchSize, 1000, 100)).toMatchObject({ days: 2 })
})

test('what would take more than a year is not told as a day', () => {
  expect(of({ ...byDay, perDay: batchSize }, 1000 * batchSize, 1000)).toBeUndefined()
})
