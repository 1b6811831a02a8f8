import { createPublicKey, verify } from 'node:crypto'
import type { LetterId } from '../../platform/ids.ts'
import type { KeySet } from '../../platform/key-set.ts'
import { readStatement } from './letter-statement.ts'

/** The letter that a QR code's text names, when this installation signed it: with today's key or an earlier one. */
export function letterInCode(text: string, keySet: KeySet): LetterId | undefined {
  return readStatement(text, (keyId, signed, signature) => isOurs(keySet, keyId, signed, signature))?.letterId
}

function isOurs(keySet: KeySet, keyId: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  const named = Buffer.from(keyId)
  const jwk = keySet.keys.find(({ kid }) =>
    Buffer.from(kid, 'base64url').subarray(0, named.length).equals(named),
  )
  if (!jwk || named.length === 0) return false
  const { kty, crv, x } = jwk
  return verify(null, signed, createPublicKey({ key: { kty, crv, x }, format: 'jwk' }), signature)
}
