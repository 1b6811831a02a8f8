import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { decodeProtectedHeader, errors, type FlattenedJWS, FlattenedSign, flattenedVerify } from 'jose'
import { sha256OfJson } from './hash.ts'

/** An Ed25519 public key as others may keep it (RFC 8037). */
export interface PublicSigningKey {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly alg: 'EdDSA'
  readonly use: 'sig'
}

type BarePublicKey = Pick<PublicSigningKey, 'kty' | 'crv' | 'x'>

/** Signs for the installation: certificates as a JWS, the statement in each QR code as bare bytes. */
export interface Signer {
  /** The thumbprint of the public key (RFC 7638): the same key has the same name everywhere. */
  readonly keyId: string
  readonly publicJwk: PublicSigningKey
  /** 64 bytes; the same bytes always get the same signature (RFC 8032). */
  sign(bytes: Uint8Array): Buffer
  /** The payload in a signed envelope: flattened JSON serialisation of RFC 7515. */
  signJws(payload: Uint8Array): Promise<SignedDocument>
}

/**
 * A signed envelope: `protected` names the algorithm and the key and carries the public key itself, so that the
 * file can be checked alone. Whose key it is has to be known from elsewhere. All three are base64url.
 */
export type SignedDocument = Required<Pick<FlattenedJWS, 'payload' | 'protected' | 'signature'>>

/** A signer from an Ed25519 private key (PKCS#8 PEM). Throws when the key is of another kind. */
export function createSigner(pem: string): Signer {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error(`the signing key must be Ed25519, not ${key.asymmetricKeyType}`)
  const publicJwk = publicKeyOf(key)
  return {
    keyId: publicJwk.kid,
    publicJwk,
    sign: (bytes) => sign(null, bytes, key),
    async signJws(payload) {
      const { kid, kty, crv, x } = publicJwk
      const header = { alg: 'EdDSA', kid, jwk: { kty, crv, x } }
      return (await new FlattenedSign(payload).setProtectedHeader(header).sign(key)) as SignedDocument
    },
  }
}

/** A fresh private key (PKCS#8 PEM), for development and for a first installation. */
export function generateSigningKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519')
  return privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
}

/** The public key that a document says it was signed with; it says nothing of whose key that is. */
export function claimedKey(document: SignedDocument): BarePublicKey | undefined {
  const { kid, jwk } = headerOf(document)
  if (jwk?.kty !== 'OKP' || jwk.crv !== 'Ed25519' || typeof jwk.x !== 'string') return undefined
  const key = { kty: 'OKP', crv: 'Ed25519', x: jwk.x } as const
  return keyIdOf(key) === kid ? key : undefined
}

/** The signed bytes when the signature is of this key, written as it was; `undefined` when it is not. */
export async function openSigned(document: SignedDocument, key: BarePublicKey): Promise<Buffer | undefined> {
  if (!isAsWritten(document.signature)) return undefined
  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: 'jwk' })
  try {
    const { payload } = await flattenedVerify(document, publicKey, { algorithms: ['EdDSA'] })
    return Buffer.from(payload)
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}

/** The last letter of base64url has bits that say nothing: another letter there is another file, with the same signature. */
function isAsWritten(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text
}

/** The name of a public key: its thumbprint (RFC 7638). */
export function keyIdOf({ crv, kty, x }: BarePublicKey): string {
  return sha256OfJson({ crv, kty, x }).toString('base64url')
}

function publicKeyOf(key: KeyObject): PublicSigningKey {
  const { x } = createPublicKey(key).export({ format: 'jwk' }) as { x: string }
  const bare = { kty: 'OKP', crv: 'Ed25519', x } as const
  return { ...bare, kid: keyIdOf(bare), alg: 'EdDSA', use: 'sig' }
}

function headerOf(document: SignedDocument): ReturnType<typeof decodeProtectedHeader> {
  try {
    return decodeProtectedHeader(document)
  } catch {
    return {} // not a header: somebody else's file, or a damaged one
  }
}
