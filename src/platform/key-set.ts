import { z } from 'zod'
import { keyIdOf, type PublicSigningKey } from './signer.ts'

/** The public signing keys of an installation, as others fetch and keep them (JSON Web Key Set, RFC 7517). */
export interface KeySet {
  readonly keys: readonly PublicSigningKey[]
}

const publicKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})
const oneOrMore = z.union([
  publicKey.transform((key) => [key]),
  z.object({ keys: z.array(publicKey) }).transform(({ keys }) => keys),
])

/** Reads a key file: one JSON Web Key, or a set of them; `undefined` when it is neither. Names are computed anew. */
export function readKeySet(text: string): KeySet | undefined {
  const parsed = oneOrMore.safeParse(parseJson(text))
  return parsed.success ? keySetOf(parsed.data) : undefined
}

/** A set of keys, each once, in the order given. */
export function keySetOf(keys: readonly Pick<PublicSigningKey, 'kty' | 'crv' | 'x'>[]): KeySet {
  const byName = new Map(keys.map(({ kty, crv, x }) => [keyIdOf({ kty, crv, x }), { kty, crv, x }]))
  return { keys: [...byName].map(([kid, key]) => ({ ...key, kid, alg: 'EdDSA', use: 'sig' })) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
