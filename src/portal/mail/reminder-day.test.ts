import { expect, test } from 'vitest'
import { isTimeToRemind, reminderDay } from './reminder-day.ts'

const election = { pollingDay: '2029-06-10' }

test('the municipality says how many days before; otherwise it is five', () => {
  expect(reminderDay(election, {})).toBe('2029-06-05')
  expect(reminderDay(election, { reminder: { daysBefore: 12 } })).toBe('2029-05-29')
  expect(reminderDay({ pollingDay: '2029-03-04' }, { reminder: { daysBefore: 5 } })).toBe('2029-02-27')
})

test.each([
  ['the evening before', '2029-06-04T21:30:00Z', false],
  ['the night', '2029-06-05T06:59:59Z', false],
  ['nine o’clock in Belgium', '2029-06-05T07:00:00Z', true],
  ['a worker that was away that day', '2029-06-08T01:00:00Z', true],
  ['the last moment before polling day', '2029-06-09T21:59:59Z', true],
  ['polling day', '2029-06-09T22:00:00Z', false],
])('reminders: %s', (_, moment, leaves) => {
  expect(isTimeToRemind(election, {}, new Date(moment))).toBe(leaves)
})
