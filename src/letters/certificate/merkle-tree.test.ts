import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createMerkleTree } from './merkle-tree.ts'

function rootOf(leaves: readonly (string | Uint8Array)[]): string {
  const tree = createMerkleTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root().toString('hex')
}

/** The definition of RFC 9162, section 2.1.1, word for word. */
function byDefinition(leaves: readonly Uint8Array[]): Buffer {
  const hash = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  if (leaves.length === 0) return hash()
  if (leaves.length === 1) return hash(Buffer.of(0), leaves[0]!)
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return hash(Buffer.of(1), byDefinition(leaves.slice(0, split)), byDefinition(leaves.slice(split)))
}

describe('the Merkle tree', () => {
  test('has the roots that Certificate Transparency publishes for its test leaves', () => {
    // The well-known test vectors of RFC 6962 logs: the empty tree, its first leaf, all eight.
    const leaves = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ]
    const bytes = leaves.map((hex) => Buffer.from(hex, 'hex'))
    expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(rootOf(bytes.slice(0, 1))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(rootOf(bytes.slice(0, 2))).toBe('fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125')
    expect(rootOf(bytes)).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328')
  })

  test('equals the definition for any leaves', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 }), (leaves) => {
        expect(rootOf(leaves)).toBe(byDefinition(leaves).toString('hex'))
      }),
    )
  })

  test('changes when leaves change place', () => {
    expect(rootOf(['a', 'b', 'c'])).not.toBe(rootOf(['b', 'a', 'c']))
  })
})
