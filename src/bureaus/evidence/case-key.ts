import sodium from 'libsodium-wrappers'

await sodium.ready

/**
 * The key pair of one case. Everybody can seal a document for it, also days later; to open one the private half is needed, which
 * is kept only in sealed copies, one for each reader. When the copies are deleted, nothing of the case can be read any more, in no
 * backup either that came after them.
 */
export interface CaseKey {
  readonly publicKey: Uint8Array
  /** A copy for each reader, in the order in which they were given. */
  readonly copies: readonly Uint8Array[]
}

/** Throws without a reader: nobody could ever open what is sealed for such a case. */
export function makeCaseKey(readers: readonly Uint8Array[]): CaseKey {
  if (readers.length === 0) throw new Error('a case needs somebody who can read it')
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return { publicKey, copies: readers.map((reader) => sodium.crypto_box_seal(privateKey, reader)) }
}

export interface Reader {
  readonly publicKey: Uint8Array
  readonly privateKey: Uint8Array
}

/** The private half of the case. Throws when the copy is another reader's, or damaged. */
export function openCaseKey(copy: Uint8Array, { publicKey, privateKey }: Reader): Uint8Array {
  return sodium.crypto_box_seal_open(copy, publicKey, privateKey)
}

/** A copy for one more reader, made by one who can open the case. */
export function copyCaseKey(copy: Uint8Array, from: Reader, to: Uint8Array): Uint8Array {
  return sodium.crypto_box_seal(openCaseKey(copy, from), to)
}
