import type { JoinedRows } from './read-joined.ts'
import type { TableDamage } from './table.ts'

interface JoinedAside {
  readonly row: number
  readonly damage: TableDamage
  readonly detail: string
}

/**
 * What is to be told of joined files once the list went by. Where not one row found its voter the keys do not fit, or it is
 * another file: a list without what it holds would look right.
 */
export function* joinedAsides(
  joined: ReadonlyMap<string, JoinedRows>,
  used: ReadonlyMap<string, ReadonlySet<string>>,
): Generator<JoinedAside> {
  for (const [name, { rows }] of joined) {
    const found = used.get(name)!.size
    if (found === rows.size) continue
    const damage = found === 0 ? 'join-without-partners' : 'join-partly-used'
    yield { row: 1, damage, detail: `${name}: ${found} of ${rows.size}` }
  }
}
