import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deflate } from './deflate.ts'

const inflate = (bytes: Uint8Array) => new Uint8Array(inflateSync(bytes))

test('what it compresses can be read by every reader', () => {
  const few = fc
    .array(fc.constantFrom(...Buffer.from('0123 re\n')), { maxLength: 3000 })
    .map((codes) => Uint8Array.from(codes))
  const repeated = fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 2000 }))
    .map(([bytes, times]) => new Uint8Array(Buffer.concat(Array.from({ length: times }, () => bytes))))
  fc.assert(
    fc.property(fc.oneof(fc.uint8Array({ maxLength: 2000 }), few, repeated), (bytes) => {
      expect(inflate(deflate(bytes))).toEqual(bytes)
    }),
    { numRuns: 200 },
  )
})

test('matches of every length and far back', () => {
  const far = Buffer.alloc(40_000, 'x')
  far.write('a beginning to come back to', 0)
  far.write('a beginning to come back to', 32_700)
  expect(inflate(deflate(far))).toEqual(new Uint8Array(far))
  for (let length = 0; length < 600; length++)
    expect(inflate(deflate(Buffer.alloc(length, 'ab'))).length).toBe(length)
})

test('the bytes for a text are the same for ever', () => {
  const bytes = Buffer.from(deflate(Buffer.from('0 0 1 1 re\n2 0 1 1 re\n4 0 1 1 re\nf')))
  expect(bytes.toString('hex')).toBe('7801335030503004c2a2542e2304d304c14c030070f406d6')
})
