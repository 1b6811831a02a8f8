import { createHash, randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import sodium from 'libsodium-wrappers'
import { type Result, refused } from '../../platform/result.ts'

await sodium.ready

/**
 * The key pair of somebody who decides on excuses. The private half is kept under a passphrase that only this person knows: who has
 * the database and every key of the installation still can't open what was sealed for it. A lost passphrase is a lost key, so that
 * an authority has two readers.
 */
export interface ReaderKey {
  readonly publicKey: Uint8Array
  /** Salt, nonce and the private half, encrypted. */
  readonly locked: Uint8Array
}

export const shortestPassphrase = 14

const saltBytes = 16
const nonceBytes = sodium.crypto_secretbox_NONCEBYTES
/** 64 MB and some tenths of a second for each guess (RFC 7914). */
const cost: ScryptOptions = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 }
const deriveKey = promisify<string, Uint8Array, number, ScryptOptions, Buffer>(scrypt)

export async function makeReaderKey(
  passphrase: string,
): Promise<Result<{ key: ReaderKey }, 'passphrase-too-short'>> {
  if (passphrase.length < shortestPassphrase) return refused('passphrase-too-short')
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  const salt = randomBytes(saltBytes)
  const nonce = randomBytes(nonceBytes)
  const secret = await deriveKey(passphrase.normalize('NFC'), salt, sodium.crypto_secretbox_KEYBYTES, cost)
  const locked = Buffer.concat([salt, nonce, sodium.crypto_secretbox_easy(privateKey, nonce, secret)])
  return { ok: true, key: { publicKey, locked } }
}

/** What two people read to each other, to know that a key is the other's and nobody put another in its place: `3f2a 91c0 77de 0b14`. */
export function fingerprintOf(publicKey: Uint8Array): string {
  const hash = createHash('sha256').update(publicKey).digest('hex')
  return hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** The private half, to be forgotten as soon as it was used. */
export async function unlockReaderKey(
  { locked }: ReaderKey,
  passphrase: string,
): Promise<Result<{ privateKey: Uint8Array }, 'passphrase-wrong'>> {
  const salt = locked.subarray(0, saltBytes)
  const nonce = locked.subarray(saltBytes, saltBytes + nonceBytes)
  const secret = await deriveKey(passphrase.normalize('NFC'), salt, sodium.crypto_secretbox_KEYBYTES, cost)
  try {
    const body = locked.subarray(saltBytes + nonceBytes)
    return { ok: true, privateKey: sodium.crypto_secretbox_open_easy(body, nonce, secret) }
  } catch {
    return refused('passphrase-wrong')
  }
}
