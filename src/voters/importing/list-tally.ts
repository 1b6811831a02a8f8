/** How many voters a list had when it came in. */
export interface ListCounts {
  readonly voters: number
  readonly perSection: readonly { readonly section: number; readonly voters: number }[]
  readonly perCategory: Readonly<Record<string, number>>
}

/** Sums rows of section × category. */
export function listCounts(
  rows: readonly { section: number; category: string; voters: number }[],
): ListCounts {
  const sections = new Map<number, number>()
  const perCategory: Record<string, number> = {}
  for (const { section, category, voters } of rows) {
    sections.set(section, (sections.get(section) ?? 0) + voters)
    perCategory[category] = (perCategory[category] ?? 0) + voters
  }
  return {
    voters: rows.reduce((sum, row) => sum + row.voters, 0),
    perSection: [...sections].map(([section, voters]) => ({ section, voters })),
    perCategory,
  }
}

interface Counted {
  readonly section: number
  readonly category: string
  readonly voters: number
}

/** What was counted over some rows. */
export interface Tallied {
  readonly highestListNumber: number
  readonly counted: readonly Counted[]
  readonly refused: RefusedRows
}

/** Rows with an error: they are no voters, and what they say still counts for the list as a whole. */
interface RefusedRows {
  readonly rows: number
  /** Without a list number that can be read. */
  readonly unnumbered: number
  /** Without a section of the election. */
  readonly unplaced: number
  readonly sections: readonly number[]
}

export interface ListTally {
  add(voter: { readonly section: number; readonly category: string; readonly listNumber: number }): void
  /** Counts a row that was refused. */
  refuse(keys: { readonly section?: number | undefined; readonly listNumber?: number | undefined }): void
  /** Adds what was counted elsewhere. */
  include(tallied: Tallied): void
  taken(): Tallied
  counts(): ListCounts
}

/** Counts voters per section and category while they pass. */
export function createListTally(): ListTally {
  const counts = new Map<string, { section: number; category: string; voters: number }>()
  const sections = new Set<number>()
  let highestListNumber = 0
  let rows = 0
  let unnumbered = 0
  let unplaced = 0

  function count(section: number, category: string, voters: number): void {
    const key = `${section} ${category}`
    const counted = counts.get(key)
    if (counted) counted.voters += voters
    else counts.set(key, { section, category, voters })
  }

  return {
    add({ section, category, listNumber }) {
      count(section, category, 1)
      if (listNumber > highestListNumber) highestListNumber = listNumber
    },
    refuse({ section, listNumber }) {
      rows++
      if (listNumber === undefined) unnumbered++
      if (section === undefined) unplaced++
      else sections.add(section)
    },
    include(tallied) {
      for (const { section, category, voters } of tallied.counted) count(section, category, voters)
      highestListNumber = Math.max(highestListNumber, tallied.highestListNumber)
      rows += tallied.refused.rows
      unnumbered += tallied.refused.unnumbered
      unplaced += tallied.refused.unplaced
      for (const section of tallied.refused.sections) sections.add(section)
    },
    taken: () => ({
      highestListNumber,
      counted: [...counts.values()],
      refused: { rows, unnumbered, unplaced, sections: [...sections] },
    }),
    counts: () => listCounts([...counts.values()].toSorted((one, other) => one.section - other.section)),
  }
}
