import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { describe, expect, test } from 'vitest'
import { claimedKey, createSigner, generateSigningKey, keyIdOf, openSigned } from './signer.ts'

const pem = generateSigningKey()
const signer = createSigner(pem)
const text = Buffer.from('every voter exactly one letter')

describe('a signer', () => {
  test('names its key by the thumbprint of RFC 7638', async () => {
    const { kty, crv, x } = signer.publicJwk
    expect(signer.keyId).toBe(await calculateJwkThumbprint({ kty, crv, x }))
    expect(signer.keyId).toBe(keyIdOf(signer.publicJwk))
    // the key and its thumbprint in RFC 8037, appendix A
    const known = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const
    expect(keyIdOf(known)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k')
  })

  test('shows its public key without the private part', () => {
    expect(Object.keys(signer.publicJwk).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
  })

  test('signs bytes in 64 bytes, always the same, that the public key verifies', () => {
    const signature = signer.sign(text)
    expect(signature).toHaveLength(64)
    expect(createSigner(pem).sign(text)).toEqual(signature)
    const key = createPublicKey({ key: { ...signer.publicJwk }, format: 'jwk' })
    expect(verify(null, text, key, signature)).toBe(true)
    expect(verify(null, Buffer.from('every voter two letters'), key, signature)).toBe(false)
  })

  test('refuses a key of another kind', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const other = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    expect(() => createSigner(other)).toThrow(/must be Ed25519/)
  })
})

describe('a signed document', () => {
  test('opens with the key that signed it, and names it', async () => {
    const signed = await signer.signJws(text)
    const { kty, crv, x } = signer.publicJwk
    expect(JSON.parse(Buffer.from(signed.protected, 'base64url').toString())).toEqual({
      alg: 'EdDSA',
      kid: signer.keyId,
      jwk: { kty, crv, x },
    })
    expect(claimedKey(signed)).toEqual({ kty, crv, x })
    expect(await openSigned(signed, signer.publicJwk)).toEqual(text)
  })

  test('claims no key whose name is not its thumbprint', async () => {
    const signed = await signer.signJws(text)
    const { jwk } = JSON.parse(Buffer.from(signed.protected, 'base64url').toString())
    const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: 'another', jwk })).toString('base64url')
    expect(claimedKey({ ...signed, protected: header })).toBeUndefined()
    expect(claimedKey({ ...signed, protected: 'no header' })).toBeUndefined()
  })

  test('does not open when one letter of the signature is another, be it one whose bits say nothing', async () => {
    const signed = await signer.signJws(text)
    const last = signed.signature.at(-1)!
    const others = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_='.replace(last, '')
    for (const other of others) {
      const signature = signed.signature.slice(0, -1) + other
      expect(await openSigned({ ...signed, signature }, signer.publicJwk), other).toBeUndefined()
    }
  })

  test('does not open with another key, another payload or another algorithm', async () => {
    const signed = await signer.signJws(text)
    const payload = Buffer.from('every voter two letters').toString('base64url')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    expect(await openSigned(signed, createSigner(generateSigningKey()).publicJwk)).toBeUndefined()
    expect(await openSigned({ ...signed, payload }, signer.publicJwk)).toBeUndefined()
    expect(await openSigned({ ...signed, protected: none }, signer.publicJwk)).toBeUndefined()
    expect(await openSigned({ ...signed, signature: '' }, signer.publicJwk)).toBeUndefined()
  })
})
