import { expect, test } from 'vitest'
import { keySetOf, readKeySet } from './key-set.ts'
import { createSigner, generateSigningKey } from './signer.ts'

const one = createSigner(generateSigningKey()).publicJwk
const other = createSigner(generateSigningKey()).publicJwk

test('one key or a set is read; a name that is not the key’s own is not believed; nobody is in it twice', () => {
  expect(readKeySet(JSON.stringify(one))).toEqual({ keys: [one] })
  const liar = { ...other, kid: one.kid, d: 'a private part does not come along' }
  expect(readKeySet(JSON.stringify({ keys: [one, liar] }))).toEqual({ keys: [one, other] })
  expect(keySetOf([one, other, one]).keys).toEqual([one, other])
})

test.each([
  ['nothing', ''],
  ['no JSON', 'key'],
  ['a key of another kind', '{"keys":[{"kty":"EC","crv":"P-256","x":"a","y":"b"}]}'],
  ['a key cut short', JSON.stringify({ ...one, x: one.x.slice(1) })],
])('%s is not a key file', (_, text) => expect(readKeySet(text)).toBeUndefined())
