import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

export function sha256(bytes: Uint8Array | string): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** SHA-256 over the canonical JSON (RFC 8785) of a value: equal facts, equal hash, whatever their order. */
export function sha256OfJson(value: unknown): Buffer {
  const json = (canonicalize as unknown as (value: unknown) => string | undefined)(value)
  if (json === undefined) throw new Error('a value without JSON form has no hash')
  return sha256(json)
}
