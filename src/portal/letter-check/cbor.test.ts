import { encode } from 'cborg'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, signedBytes } from './browser/cbor.js'

/** What a browser reads with, against the library that the server writes with. */

const whole = fc.oneof(fc.integer(), fc.maxSafeInteger())
const { item } = fc.letrec<{ item: unknown }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true, maxDepth: 5 },
    ...[whole, fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 })],
    fc.array(tie('item'), { maxLength: 30 }),
    fc
      .uniqueArray(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie('item')), {
        ...{ selector: ([key]) => key, maxLength: 30 },
      })
      .map((entries) => new Map(entries)),
  ),
}))

test('whatever of its kinds the library writes is read as it was', () => {
  fc.assert(
    fc.property(item, (value) => {
      expect(decode(encode(value))).toEqual(value)
    }),
  )
})

test('what is cut off, has something behind it or is of another kind is refused, and never hangs', () => {
  fc.assert(
    fc.property(item, fc.nat(), (value, cut) => {
      const bytes = encode(value)
      expect(() => decode(bytes.slice(0, cut % bytes.length))).toThrow()
      expect(() => decode(Uint8Array.from([...bytes, 0]))).toThrow()
    }),
  )
  for (const other of [1.5, true, null, undefined, 2n ** 60n, [[[[[[[[[1]]]]]]]]]])
    expect(() => decode(encode(other)), String(other)).toThrow()
})

test('bytes of nobody are read or refused at once, however many items they promise', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      try {
        decode(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(Error)
      }
    }),
    { numRuns: 2000 },
  )
  for (const foul of [
    '9affffffff',
    '9bffffffffffffffff',
    'bb00000000ffffffff',
    '5affffffff',
    '61ff',
    'a201010102',
    '9f01ff',
  ])
    expect(() => decode(Buffer.from(foul, 'hex')), foul).toThrow()
})

test('what a signature is over is made as the library makes it', () => {
  for (const length of [0, 1, 23, 24, 255, 256, 65_535, 65_536, 70_000]) {
    const [header, payload] = [new Uint8Array(length % 300).fill(1), new Uint8Array(length).fill(2)]
    const expected = encode(['Signature1', header, new Uint8Array(), payload])
    expect(Buffer.from(signedBytes(header, payload)).equals(expected), String(length)).toBe(true)
  }
})
