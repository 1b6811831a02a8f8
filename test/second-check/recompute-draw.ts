import { createHash } from 'node:crypto'

/**
 * A draw once more, from docs/formats/draw.md alone: this file takes nothing from `src/`, so that a fault there is not
 * repeated here.
 */
export function recomputeDraw(file: PublishedDraw): { commitment: string; seed: string; orders: object[] } {
  const commitment = sha256(sortedJson(file.frozen))
  const seed = sha256(sortedJson({ dice: file.dice, publicValue: file.publicValue, commitment }))
  const orders = file.frozen.pools.map(({ unit, people }) => {
    const ranks = new Map<string, string>()
    for (const person of people) ranks.set(sha256([seed, file.frozen.drawId, unit, person].join('/')), person)
    return { unit, order: [...ranks.keys()].sort().map((rank) => ranks.get(rank)) }
  })
  return { commitment, seed, orders }
}

interface PublishedDraw {
  readonly frozen: { drawId: string; pools: readonly { unit: string; people: readonly string[] }[] }
  readonly publicValue: string
  readonly dice: readonly number[]
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** Canonical JSON for what stands in such a file: texts, whole numbers, lists and objects with ASCII names. */
function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, inner]) => `${JSON.stringify(name)}:${sortedJson(inner)}`).join(',')}}`
}
