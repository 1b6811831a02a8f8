import sodium from 'libsodium-wrappers'
import type { ListVoter } from '../checking/check-row.ts'

await sodium.ready

/**
 * Eight bytes for each person and for each home of some rows. Where none come twice nobody can be on the list twice under
 * two numbers, and the database need not look; where some do, it says whether they are really the same.
 */
export interface Fingerprints {
  readonly people: BigUint64Array<ArrayBuffer>
  readonly homes: BigUint64Array<ArrayBuffer>
}

const hashBytes = sodium.crypto_shorthash_BYTES
/** No secret: whoever makes two of them meet has the database look, and no more. The same in all threads. */
const key = new Uint8Array(sodium.crypto_shorthash_KEYBYTES)

/** Takes the fingerprints of at most so many voters. */
export function createFingerprints(voters: number) {
  const people = createColumn(voters)
  const homes = createColumn(voters)
  return {
    /** `address`: the list address as text, the same for the same address. */
    add({ birthDate, lastName, firstNames, addressKind }: ListVoter, address: string): void {
      if (birthDate) people.add(`${birthDate}\n${lastName}\n${firstNames}\n${address}`)
      if (!addressKind) homes.add(address)
    },
    taken: (): Fingerprints => ({ people: people.taken(), homes: homes.taken() }),
  }
}

function createColumn(length: number) {
  const hashes = new BigUint64Array(length)
  const bytes = new Uint8Array(hashes.buffer)
  let count = 0
  return {
    add: (text: string) => bytes.set(sodium.crypto_shorthash(Buffer.from(text), key), count++ * hashBytes),
    taken: () => hashes.slice(0, count),
  }
}

/** What is known of a whole list, from the fingerprints of its blocks: sixteen bytes a voter. */
export interface LookAlikes {
  include(fingerprints: Fingerprints): void
  /** Voters at most who seem to be one person. */
  mostPeople(): number
  /** Voters at most who seem to live in one home. */
  mostInAHome(): number
}

export function createLookAlikes(): LookAlikes {
  const parts: Fingerprints[] = []
  return {
    include: (fingerprints) => parts.push(fingerprints),
    mostPeople: () => mostAlike(parts.map(({ people }) => people)),
    mostInAHome: () => mostAlike(parts.map(({ homes }) => homes)),
  }
}

/** How often the hash that comes most often comes. */
function mostAlike(parts: readonly BigUint64Array[]): number {
  const all = new BigUint64Array(parts.reduce((sum, part) => sum + part.length, 0))
  let end = 0
  for (const part of parts) {
    all.set(part, end)
    end += part.length
  }
  all.sort()
  let most = 0
  let start = 0
  for (let index = 0; index < all.length; index++) {
    if (all[index] !== all[start]) start = index
    most = Math.max(most, index - start + 1)
  }
  return most
}
