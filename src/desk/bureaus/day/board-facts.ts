import type { BoardRow } from '../../../bureaus/index.ts'
import { countText } from '../../../platform/http/components/index.ts'
import { hourOf, missingText } from './day-text.ts'
import { anyBoard, checkpoints, board as words } from './texts.nl.ts'

/** What moves on the board: made here for the page and for the stream, so that both say the same. */
export interface BoardFacts {
  /** Which bureaus are complete: another one, and the page is worth looking at anew. */
  readonly state: string
  readonly done: number
  readonly total: number
  readonly texts: Readonly<Record<string, string>>
  readonly said: string
}

export const isComplete = ({ missing }: Pick<BoardRow, 'missing'>) => missing.length === 0
export const stateText = (row: BoardRow) => (isComplete(row) ? words.complete : missingText(row.missing))
export const thereText = ({ there, seats }: BoardRow) => `${there} / ${seats}`
export const lastText = ({ last }: BoardRow) => (last ? checkpoints[last] : '')

export function boardFacts(rows: readonly BoardRow[], at: Date): BoardFacts {
  const cells = rows.flatMap((row): [string, string][] => [
    [`state-${row.number}`, stateText(row)],
    [`there-${row.number}`, thereText(row)],
    [`last-${row.number}`, lastText(row)],
    [`incidents-${row.number}`, countText(row.incidents)],
  ])
  const incidents = rows.reduce((all, row) => all + row.incidents, 0)
  return factsOfBoard({ cells, complete: rows.map(isComplete), incidents }, at)
}

interface Counted {
  /** By name, what moves in the rows. */
  readonly cells: readonly (readonly [string, string])[]
  /** Bureau by bureau. */
  readonly complete: readonly boolean[]
  readonly incidents: number
}

/** The sums of a board above what moves in its rows. */
export function factsOfBoard({ cells, complete, incidents }: Counted, at: Date): BoardFacts {
  const total = complete.length
  const done = complete.filter(Boolean).length
  return {
    ...{ done, total, state: complete.map((one) => (one ? '1' : '0')).join('') },
    texts: {
      ...Object.fromEntries(cells),
      complete: countText(done),
      incomplete: countText(total - done),
      incidents: countText(incidents),
      at: anyBoard.countedAt(hourOf(at)),
    },
    said: anyBoard.said(countText(done), countText(total)),
  }
}
