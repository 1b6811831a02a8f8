import type { CountingGroups } from '../bureau-rules.ts'

/**
 * Joins polling bureaus, in the order given, for counting: as few groups as hold them with at most `size` each, and as equal as
 * they can be, the larger first. No groups where there are fewer polling bureaus than the rule asks: the main bureau counts. LPKD 42
 * comes out of this: groups of three; two left are a group, one left makes two groups of two.
 */
export function countingGroups<T>(polling: readonly T[], { size, fewest }: CountingGroups): T[][] {
  if (polling.length < fewest) return []
  const groups = Math.ceil(polling.length / size)
  const each = Math.floor(polling.length / groups)
  const larger = polling.length % groups
  const startOf = (at: number) => at * each + Math.min(at, larger)
  return Array.from({ length: groups }, (_, at) => polling.slice(startOf(at), startOf(at + 1)))
}
