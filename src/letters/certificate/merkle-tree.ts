import { sha256 } from '../../platform/hash.ts'

/**
 * The Merkle tree of RFC 9162, section 2.1.1: SHA-256, a leaf hashed after the byte 00, a node after the byte 01,
 * so that no leaf can pass for a node. Leaves are added one by one; only one hash per level is held.
 */
export interface MerkleTree {
  add(leaf: Uint8Array | string): void
  readonly size: number
  /** The root over the leaves so far; of no leaves the hash of nothing. */
  root(): Buffer
}

export function createMerkleTree(): MerkleTree {
  /** Roots of full subtrees, the largest first: one for each bit that is set in `size`. */
  const subtrees: Buffer[] = []
  let size = 0
  return {
    get size() {
      return size
    },
    add(leaf) {
      let hash = leafHash(leaf)
      for (let full = size; full % 2 === 1; full = Math.floor(full / 2))
        hash = nodeHash(subtrees.pop()!, hash)
      subtrees.push(hash)
      size++
    },
    root() {
      if (size === 0) return sha256('')
      return subtrees.reduceRight((right, left) => nodeHash(left, right))
    },
  }
}

function leafHash(leaf: Uint8Array | string): Buffer {
  return sha256(Buffer.concat([Buffer.of(0), Buffer.from(leaf as Uint8Array)]))
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.of(1), left, right]))
}
