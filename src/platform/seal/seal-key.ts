import { createHash } from 'node:crypto'

/**
 * Seals in the name of an organisation: a private key that somebody keeps, and the certificate that says whose it is.
 * The key may lie in a file, in a token (PKCS#11), or with a service elsewhere: what seals does not know.
 */
export interface SealKey {
  readonly chain: SealChain
  /**
   * Signs each of these short texts (some 200 bytes) with SHA-256: ECDSA as DER (RFC 3279) or RSA with PKCS#1 v1.5, in the
   * same order. Many at once, because a key that lies elsewhere answers by the call. Throws when it can't; then nothing
   * was sealed.
   */
  sign(contents: readonly Uint8Array[]): Promise<readonly Uint8Array[]>
}

/** Certificates in DER: the one of the key first, then those above it. */
export type SealChain = readonly Uint8Array[]

/** Who seals for which municipality. */
export interface SealKeys<Owner> {
  /** `undefined`: it does not seal. Throws a `SealNotReady` when it should and its key or certificate can't be used. */
  keyFor(owner: Owner): Promise<SealKey | undefined>
}

/** The message says what is wrong and where, for the operator. */
export class SealNotReady extends Error {}

/** Names a chain: the same certificates, the same name on every machine. */
export function chainSha256(chain: SealChain): Buffer {
  const hash = createHash('sha256')
  for (const certificate of chain) hash.update(certificate)
  return hash.digest()
}
