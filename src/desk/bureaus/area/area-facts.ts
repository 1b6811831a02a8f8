import {
  type AreaBureau,
  type AreaElection,
  type AuthorityDeed,
  type BureauRules,
  isOwnBureau,
  type KeptKind,
  loadBureauRules,
  mayAsAuthority,
  mayLookAt,
  openSeats,
} from '../../../bureaus/index.ts'

/** A bureau of the area with where it is. */
export interface AreaBureauRow extends AreaBureau {
  readonly of: AreaElection
  /** Seats that a magistrate fills and that nobody has. */
  readonly open: number
  /** Seats that nobody has and that the chair of this main bureau picks, who is here. */
  readonly toChoose: number
  /** Who is here opens it, and sees who sits there. */
  readonly isOpened: boolean
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
 * The bureaus of these elections in the order of the municipalities, as far as the law of each lets a court or main bureau of that kind see
 * them; what is not granted any more is left out. What waits is counted for who decides on it by that law, and for nobody else.
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
    const rules = rulesOf(of)
    const bureaus = byElection.get(of.election.electionId) ?? []
    const seen = bureaus.filter((bureau) => mayLookAt(rules, of, 'sees', bureau))
    return seen.map((bureau) => ({
      ...{ ...bureau, of, open: openSeats(rules, bureau), isOpened: mayLookAt(rules, of, 'opens', bureau) },
      toChoose: isOwnBureau(rules, of, bureau) ? openSeats(rules, bureau, 'chair') : 0,
      ...{ proposed: signs ? bureau.proposed : 0, asking: decides ? bureau.asking : 0 },
      key: `${of.municipality.slug}.${bureau.number}`,
    }))
  })
}

/** Whether who comes here decides on this in any of these elections; a column of what waits for others would lead nowhere. */
export function decidesIn(elections: readonly AreaElection[], deed: AuthorityDeed): boolean {
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
