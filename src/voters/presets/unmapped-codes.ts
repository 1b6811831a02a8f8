import type { ColumnName, ListRow } from '../list-format.ts'
import type { Preset } from './preset.ts'

/** Enough to see what is missing, and no copy of a column. */
const mostOfEach = 10
const longestCode = 30

/** Gathers the codes of an export that the maps of its preset do not name. */
export function unmappedCodes({ columns }: Preset) {
  const maps = Object.entries(columns).flatMap(([name, source]) =>
    'map' in source && source.map
      ? [{ name: name as ColumnName, ours: new Set(Object.values(source.map)), codes: new Set<string>() }]
      : [],
  )
  return {
    look(fields: ListRow): void {
      for (const { name, ours, codes } of maps) {
        const text = fields[name]
        if (text !== '' && !ours.has(text) && codes.size < mostOfEach) codes.add(text.slice(0, longestCode))
      }
    },
    found(): Partial<Record<ColumnName, readonly string[]>> {
      const filled = maps.filter(({ codes }) => codes.size > 0)
      return Object.fromEntries(filled.map(({ name, codes }) => [name, [...codes]]))
    },
  }
}
