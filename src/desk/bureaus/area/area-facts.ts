import {
  type AreaBureau,
  type AreaElection,
  type BureauRules,
  type KeptKind,
  loadBureauRules,
  mayAsAuthority,
  openSeats,
} from '../../../bureaus/index.ts'

/** A bureau of the area with where it is. */
export interface AreaBureauRow extends AreaBureau {
  readonly of: AreaElection
  /** Seats that a magistrate fills and that nobody has. */
  readonly open: number
  /** Which it is in all of the area: as addresses and live cells name it. */
  readonly key: string
}

/** How the bureaus of one municipality stand, or of all together. */
export interface AreaSums {
  readonly kinds: Readonly<Record<KeptKind, number>>
  readonly open: number
  readonly proposed: number
  readonly asking: number
  /** Bureaus that meet on the day, and those of them that are complete. */
  readonly meeting: number
  readonly complete: number
  readonly incidents: number
  /** The bureau at which something was noted last. */
  readonly last: AreaBureauRow | undefined
}

export interface AreaRow {
  readonly of: AreaElection
  readonly sums: AreaSums
}

/**
 * The bureaus of these elections in the order of the municipalities; what is not granted any more is left out. What waits is counted for
 * who decides on it by the law of that election, and for nobody else.
 */
export function rowsOfArea(
  elections: readonly AreaElection[],
  bureaus: readonly AreaBureau[],
): AreaBureauRow[] {
  const rules = new Map<string, BureauRules>()
  const rulesOf = ({ election: { ruleset } }: AreaElection) => {
    const known = rules.get(ruleset.regime) ?? loadBureauRules(ruleset)
    rules.set(ruleset.regime, known)
    return known
  }
  const byElection = Map.groupBy(bureaus, ({ electionId }) => electionId)
  return elections.flatMap((of) => {
    const signs = mayAsAuthority(rulesOf(of), of.kind, 'designate')
    const decides = mayAsAuthority(rulesOf(of), of.kind, 'decideExcuses')
    return (byElection.get(of.election.electionId) ?? []).map((bureau) => ({
      ...{ ...bureau, of, open: openSeats(rulesOf(of), bureau) },
      ...{ proposed: signs ? bureau.proposed : 0, asking: decides ? bureau.asking : 0 },
      key: `${of.municipality.slug}.${bureau.number}`,
    }))
  })
}

/** Whether who comes here decides on this in any of these elections; a column of what waits for others would lead nowhere. */
export function decidesIn(
  elections: readonly AreaElection[],
  deed: keyof BureauRules['authorities'],
): boolean {
  return elections.some(({ election, kind }) => mayAsAuthority(loadBureauRules(election.ruleset), kind, deed))
}

export const isComplete = ({ missing }: Pick<AreaBureau, 'missing'>) => missing.length === 0

/** A line for each municipality, also for one without a bureau yet. */
export function sumsByMunicipality(
  elections: readonly AreaElection[],
  rows: readonly AreaBureauRow[],
): AreaRow[] {
  const byElection = Map.groupBy(rows, ({ electionId }) => electionId)
  return elections.map((of) => ({ of, sums: sumsOf(byElection.get(of.election.electionId) ?? []) }))
}

export function sumsOf(rows: readonly AreaBureauRow[]): AreaSums {
  const meeting = rows.filter(({ kind }) => kind !== 'RESERVE')
  const sum = (count: (row: AreaBureauRow) => number) => rows.reduce((all, row) => all + count(row), 0)
  const ofKind = (kind: KeptKind) => rows.filter((row) => row.kind === kind).length
  return {
    kinds: {
      ...{ POLLING: ofKind('POLLING'), COUNTING: ofKind('COUNTING') },
      ...{ MAIN: ofKind('MAIN'), RESERVE: ofKind('RESERVE') },
    },
    ...{ open: sum(({ open }) => open), proposed: sum(({ proposed }) => proposed) },
    ...{ asking: sum(({ asking }) => asking), incidents: sum(({ incidents }) => incidents) },
    ...{ meeting: meeting.length, complete: meeting.filter(isComplete).length },
    last: rows
      .filter(({ lastAt }) => lastAt !== null)
      .sort((one, other) => other.lastAt!.getTime() - one.lastAt!.getTime())[0],
  }
}
