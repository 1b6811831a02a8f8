// Opens what the installation signed: COSE_Sign1 (RFC 9052) with Ed25519, as the codes on letters and the lists of letters are.

import { verifyAsync } from '@noble/ed25519'
import { decode, encode } from 'cborg'

/** @typedef {{ kid: string, x: string }} PublicKey */
/** @typedef {{ claims: Map<number, any> } | { because: 'unreadable' | 'unknown-key' | 'not-genuine' }} Opened */

const keyIdHeader = 4
const maps = { useMaps: true }

/** @param {string} text in base64url; throws when it is not. */
export function fromBase64Url(text) {
  if (!/^[\w-]+$/.test(text)) throw new Error('this is not base64url')
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(plain, (one) => one.charCodeAt(0))
}

/** @param {Uint8Array} bytes */
export const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * What it says, when one of these keys signed it.
 * @param {Uint8Array} bytes @param {readonly PublicKey[]} keys @returns {Promise<Opened>}
 */
export async function openSigned(bytes, keys) {
  const parts = taken(() => {
    const [protectedHeader, , payload, signature] = decode(bytes, maps)
    const keyId = toHex(decode(protectedHeader, maps).get(keyIdHeader))
    const signed = encode(['Signature1', protectedHeader, new Uint8Array(), payload])
    return { keyId, signed, signature, claims: decode(payload, maps) }
  })
  if (!parts?.keyId || !(parts.claims instanceof Map)) return { because: 'unreadable' }
  const key = keys.find(({ kid }) => toHex(fromBase64Url(kid)).startsWith(parts.keyId))
  if (!key) return { because: 'unknown-key' }
  const isGenuine = await verifyAsync(parts.signature, parts.signed, fromBase64Url(key.x), {
    zip215: false,
  }).catch(() => false)
  return isGenuine ? { claims: parts.claims } : { because: 'not-genuine' }
}

function taken(read) {
  try {
    return read()
  } catch {
    return undefined // not CBOR, or not of this form
  }
}
