import type { Area, BureauKind, BureauRules, CategorySelection, List, SeatRole } from '../bureau-rules.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

export interface BureauToFill {
  readonly id: string
  readonly kind: BureauKind
  readonly place?: Point | undefined
  /** Where a member has to be a voter, when a rule asks it. */
  readonly areas: Readonly<Partial<Record<Area, readonly string[]>>>
  readonly seats: readonly BureauSeat[]
}

export interface BureauSeat {
  readonly id: string
  readonly role: SeatRole
  /** First, second, third assessor: who comes first by law gets the lowest. */
  readonly number: number
}

/** Who may be given a seat, by a name that says nothing: a pseudonym or a row's key. */
export interface ListedPerson {
  readonly id: string
  readonly list: List
  /** Of list A. */
  readonly category?: string | undefined
  /** Within the category: the roll, seniority. */
  readonly order?: number | undefined
  /** Place in the order of the draw, from 1; in a draw for each section, within it. */
  readonly drawRank?: number | undefined
  readonly home?: Point | undefined
  /** `home` is the place where they vote, as where they live is known by a name only. */
  readonly homeIsWhereTheyVote?: boolean | undefined
  /** Who lives at the same address has the same. */
  readonly household?: string | undefined
  readonly voterOf: Readonly<Partial<Record<Area, string>>>
  readonly belgian: boolean
  /** On polling day. */
  readonly age: number
  /** Stands for election. */
  readonly candidate: boolean
  /** Sat in a bureau before. */
  readonly experienced?: boolean | undefined
  /** Was given a seat before, and is nobody who could still be called. */
  readonly sitsAlready?: boolean | undefined
  /** Bureaus where somebody decided that they do not sit. */
  readonly notIn?: readonly string[] | undefined
  /** The bureau they chaired well last time. */
  readonly chairedLast?: string | undefined
  /** Of who offered to come: the seats that they offered to take; absent: not asked. */
  readonly offers?: readonly Offer[] | undefined
}

/** Seats that somebody offered to take, and their place among who did, from 1. */
export interface Offer {
  readonly kind: BureauKind
  readonly role: SeatRole
  readonly place: number
}

/** What one wish is worth, in metres that somebody travels more for it; absent, it counts for nothing. */
export interface SoftWishes {
  /** Who chaired a bureau last time chairs it again. */
  readonly lastChair?: number | undefined
  /** A bureau has somebody among chair and assessors who sat before. */
  readonly experience?: number | undefined
  /** Nobody sits with somebody of their household: for each who does. */
  readonly household?: number | undefined
  /** Somebody stays in the bureau and the role that they had. */
  readonly stay?: number | undefined
}
export type SoftWish = keyof SoftWishes

/** Seats and who sits in them. */
export type Sitting = ReadonlyMap<string, string>

export type SeatingRules = Pick<
  BureauRules,
  'members' | 'candidates' | 'categories' | 'categorySelection' | 'seating'
>

export interface ToAssign {
  readonly rules: SeatingRules
  /** Another way to take people of list A, where the law leaves it open. */
  readonly selection?: CategorySelection | undefined
  readonly bureaus: readonly BureauToFill[]
  readonly people: readonly ListedPerson[]
  /** Set by hand, or designated already: nobody moves them. */
  readonly fixed?: Sitting | undefined
  /** How people sat before something was changed; without a worth of its own, staying is worth 100 km then. */
  readonly before?: Sitting | undefined
  readonly wishes?: SoftWishes | undefined
}

export interface ProposedSeating {
  readonly seated: readonly SeatedPerson[]
  readonly empty: readonly EmptySeat[]
  /** Metres that all travel, and how often a wish that counts could not be kept. */
  readonly sum: { readonly travel: number; readonly missed: Readonly<Record<SoftWish, number>> }
  /** By how many metres, wishes included, a better division may exist: 0, unless the search was cut off. */
  readonly gap: number
}

export interface SeatedPerson {
  readonly seat: string
  readonly person: string
  readonly because: readonly Reason[]
}

export interface EmptySeat {
  readonly seat: string
  readonly because: ReasonForEmpty
}

/** A hard rule that keeps somebody out of a seat. */
export type Refusal = 'candidate' | 'nationality' | 'age' | 'list' | 'area' | 'by-hand' | 'not-offered'

export type Reason =
  | { readonly code: 'fixed'; readonly against?: Refusal | undefined }
  /** Chosen by the rule with this key, as so manieth of so many who might sit in these bureaus. */
  | ({ readonly code: 'by-rank'; readonly category: string } & Chosen)
  | ({ readonly code: 'by-draw'; readonly drawRank: number } & Chosen)
  | ({ readonly code: 'by-nearness' } & Chosen)
  | ({ readonly code: 'by-offer' } & Chosen)
  /** So many come before them by law and have no seat, as there was none left that they may sit in. */
  | { readonly code: 'others-did-not-fit'; readonly people: number }
  /** How far they live from it, and from the nearest where they might have sat. */
  | {
      readonly code: 'travel'
      readonly metres: number
      readonly nearest: number
      /** Measured from where they vote. */
      readonly fromWhereTheyVote?: true
    }
  | { readonly code: 'distance-unknown' }
  | { readonly code: 'last-chair' | 'stay' | 'household'; readonly kept: boolean }
  | { readonly code: 'only-experienced' }

export interface Chosen {
  readonly rule: string
  readonly list: List
  readonly position: number
  readonly of: number
}

export type ReasonForEmpty =
  /** The law has no list for it: the chair names the secretary. */
  | { readonly code: 'not-from-lists' }
  /** So many may sit in it, and all of them sit elsewhere. */
  | { readonly code: 'all-sit'; readonly people: number }
  /** Nobody may sit in it: how many each rule keeps out. */
  | { readonly code: 'nobody'; readonly refused: Readonly<Partial<Record<Refusal, number>>> }
