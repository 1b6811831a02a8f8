import { expect, test } from 'vitest'
import type { Downtime } from '../delivery/index.ts'
import { downtimeLines, sinceFrom } from './delivery-downtime.ts'

const beganAt = new Date('2029-05-20T08:00:00Z')
const downtime: Downtime = {
  ...{ api: 'federal-v3', host: 'box.example', beganAt, firstTraceId: 'first', lastTraceId: 'last' },
  ...{ lastFailureAt: new Date('2029-05-20T09:59:00Z'), failures: 41, codes: ['ECONNREFUSED', 'http-503'] },
  ...{ seenBy: 'host:12', endedAt: new Date('2029-05-20T10:00:05Z'), endedTraceId: 'back' },
}

test('says who, from when to when, and by what that is known', () => {
  expect(downtimeLines([downtime], beganAt)).toEqual([
    'box.example (federal-v3) was away from 2029-05-20T08:00:00.000Z until 2029-05-20T10:00:05.000Z (2 h 0 min 5 s)',
    '  41 attempts without an answer: ECONNREFUSED, http-503',
    '  first request first, seen by host:12',
    '  last request  last, at 2029-05-20T09:59:00.000Z',
    '  first answer  to request back',
  ])
  const going = { ...downtime, endedAt: null, endedTraceId: null }
  expect(downtimeLines([going], beganAt)[0]).toMatch(/and still is$/)
  expect(downtimeLines([], beganAt)).toEqual([
    'Nothing that letters go to was seen to be away since 2029-05-20T08:00:00.000Z.',
  ])
})

test('a day that is none is said', () => {
  expect(sinceFrom('2029-05-20', beganAt)).toEqual(new Date('2029-05-20T00:00:00Z'))
  expect(sinceFrom(undefined, beganAt)).toEqual(new Date('2029-04-20T08:00:00Z'))
  for (const wrong of ['2029-02-30', 'yesterday', '20-05-2029'])
    expect(() => sinceFrom(wrong, beganAt)).toThrow('--since')
})
