import { createHash } from 'node:crypto'
import { canonicalJson } from '../../platform/hash.ts'
import type { FrozenDraw } from './draw-file.ts'

/** Pieces of a JSON text, around the pools that are put in one by one: all of them need not be in memory at once. */
export function aroundPools(frozen: Omit<FrozenDraw, 'pools'>): { before: string; after: string } {
  // A quotation mark within a text is written with a backslash before it, so this stands there once.
  const [before, after] = canonicalJson({ ...frozen, pools: [] }).split('"pools":[]') as [string, string]
  return { before: `${before}"pools":[`, after: `]${after}` }
}

/** The commitment of `commitmentOf`, from pools that come one after the other. */
export function poolHash(frozen: Omit<FrozenDraw, 'pools'>) {
  const { before, after } = aroundPools(frozen)
  const hash = createHash('sha256').update(before)
  let isFirst = true
  return {
    add(pool: FrozenDraw['pools'][number]): void {
      hash.update(isFirst ? '' : ',').update(canonicalJson(pool))
      isFirst = false
    },
    commitment: (): string => hash.update(after).digest('hex'),
  }
}
