import type { Reconciled } from '../../src/letters/index.ts'
import { table } from './tell.ts'

/** The last line with --json. `ebox` + `inactive` + `unreachable` + `exceptions` = `voters`. */
export interface Summary {
  readonly voters: number
  /** Published in a box that is in use. */
  readonly ebox: number
  /** Published in a box that was never opened. */
  readonly inactive: number
  readonly unreachable: number
  /** Refused, unconfirmed or not sent. */
  readonly exceptions: number
  readonly printed: number
  readonly balanced: boolean
  readonly certificate: string
  /** Folder with sample letters (PDF). */
  readonly letters: string
}

export function summaryOf(
  { reconciliation, balanced }: Reconciled,
  files: Pick<Summary, 'certificate' | 'letters'>,
): Summary {
  const { list, digital, paper } = reconciliation
  return {
    voters: list.voters,
    ebox: digital.delivered,
    inactive: digital.inactive,
    unreachable: sum(digital.unreachable),
    exceptions: sum(digital.refused) + sum(digital.unconfirmed) + sum(digital.waiting),
    printed: paper.printed,
    balanced,
    ...files,
  }
}

/** Both channels, each with its own sum. */
export function reconciliationTable({ reconciliation }: Reconciled): void {
  const { list, digital, paper } = reconciliation
  table(
    ['voters list', ''],
    [
      ['frozen', list.frozen],
      ['+ added', list.added],
      ['− struck', list.struck],
      ['= voters', list.voters],
    ],
  )
  table(
    ['digital', ''],
    [
      ['in a box in use', digital.delivered],
      ['in a box never opened', digital.inactive],
      ...reasonRows('unreachable', digital.unreachable),
      ...reasonRows('refused', digital.refused),
      ...reasonRows('unconfirmed', digital.unconfirmed),
      ...reasonRows('not sent', digital.waiting),
      ['= voters', digital.voters],
    ],
  )
  table(
    ['paper', ''],
    [
      ['in the print files', paper.printed],
      ...reasonRows('exception', paper.exceptions),
      ['= voters who get paper', paper.voters],
    ],
  )
}

function reasonRows(name: string, reasons: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(reasons).map(([reason, count]) => [`${name}: ${reason}`, count])
}

function sum(reasons: Readonly<Record<string, number>>): number {
  return Object.values(reasons).reduce((total, count) => total + count, 0)
}
