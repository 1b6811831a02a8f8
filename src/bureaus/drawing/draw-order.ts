import { sha256, sha256OfJson } from '../../platform/hash.ts'
import type { FrozenDraw } from './draw-file.ts'

/** SHA-256 (hex) of the canonical JSON (RFC 8785) of all that is fixed before the draw. */
export function commitmentOf(frozen: FrozenDraw): string {
  return sha256OfJson(frozen).toString('hex')
}

/** What chance said, after the commitment was published. */
export interface Chance {
  readonly publicValue: string
  /** Eyes of the magistrate's dice, in the order they were thrown. */
  readonly dice: readonly number[]
}

/** SHA-256 (hex) of the canonical JSON of the commitment and of what chance said: no one of them fixes it alone. */
export function seedOf(commitment: string, { publicValue, dice }: Chance): string {
  return sha256OfJson({ commitment, publicValue, dice }).toString('hex')
}

/**
 * The order of one pool: ascending by SHA-256 of `seed/draw/unit/person`. The first are drawn, the rest is the queue
 * in which replacements are asked; who can't be asked is passed over and never taken out, so that the hashes stay.
 */
export function drawOrder(
  seed: string,
  { drawId }: Pick<FrozenDraw, 'drawId'>,
  { unit, people }: FrozenDraw['pools'][number],
): string[] {
  const ranked = people.map((person) => ({
    person,
    rank: sha256(`${seed}/${drawId}/${unit}/${person}`).toString('hex'),
  }))
  return ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ person }) => person)
}
