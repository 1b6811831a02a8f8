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
}

export interface ListTally {
  add(voter: { readonly section: number; readonly category: string; readonly listNumber: number }): void
  /** Adds what was counted elsewhere. */
  include(tallied: Tallied): void
  taken(): Tallied
  counts(): ListCounts
}

/** Counts voters per section and category while they pass. */
export function createListTally(): ListTally {
  const counts = new Map<string, { section: number; category: string; voters: number }>()
  let highestListNumber = 0

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
    include(tallied) {
      for (const { section, category, voters } of tallied.counted) count(section, category, voters)
      highestListNumber = Math.max(highestListNumber, tallied.highestListNumber)
    },
    taken: () => ({ highestListNumber, counted: [...counts.values()] }),
    counts: () => listCounts([...counts.values()].toSorted((one, other) => one.section - other.section)),
  }
}
