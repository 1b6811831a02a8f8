import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'

export function sha256(bytes: Uint8Array | string): Buffer {
  return hash('sha256', bytes, 'buffer')
}

/** Canonical JSON (RFC 8785): equal values, equal text, whatever the order of their fields. */
export function canonicalJson(value: unknown): string {
  const json = (canonicalize as unknown as (value: unknown) => string | undefined)(value)
  if (json === undefined) throw new Error('a value without JSON form has no hash')
  return json
}

/** SHA-256 over the canonical JSON of a value. */
export function sha256OfJson(value: unknown): Buffer {
  return sha256(canonicalJson(value))
}
