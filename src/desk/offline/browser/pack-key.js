// The key of a pack, and what is sealed with it. The server seals with these functions, the browser opens with them.
//
//   stretched = PBKDF2-SHA-256(code, salt, iterations)              made in the browser; the code never leaves it
//   shared    = ECDH P-256(key of the device, key of this pack)      the server throws its half away
//   key       = HKDF-SHA-256(shared ‖ stretched, salt = SHA-256(manifest))
//
// So it takes the device, the code, and the manifest as it was: with another expiry in it nothing opens.

/** @typedef {import('node:crypto').webcrypto.CryptoKey} Key */

const curve = { name: 'ECDH', namedCurve: 'P-256' }
const utf8 = new TextEncoder()

/** As slow as a phone can bear: a second or so. Stands in the manifest, so that it can grow. */
export const iterations = 600_000

/** A pair of keys whose private half no script can read. */
export function makeDeviceKey() {
  return crypto.subtle.generateKey(curve, false, ['deriveBits'])
}

/** @param {Key} key */
export async function publicBytes(key) {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key))
}

/**
 * @param {string} code without dashes
 * @param {Uint8Array} salt
 * @param {number} rounds
 */
export async function stretchCode(code, salt, rounds) {
  const base = await crypto.subtle.importKey('raw', utf8.encode(code), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(how, base, 256))
}

/**
 * @param {{ privateKey: Key, publicKey: Uint8Array, stretched: Uint8Array, manifest: Uint8Array }} from
 *   one's own private key and the public key of the other side
 */
export async function packKey({ privateKey, publicKey, stretched, manifest }) {
  const other = await crypto.subtle.importKey('raw', new Uint8Array(publicKey), curve, false, [])
  const shared = new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, privateKey, 256),
  )
  const both = new Uint8Array([...shared, ...stretched])
  const base = await crypto.subtle.importKey('raw', both, 'HKDF', false, ['deriveKey'])
  const salt = await crypto.subtle.digest('SHA-256', new Uint8Array(manifest))
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode('kiesloket offline pack') }
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/**
 * A piece is sealed under its place, and says whether it is the last: none is missing, moved or added unnoticed. The key is
 * of this pack alone, so a place is never used twice.
 * @param {number} place
 * @param {boolean} isLast
 */
function pieceParameters(place, isLast) {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, place)
  return { name: 'AES-GCM', iv, additionalData: Uint8Array.of(isLast ? 1 : 0) }
}

/** @param {Key} key @param {{ place: number, isLast: boolean }} at @param {Uint8Array} bytes */
export async function sealPiece(key, { place, isLast }, bytes) {
  const sealed = await crypto.subtle.encrypt(pieceParameters(place, isLast), key, new Uint8Array(bytes))
  return new Uint8Array(sealed)
}

/**
 * Throws when it is another key, another place, or not as it was sealed.
 * @param {Key} key @param {{ place: number, isLast: boolean }} at @param {Uint8Array} sealed
 */
export async function openPiece(key, { place, isLast }, sealed) {
  const opened = await crypto.subtle.decrypt(pieceParameters(place, isLast), key, new Uint8Array(sealed))
  return new Uint8Array(opened)
}

/** @param {Uint8Array} raw */
export function outboxKey(raw) {
  return crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/**
 * Seals what was done without network, for the server: bound to its pack and its own id.
 * @param {Key} key @param {{ id: string, pack: string }} about @param {object} entry
 * @returns {Promise<string>} base64
 */
export async function sealEntry(key, { id, pack }, entry) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const how = { name: 'AES-GCM', iv, additionalData: utf8.encode(`${pack}|${id}`) }
  const sealed = await crypto.subtle.encrypt(how, key, utf8.encode(JSON.stringify(entry)))
  return toBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
}

/** @param {Key} key @param {{ id: string, pack: string, sealed: string }} about */
export async function openEntry(key, { id, pack, sealed }) {
  const bytes = fromBase64(sealed)
  const how = { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: utf8.encode(`${pack}|${id}`) }
  const opened = await crypto.subtle.decrypt(how, key, bytes.slice(12))
  return JSON.parse(new TextDecoder().decode(opened))
}

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

/** @param {string} text */
export function fromBase64(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
