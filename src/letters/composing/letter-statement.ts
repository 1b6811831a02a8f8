import { decode, encode } from 'cborg'
import { signCose } from '../../platform/cose.ts'
import { sha256OfJson } from '../../platform/hash.ts'
import type { ElectionId, LetterId } from '../../platform/ids.ts'
import type { Signer } from '../../platform/signer.ts'

/**
 * What the QR code of a letter says, signed: a CBOR Web Token (RFC 8392) in COSE_Sign1 (RFC 9052), Ed25519.
 * It names the issuer, the letter, the election and a digest of the facts; nothing of the voter. It stands in
 * the fragment of the portal's address, which a browser does not send to any server.
 */
export interface LetterStatement {
  /** Enterprise number of the municipality. */
  readonly issuer: string
  readonly letterId: LetterId
  /** The first 8 bytes of the election's id, in hex: enough beside the issuer. */
  readonly election: string
  /** The first 16 bytes of the SHA-256 over the facts and the template version, in hex. */
  readonly digest: string
}

const claim = { issuer: 1, tokenId: 7, digest: -70001, election: -70002 } as const
const keyIdHeader = 4
/** QR version 11 (61×61 modules) with error correction M holds 251 bytes. */
const qrBytes = 251

/** SHA-256 over what a letter says: the voter's facts, the facts shared by its plate, the template version. */
export function factsDigest(facts: { voter: unknown; shared: unknown; templateVersion: string }): Buffer {
  return sha256OfJson(facts)
}

/**
 * The text of the QR code. Throws when the portal's address leaves no room for the signed statement:
 * the code's place on the letter is laid out for good.
 */
export function qrText(
  signer: Signer,
  portalUrl: string,
  letter: { issuer: string; letterId: LetterId; electionId: ElectionId; digest: Uint8Array },
): string {
  const payload = encode(
    new Map<number, unknown>([
      [claim.issuer, letter.issuer],
      [claim.tokenId, idBytes(letter.letterId)],
      [claim.digest, letter.digest.subarray(0, 16)],
      [claim.election, electionMark(letter.electionId)],
    ]),
  )
  const statement = signCose(signer, payload)
  const text = `${portalUrl}/k#${Buffer.from(statement).toString('base64url')}`
  if (text.length > qrBytes)
    throw new Error(`PORTAL_URL is ${text.length - qrBytes} characters too long for the QR code`)
  return text
}

/** Reads a QR code's text back. `verify` checks the signature with the key of that id; false when unknown. */
export function readStatement(
  text: string,
  verify: (keyId: Uint8Array, signed: Uint8Array, signature: Uint8Array) => boolean,
): LetterStatement | undefined {
  const fragment = text.split('#')[1]
  if (!fragment) return undefined
  try {
    const options = { useMaps: true }
    const [protectedHeader, , payload, signature] = decode(Buffer.from(fragment, 'base64url'), options)
    const keyId = decode(protectedHeader, options).get(keyIdHeader)
    if (!verify(keyId, encode(['Signature1', protectedHeader, new Uint8Array(), payload]), signature))
      return undefined
    const claims = decode(payload, options) as Map<number, never>
    return {
      issuer: claims.get(claim.issuer)!,
      letterId: uuidText(claims.get(claim.tokenId)!),
      election: Buffer.from(claims.get(claim.election)!).toString('hex'),
      digest: Buffer.from(claims.get(claim.digest)!).toString('hex'),
    }
  } catch {
    return undefined // not CBOR, or not of this form: somebody else's QR code
  }
}

/** What a statement says of its election, enough beside the issuer. */
export function electionMark(electionId: ElectionId): Uint8Array {
  return idBytes(electionId).subarray(0, 8)
}

function idBytes(id: string): Uint8Array {
  return new Uint8Array(Buffer.from(id.replaceAll('-', ''), 'hex'))
}

function uuidText(bytes: Uint8Array): LetterId {
  const hex = Buffer.from(bytes).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as LetterId
}
