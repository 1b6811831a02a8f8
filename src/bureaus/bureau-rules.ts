import type { Assembly, RetentionRule, Ruleset, Sourced, VotingMode } from '../elections/index.ts'
import type { AbsenceRules, ExemptionRules, OathRule } from './absences/absence-rules.ts'
import type { AuthorityRules } from './authorities/authority-rules.ts'
import type { MainBureau, PayRules } from './paying/pay-rules.ts'

export type BureauKind = 'POLLING' | 'COUNTING'

/** Kinds of bureaus as they are kept: a reserve holds the deputy chairs of the municipality, who belong to no bureau. */
export const keptKinds = ['POLLING', 'COUNTING', 'MAIN', 'RESERVE'] as const
export type KeptKind = (typeof keptKinds)[number]

export const seatRoles = [
  'CHAIR',
  'DEPUTY_CHAIR',
  'SECRETARY',
  'ADJUNCT_SECRETARY',
  'ASSESSOR',
  'SUBSTITUTE',
] as const
/** Who sits in a bureau. */
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
  /** The main bureaus that this regime knows; which of them sit in a municipality is said by who keeps the plan. */
  readonly mainBureaus: readonly MainBureauRule[]
  /** Deputy chairs of the municipality: at least so many. */
  readonly deputyChairs: Sourced<Readonly<Record<BureauKind, number>>>
  /** Whether who stands for election may sit in a bureau all the same. */
  readonly candidates: Sourced<'excluded' | 'allowed'>
  /** How the law wants the call to reach a person; empty where it prescribes no form. */
  readonly notification: Sourced<readonly ('registered' | 'in-hand')[]>
  /** What the law asks of anybody in a bureau. */
  readonly members: Sourced<{ readonly belgian: boolean; readonly fromAge: number }>
  readonly volunteers: VolunteerRules
  /** The professions of list A, in the order of the law. */
  readonly categories: Sourced<readonly string[]>
  readonly categorySelection: Sourced<CategorySelection>
  /** Who may sit where, in the order in which seats are filled: the first row first, the next what it left empty. */
  readonly seating: readonly SeatingRule[]
  /** How many voters list B names. */
  readonly listB: Sourced<{ readonly names: number; readonly per: 'bureau' | 'section' }>
  /** Of a hundred people who are designated how many come, as long as nothing was measured here. */
  readonly acceptance: Sourced<number>
  readonly handedLists: HandedListRules
  readonly exemption: ExemptionRules
  /** What members swear before they begin. */
  readonly oaths: readonly OathRule[]
  readonly pay: PayRules
  readonly absence: AbsenceRules
  /** Whether the numbers of polling bureaus go on from municipality to municipality of a canton. */
  readonly numbering: Sourced<'by-municipality' | 'by-canton'>
  /** Seats that the chair of a bureau fills, and no magistrate. */
  readonly chosenByChair: Sourced<Readonly<Partial<Record<KeptKind, readonly SeatRole[]>>>>
  /** Which courts and main bureaus there are, and what each sees, gets and decides of the bureaus of its area. */
  readonly authorities: AuthorityRules
  /** Of whom the composition that a court or main bureau gets says how to reach them. */
  readonly composition: { readonly contactOf: Sourced<readonly SeatRole[]> }
  /** The last day for a designation; one that comes later counts, and is told. */
  readonly designateBy: Sourced<LastDay>
  /** How long after delivery an excuse is in time. */
  readonly excuse: Sourced<ExcuseWindow>
  /** Whether a call that replaces an earlier one, because room, place or hour changed, starts that time again when it arrives. */
  readonly excuseAfterCorrection: Sourced<'keeps' | 'restarts'>
  /** So many days before polling day who was called and is not excused is expected, also without an answer. */
  readonly expectedFrom: Sourced<{ readonly daysBefore: number }>
  /** When who is expected has to be there, `HH:MM` in Brussels: who comes later is late. */
  readonly meeting: {
    readonly POLLING: Readonly<Record<VotingMode, Sourced<string>>>
    readonly COUNTING: Sourced<string>
  }
  /** Whom the law has taught, and by whom; others may be taught as well. */
  readonly training: Sourced<TrainingRule>
  /** How long what is kept of members stays. */
  readonly retention: readonly RetentionRule[]
}

export const listFields = [
  'lastName',
  'firstNames',
  'nationalNumber',
  'birthDate',
  'residence',
  'profession',
] as const
/** What a list that is handed over says of a person. */
export type ListField = (typeof listFields)[number]

/** What who designates gets of lists A and B, and until when. */
export interface HandedListRules {
  readonly fields: Readonly<Record<'A' | 'B', Sourced<readonly ListField[]>>>
  readonly sendBy: Sourced<LastDay>
}

export interface TrainingRule {
  readonly by: 'canton' | 'municipality'
  readonly roles: readonly SeatRole[]
}

/** Whether who offers to sit may be taken for a seat that the lists leave empty, and from which age. */
export interface VolunteerRules {
  readonly allowed: Sourced<boolean>
  readonly fromAge: Sourced<number>
}

/** So many days before polling day, or a day of its year, `MM-DD`. */
export type LastDay = { readonly daysBefore: number } | { readonly fixed: string }

/** Hours run from the moment of delivery; days are whole days in Belgium, and end with the last. */
export interface ExcuseWindow {
  readonly amount: number
  readonly unit: 'hours' | 'days'
}

export const categorySelections = ['RANKED', 'RANDOM', 'FREE'] as const
/** Who is taken of list A: the first categories first, who was drawn first, or whoever lives near. */
export type CategorySelection = (typeof categorySelections)[number]

export const lists = ['A', 'B', 'OTHER'] as const
/** List A of professions, list B of drawn voters, or other voters and volunteers. */
export type List = (typeof lists)[number]

export const areas = ['section', 'municipality', 'canton', 'constituency'] as const
export type Area = (typeof areas)[number]

export interface SeatingRule extends Pick<Sourced<unknown>, 'mark' | 'note'> {
  readonly key: string
  readonly kind: BureauKind
  readonly role: SeatRole
  /** The next list is for what the one before leaves empty. */
  readonly lists: readonly List[]
  /** The area of the bureau of which one has to be a voter; absent where any voter may sit. */
  readonly voterOf?: Area | undefined
  readonly article: string
}

export interface ExtraSeats extends Pick<Sourced<unknown>, 'mark' | 'note'> {
  readonly key: string
  readonly votingMode: VotingMode
  /** Only where more voters than this are on the list of the section. */
  readonly aboveVoters: number
  readonly seats: Seats
  readonly article: string
}

export interface MainBureauRule extends Pick<Sourced<unknown>, 'mark' | 'note'> {
  readonly key: MainBureau
  /** As it is numbered here: no law gives main bureaus a number. */
  readonly number: string
  readonly seats: Seats
  /** One for each district of the city. */
  readonly perDistrict?: boolean | undefined
  /** Only Belgians sit in it, also where the law asks that of no other bureau. */
  readonly belgian?: boolean | undefined
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
  /** As the forms name it: G, P, S; federally A, B, C. */
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
