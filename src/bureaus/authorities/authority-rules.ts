import type { Sourced } from '../../elections/index.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import type { MainBureau } from '../paying/pay-rules.ts'
import type { AuthorityKind } from './authority.ts'

/** What courts and main bureaus may do with the bureaus of their area. */
export interface AuthorityRules {
  readonly designate: Sourced<readonly AuthorityKind[]>
  readonly decideExcuses: Sourced<readonly AuthorityKind[]>
  /** To hold the draw of list B. */
  readonly draw: Sourced<readonly AuthorityKind[]>
  /** Those that an election of this regime has; another can't be let in. */
  readonly kinds: readonly AuthorityRule[]
}

export type AuthorityDeed = Exclude<keyof AuthorityRules, 'kinds'>

export interface AuthorityRule {
  readonly key: AuthorityKind
  /** The main bureau that it is: its chair picks the seats of it that `chosenByChair` names. */
  readonly own?: MainBureau | undefined
  /** Of which bureaus it sees how they stand, without a name. */
  readonly sees: Sourced<Reach>
  /** Which bureaus it opens, with who sits there. */
  readonly opens: Sourced<Reach>
  /** What it gets handed of who sits where. */
  readonly receives: Sourced<Share>
}

/** Bureaus of these kinds; where a code stands beside one, with that code only: of counting bureaus `S`, of main bureaus which. */
export type Reach = 'all' | readonly { readonly kind: KeptKind; readonly code?: string | undefined }[]

export interface Share {
  readonly bureaus: Reach
  /** Only who sits there as this; absent: everybody. */
  readonly roles?: readonly SeatRole[] | undefined
}
