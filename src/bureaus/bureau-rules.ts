import type { Assembly, Ruleset, Sourced, VotingMode } from '../elections/index.ts'

export type BureauKind = 'POLLING' | 'COUNTING'

export const seatRoles = ['CHAIR', 'SECRETARY', 'ADJUNCT_SECRETARY', 'ASSESSOR', 'SUBSTITUTE'] as const
/** Who sits in a bureau. A deputy chair belongs to the reserve of the municipality, not to a bureau. */
export type SeatRole = (typeof seatRoles)[number]

/** How many of each; a role that is absent has no seat. */
export type Seats = Readonly<Partial<Record<SeatRole, number>>>

/**
 * What the law says of bureaus under one regime, beside the ruleset of the election. Code asks these rules and never
 * which election it is.
 */
export interface BureauRules {
  readonly regime: Ruleset['regime']
  readonly version: number
  /** When its values were written down, unless one says otherwise. */
  readonly readOn: string
  readonly polling: Readonly<Record<VotingMode, Sourced<Seats>>>
  /** Seats that may be added to a polling bureau. */
  readonly extraPolling: readonly ExtraSeats[]
  readonly counting: CountingRules
  /** Deputy chairs of the municipality: at least so many. */
  readonly deputyChairs: Sourced<Readonly<Record<BureauKind, number>>>
  /** How many voters list B names. */
  readonly listB: Sourced<{ readonly names: number; readonly per: 'bureau' | 'section' }>
}

export interface ExtraSeats extends Pick<Sourced<unknown>, 'mark' | 'note'> {
  readonly key: string
  readonly votingMode: VotingMode
  /** Only where more voters than this are on the list of the section. */
  readonly aboveVoters: number
  readonly seats: Seats
  readonly article: string
}

export interface CountingRules {
  /** The voting modes after which ballots are counted by people. */
  readonly onlyFor: Sourced<readonly VotingMode[]>
  readonly composedBy: Sourced<'municipality' | 'canton'>
  readonly kinds: Sourced<readonly CountingKind[]>
  /** The first row that takes the seats to fill of the council that is counted; the last takes all. */
  readonly seats: Sourced<readonly { readonly upTo?: number | undefined; readonly seats: Seats }[]>
  /** How polling bureaus are joined; absent where the municipality does not do it. */
  readonly groups?: Sourced<CountingGroups> | undefined
}

export interface CountingKind {
  /** As the forms name it: G, P, S. */
  readonly code: string
  readonly assemblies: readonly Assembly[]
  /** Counts the ballots of one district of the city only. */
  readonly perDistrict?: boolean | undefined
}

export interface CountingGroups {
  /** Polling bureaus for one counting bureau. */
  readonly size: number
  /** With fewer polling bureaus than this the main bureau counts. */
  readonly fewest: number
}
