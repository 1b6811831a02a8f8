import { createCipheriv, createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createVault, type DataKey, parseDataKeys } from './vault.ts'

const key = (id: number): DataKey => ({ id, key: Buffer.alloc(32, id) })
const first = createVault([key(1)])
const rotated = createVault([key(2), key(1)])

function sealedAesGcm(text: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(1).key, iv)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), body])
}

describe('sealing', () => {
  test('what is sealed can be opened, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = first.seal(text)
        expect(first.open(sealed)).toBe(Buffer.from(text, 'utf8').toString('utf8'))
        expect(sealed.equals(first.seal(text))).toBe(false)
      }),
    )
  })

  test('one bit changed anywhere, and it does not open', () => {
    fc.assert(
      fc.property(fc.nat(1 + 24 + 16 + 11 - 1), fc.nat(7), (place, bit) => {
        const sealed = first.seal('85610100147')
        sealed[place]! ^= 1 << bit
        expect(() => first.open(sealed)).toThrow()
      }),
    )
  })

  test('cut short, it does not open: not even where a short tag would fit', () => {
    const sealed = first.seal('85610100147')
    for (let length = 0; length < sealed.length; length++)
      expect(() => first.open(sealed.subarray(0, length))).toThrow()
    expect(() => first.open(first.seal('').subarray(0, 1 + 24 + 12))).toThrow()
  })

  test('what was sealed with AES-256-GCM before decision 0028 still opens, and not when it is cut or changed', () => {
    const before = sealedAesGcm('85610100147')
    expect(first.open(before)).toBe('85610100147')
    for (let length = 0; length < before.length; length++)
      expect(() => first.open(before.subarray(0, length))).toThrow()
    before[20]! ^= 1
    expect(() => first.open(before)).toThrow()
  })

  test('the plain number is nowhere in what is kept', () => {
    expect(first.seal('85610100147').includes('85610100147')).toBe(false)
  })
})

describe('rotation', () => {
  test('the newest key seals, older keys still open', () => {
    expect(rotated.seal('x')[0]).toBe(2)
    expect(rotated.currentKeyId).toBe(2)
    expect(rotated.open(first.seal('85610100147'))).toBe('85610100147')
  })

  test('a key that is not there is named, its content is not', () => {
    expect(() => first.open(rotated.seal('85610100147'))).toThrow('no data key with id 2')
  })

  test('look-up and pseudonym stay the same when a key is put in front', () => {
    expect(rotated.index('85610100147').equals(first.index('85610100147'))).toBe(true)
    expect(rotated.pseudonym('85610100147').equals(first.pseudonym('85610100147'))).toBe(true)
  })

  test('look-up, pseudonym and another installation tell nothing of each other', () => {
    const other = createVault([key(3)])
    const all = [
      first.index('a'),
      first.index('b'),
      first.pseudonym('a'),
      other.index('a'),
      other.pseudonym('a'),
    ]
    expect(new Set(all.map((bytes) => bytes.toString('hex'))).size).toBe(all.length)
  })

  test('there is no vault without a key', () => {
    expect(() => createVault([])).toThrow('at least one data key')
  })
})

test('the look-up index is HMAC-SHA-256 of the text, whatever its length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
      const hmac = createHmac('sha256', first.keys.index).update(text).digest()
      expect(first.index(text).equals(hmac)).toBe(true)
    }),
  )
})

describe('the setting', () => {
  const base64 = randomBytes(32).toString('base64')

  test('keys are read newest first', () => {
    expect(parseDataKeys(`2:${base64}, 1:${base64}`).map(({ id }) => id)).toEqual([2, 1])
  })

  test.each([
    '',
    base64,
    `0:${base64}`,
    `256:${base64}`,
    `1:${base64.slice(4)}`,
    `1:${base64},`,
    `1:${base64},1:${base64}`,
  ])('refused without showing the key: %#', (text) => {
    expect(() => parseDataKeys(text)).toThrow(/^data key \d /)
    try {
      parseDataKeys(text)
    } catch (error) {
      expect(String(error)).not.toContain(base64.slice(0, 8))
    }
  })
})
