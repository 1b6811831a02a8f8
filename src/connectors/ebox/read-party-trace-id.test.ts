import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readPartyTraceId } from './read-party-trace-id.ts'

const read = (id: string) => readPartyTraceId({ 'belgov-trace-id': id }, 'belgov-trace-id')

test.each([randomUUID(), '00000000-0000-4000-8000-123456789012', 'SZO.7f3a-22', 'a1b2c3d4e5f60718'])(
  '%s is kept',
  (id) => expect(read(id)).toBe(id),
)

test.each(['85610100147', '85.61.01-001.47', 'x85610100147y', 'a'.repeat(37), 'a b', '<script>', ''])(
  '%s is not: it is too long, of another form, or could be a number of a person',
  (id) => expect(read(id)).toBeUndefined(),
)

test('a road without such a header has none', () => {
  expect(readPartyTraceId({ 'belgov-trace-id': randomUUID() }, undefined)).toBeUndefined()
  expect(readPartyTraceId({}, 'belgov-trace-id')).toBeUndefined()
})
