import type { Draw, FrozenDraw } from './draw-file.ts'
import { type Chance, commitmentOf, drawOrder, seedOf } from './draw-order.ts'
import { spelled } from './public-value.ts'

export interface Committed {
  readonly frozen: FrozenDraw
  readonly commitment: string
  readonly committedAt: string
}

/** Fixes what is drawn out of, before anybody can know the seed. The commitment is what to publish. */
export function commitDraw(frozen: FrozenDraw, now: Date): Committed {
  const pools = frozen.pools.map((pool) => ({ ...pool, people: pool.people.toSorted() }))
  const sorted = { ...frozen, pools }
  return { frozen: sorted, commitment: commitmentOf(sorted), committedAt: now.toISOString() }
}

/** Draws: the whole order of every pool, which follows from the commitment and from what chance said. */
export function runDraw({ frozen, commitment, committedAt }: Committed, chance: Chance, now: Date): Draw {
  const publicValue = spelled(frozen, chance.publicValue)
  const seed = seedOf(commitment, { ...chance, publicValue })
  return {
    frozen,
    commitment,
    committedAt,
    publicValue,
    dice: [...chance.dice],
    drawnAt: now.toISOString(),
    seed,
    orders: frozen.pools.map((pool) => ({ unit: pool.unit, order: drawOrder(seed, frozen, pool) })),
  }
}
