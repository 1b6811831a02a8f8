// Opens what the installation signed: COSE_Sign1 (RFC 9052) with Ed25519, as the codes on letters and the lists of letters are.

import { decode, signedBytes } from './cbor.js'

/** @typedef {{ kid: string, x: string }} PublicKey */
/** @typedef {{ claims: Map<number, any> } | { because: 'unreadable' | 'unknown-key' | 'not-genuine' }} Opened */

const keyIdHeader = 4

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
    const [protectedHeader, , payload, signature] = decode(bytes)
    const keyId = toHex(decode(protectedHeader).get(keyIdHeader))
    return { keyId, signed: signedBytes(protectedHeader, payload), signature, claims: decode(payload) }
  })
  if (!parts?.keyId || !(parts.claims instanceof Map)) return { because: 'unreadable' }
  const key = keys.find(({ kid }) => toHex(fromBase64Url(kid)).startsWith(parts.keyId))
  if (!key) return { because: 'unknown-key' }
  const isGenuine = await isSignedBy(fromBase64Url(key.x), parts)
  return isGenuine ? { claims: parts.claims } : { because: 'not-genuine' }
}

/** Whether this browser checks such a signature itself; older ones do not (Chrome before 137, Firefox before 129, Safari before 17). */
export async function knowsEd25519() {
  return crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify']).then(
    () => true,
    () => false,
  )
}

async function isSignedBy(key, { signature, signed }) {
  if (await knowsEd25519()) {
    const imported = await crypto.subtle
      .importKey('raw', key, 'Ed25519', false, ['verify'])
      .catch(() => undefined)
    return imported !== undefined && crypto.subtle.verify('Ed25519', imported, signature, signed)
  }
  const { verifyAsync } = await import('@noble/ed25519')
  return verifyAsync(signature, signed, key, { zip215: false }).catch(() => false)
}

function taken(read) {
  try {
    return read()
  } catch {
    return undefined // not CBOR, or not of this form
  }
}
