import { encode } from 'cborg'
import type { Signer } from './signer.ts'

const header = { algorithm: 1, keyId: 4, edDsa: -8 } as const
const keyIdBytes = 8

/**
 * What is signed and has to stay small, as COSE_Sign1 (RFC 9052) with Ed25519. The header names the algorithm and the first
 * eight bytes of the key's id; nothing else.
 */
export function signCose(signer: Signer, payload: Uint8Array): Uint8Array {
  const protectedHeader = encode(
    new Map<number, unknown>([
      [header.algorithm, header.edDsa],
      [header.keyId, Buffer.from(signer.keyId, 'base64url').subarray(0, keyIdBytes)],
    ]),
  )
  const signature = signer.sign(encode(['Signature1', protectedHeader, new Uint8Array(), payload]))
  return encode([protectedHeader, new Map(), payload, new Uint8Array(signature)])
}
