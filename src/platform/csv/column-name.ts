/** What a name of a column comes down to: `Huis-nr.`, `HUISNR` and `huis␤nr` are one name. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Where a column stands; a name that is written exactly so comes before one that comes down to the same. */
export function placeOfName(names: readonly string[], wanted: string): number | 'absent' | 'twice' {
  for (const reading of [(name: string) => name.trim(), foldName]) {
    const sought = reading(wanted)
    const place = names.findIndex((name) => reading(name) === sought)
    if (place < 0) continue
    return names.some((name, other) => other > place && reading(name) === sought) ? 'twice' : place
  }
  return 'absent'
}

export function holdsName(names: readonly string[], wanted: string): boolean {
  return placeOfName(names, wanted) !== 'absent'
}

/** The name that somebody may have meant: it shares most pairs of letters. */
export function nearestName(names: readonly string[], wanted: string): string | undefined {
  const [best] = names
    .map((name) => ({ name, likeness: likeness(foldName(name), foldName(wanted)) }))
    .sort((one, other) => other.likeness - one.likeness)
  return best && best.likeness >= 0.5 ? best.name : undefined
}

/** Twice the pairs in common, of all pairs (Dice). */
function likeness(one: string, other: string): number {
  const pairs = pairsOf(one)
  const others = pairsOf(other)
  const shared = pairs.filter((pair) => others.includes(pair)).length
  return (2 * shared) / Math.max(pairs.length + others.length, 1)
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2))
}
