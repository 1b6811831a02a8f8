import { countText } from '../../../platform/http/components/index.ts'
import { type BoardFacts, factsOfBoard } from '../day/board-facts.ts'
import { missingText } from '../day/day-text.ts'
import { type AreaBureauRow, type AreaRow, isComplete, sumsByMunicipality, sumsOf } from './area-facts.ts'
import { completeText, lastText } from './sums-table.tsx'
import { texts } from './texts.nl.ts'
import type { AreaDesk } from './with-area.ts'

const words = texts.board

/** What moves on the board of the area, a line for each municipality: made here for the page and for the stream. */
export function areaBoardFacts(
  elections: AreaDesk['elections'],
  bureaus: readonly AreaBureauRow[],
  at: Date,
): BoardFacts {
  const cells = sumsByMunicipality(elections, bureaus).flatMap((row): [string, string][] => {
    const of = row.of.municipality.slug
    return [
      [`complete-${of}`, completeText(row.sums)],
      [`missing-${of}`, missingIn(row, bureaus)],
      [`last-${of}`, lastText(row.sums)],
      [`incidents-${of}`, countText(row.sums.incidents)],
    ]
  })
  const complete = bureaus.filter(({ kind }) => kind !== 'RESERVE').map(isComplete)
  return factsOfBoard({ cells, complete, incidents: sumsOf(bureaus).incidents }, at)
}

/** Whom all bureaus of a municipality together miss, by role. */
function missingIn({ of }: AreaRow, bureaus: readonly AreaBureauRow[]): string {
  const here = bureaus.filter((row) => row.kind !== 'RESERVE' && row.electionId === of.election.electionId)
  if (here.length === 0) return ''
  const byRole = Map.groupBy(
    here.flatMap(({ missing }) => missing),
    ({ role }) => role,
  )
  const missing = [...byRole].map(([role, counts]) => ({
    role,
    count: counts.reduce((all, { count }) => all + count, 0),
  }))
  return missing.length > 0 ? missingText(missing) : words.allThere
}
