import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { Db } from '../../platform/db/database.ts'
import type { Vault } from '../../platform/vault.ts'
import type { CountingScope } from '../reconciling/reconciliation-overview.ts'
import { leafPages } from './certificate-overview.ts'
import { leafLine } from './leaf.ts'
import { createMerkleTree } from './merkle-tree.ts'

export interface WrittenLeaves {
  readonly root: Buffer
  readonly sha256: Buffer
  readonly count: number
}

/**
 * Writes a leaf for each of the voters, in order of pseudonym, so that the order says nothing about the list.
 * Constant memory. Throws when the leaves are not as many as the voters: then the sums were never balanced.
 */
export async function writeLeaves(
  { db, vault, onProgress }: { db: Db; vault: Vault; onProgress?: (done: number, total: number) => void },
  scope: CountingScope,
  { path, voters }: { path: string; voters: number },
): Promise<WrittenLeaves> {
  const file = await open(path, 'wx')
  const tree = createMerkleTree()
  const hash = createHash('sha256')
  try {
    for await (const page of leafPages(db, secretOf(vault, scope))) {
      const lines = page.map(leafLine)
      for (const line of lines) tree.add(line)
      const text = `${lines.join('\n')}\n`
      hash.update(text)
      await file.write(text)
      onProgress?.(tree.size, voters)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  if (tree.size !== voters) throw new Error(`${tree.size} leaves for ${voters} voters`)
  return { root: tree.root(), sha256: hash.digest(), count: tree.size }
}

/** Pseudonyms hold for one election of one municipality: the same person has another one elsewhere. */
function secretOf(vault: Vault, { municipalityId, electionId }: CountingScope): Buffer {
  return vault.pseudonym(`certificate|${municipalityId}|${electionId}`)
}
