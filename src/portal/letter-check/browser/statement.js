// What the code on a letter says: who made it, which letter it is, of which election. Nothing of the voter is in it.

import { fromBase64Url, openSigned, toHex } from './cose.js'

const claim = { issuer: 1, tokenId: 7, election: -70002 }

/** @typedef {{ issuer: string, election: string, letterId: Uint8Array }} Statement */

/**
 * Reads what stands behind the # of an address, or that whole address, as it was scanned or pasted.
 * @param {string} text @param {readonly import('./cose.js').PublicKey[]} keys
 * @returns {Promise<Statement | { because: 'unreadable' | 'unknown-key' | 'not-genuine' }>}
 */
export async function readStatement(text, keys) {
  const opened = await openSigned(bytesOf(text), keys)
  if ('because' in opened) return opened
  const { claims } = opened
  const [issuer, letterId, election] = [claim.issuer, claim.tokenId, claim.election].map((key) =>
    claims.get(key),
  )
  // Something else that the installation signed is no letter.
  if (typeof issuer !== 'string' || letterId?.length !== 16 || election?.length !== 8)
    return { because: 'unreadable' }
  return { issuer, letterId, election: toHex(election) }
}

function bytesOf(text) {
  try {
    return fromBase64Url(text.trim().split('#').at(-1))
  } catch {
    return new Uint8Array()
  }
}
