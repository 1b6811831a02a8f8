import type { CountingGroups } from '../bureau-rules.ts'

/**
 * Joins polling bureaus, in the order given, for counting: groups of `size`, and what is left over in groups of one
 * less, so that no counting bureau has only one. No groups where there are fewer polling bureaus than the rule asks:
 * the main bureau counts. LPKD 42: groups of three; two left are a group, one left makes two groups of two.
 */
export function countingGroups<T>(polling: readonly T[], { size, fewest }: CountingGroups): T[][] {
  if (polling.length < fewest) return []
  const groups = Math.ceil(polling.length / size)
  const short = groups * size - polling.length
  if (short > groups)
    throw new Error(`${polling.length} polling bureaus do not make groups of ${size} or one less`)
  const ends = Array.from(
    { length: groups },
    (_, at) => (at + 1) * size - Math.max(0, at + 1 - (groups - short)),
  )
  return ends.map((end, at) => polling.slice(at === 0 ? 0 : ends[at - 1]!, end))
}
