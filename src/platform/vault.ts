import { createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import sodium from 'libsodium-wrappers'

await sodium.ready

/** A data key with the one-byte id that is stored before everything it encrypts. */
export interface DataKey {
  readonly id: number
  readonly key: Buffer
}

/**
 * Keeps national numbers unreadable at rest. `seal` encrypts with the first key
 * (XChaCha20-Poly1305), `open` takes any key it knows, `index` is a keyed hash for look-up that never changes with rotation,
 * `pseudonym` a different one for documents that leave the house.
 */
export interface Vault {
  readonly currentKeyId: number
  /** For a vault on another thread of this process: `openVault` makes one of them there. */
  readonly keys: VaultKeys
  seal(text: string): Buffer
  open(sealed: Uint8Array): string
  index(text: string): Buffer
  pseudonym(text: string): Buffer
}

/** Key objects, which threads of one process can hand each other without showing what is in them. */
export interface VaultKeys {
  readonly currentKeyId: number
  readonly byId: ReadonlyMap<number, KeyObject>
  readonly index: KeyObject
  readonly pseudonym: KeyObject
}

/** A sealed text: the id of its key, a nonce of its own, and the encrypted bytes with the tag behind them. */
const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
const bodyAt = 1 + nonceBytes

/**
 * Keys newest first. The look-up keys derive from the oldest, so rotation does not lose anybody; the oldest
 * therefore stays in the setting for as long as a list or a letter is kept, even when nothing is sealed with it.
 */
export function createVault(keys: readonly DataKey[]): Vault {
  const current = keys[0]
  const oldest = keys.at(-1)
  if (!current || !oldest) throw new Error('the vault needs at least one data key')
  return openVault({
    currentKeyId: current.id,
    // made once: a key passed as bytes is prepared again for each number, seven times slower
    byId: new Map(keys.map(({ id, key }) => [id, createSecretKey(key)])),
    index: deriveKey(oldest.key, 'kiesloket look-up index'),
    pseudonym: deriveKey(oldest.key, 'kiesloket pseudonym'),
  })
}

export function openVault(keys: VaultKeys): Vault {
  const idByte = Buffer.of(keys.currentKeyId)
  const secrets = new Map([...keys.byId].map(([id, key]) => [id, key.export()]))
  const currentSecret = secrets.get(keys.currentKeyId)
  if (!currentSecret) throw new Error('the vault has no current key')
  const nextNonce = freshNonces()
  return {
    currentKeyId: keys.currentKeyId,
    keys,
    seal(text) {
      const nonce = nextNonce()
      const body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
        Buffer.from(text, 'utf8'),
        idByte,
        null,
        nonce,
        currentSecret,
      )
      return Buffer.concat([idByte, nonce, body])
    },
    open(sealed) {
      const id = sealed[0] ?? 0
      const secret = secrets.get(id)
      if (!secret) throw new Error(`no data key with id ${id}: add it to KIESLOKET_DATA_KEY`)
      return opened(sealed, secret) ?? openedAesGcm(sealed, secret)
    },
    index: keyedHash(keys.index),
    pseudonym: keyedHash(keys.pseudonym),
  }
}

/** Nothing when it is damaged, was sealed with another key, or in the form of before. */
function opened(sealed: Uint8Array, secret: Uint8Array): string | undefined {
  try {
    const body = sealed.subarray(bodyAt)
    const nonce = sealed.subarray(1, bodyAt)
    const id = sealed.subarray(0, 1)
    return Buffer.from(
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, body, id, nonce, secret),
    ).toString('utf8')
  } catch {
    return undefined
  }
}

const ivBytes = 12
const tagBytes = 16

/** What was sealed before decision 0028. Throws at anything else that does not open. */
function openedAesGcm(sealed: Uint8Array, secret: Uint8Array): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const iv = bytes.subarray(1, 1 + ivBytes)
  const body = bytes.subarray(1 + ivBytes + tagBytes)
  const decipher = createDecipheriv('aes-256-gcm', secret, iv, { authTagLength: tagBytes })
  decipher.setAuthTag(bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes))
  return decipher.update(body, undefined, 'utf8') + decipher.final('utf8')
}

/** HMAC-SHA-256 that keeps what it made of its key; Node's makes it, and an object, again for each text. */
function keyedHash(key: KeyObject): (text: string) => Buffer {
  const keyed = hmac.create(sha256, key.export())
  const underWay = keyed.clone()
  return (text) => {
    const hashed = Buffer.allocUnsafe(sha256.outputLen)
    keyed._cloneInto(underWay).update(Buffer.from(text, 'utf8')).digestInto(hashed)
    return hashed
  }
}

function deriveKey(key: Buffer, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32)))
}

/** Random bytes for one text at a time, drawn from the system a thousand at once. */
function freshNonces(): () => Buffer {
  let drawn = Buffer.alloc(0)
  let used = 0
  return () => {
    if (used === drawn.length) {
      drawn = randomBytes(nonceBytes * 1000)
      used = 0
    }
    used += nonceBytes
    return drawn.subarray(used - nonceBytes, used)
  }
}

/** `2:BASE64,1:BASE64`, newest first; each key 32 bytes, each id 1–255. Throws with the place of the fault. */
export function parseDataKeys(text: string): readonly DataKey[] {
  const seen = new Set<number>()
  return text.split(',').map((part, place) => {
    const match = /^(\d{1,3}):([A-Za-z0-9+/=_-]+)$/.exec(part.trim())
    const key = Buffer.from(match?.[2] ?? '', 'base64')
    const id = Number(match?.[1])
    if (!match || id < 1 || id > 255 || key.length !== 32)
      throw new Error(`data key ${place + 1} is not "id:base64 of 32 bytes" with an id from 1 to 255`)
    if (seen.has(id)) throw new Error(`data key ${place + 1} has the id of an earlier one: ${id}`)
    seen.add(id)
    return { id, key }
  })
}
