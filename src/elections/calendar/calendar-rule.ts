import type { Assembly, Marked, VotingMode } from '../ruleset.ts'

/**
 * What happens to an election and has a day of its own. `dissolution`: the decree that dissolves the Chamber;
 * `decision`: that an extraordinary election is held, or the notification of the annulment that asks for one;
 * `appeal`: the decision on an appeal, or the validation where nobody appealed.
 */
export const electionEvents = ['dissolution', 'decision', 'polling-day', 'validation', 'appeal'] as const
export type ElectionEvent = (typeof electionEvents)[number]

/** So long after an event, in calendar days or months. */
export interface Period {
  readonly after: ElectionEvent
  readonly days?: number | undefined
  readonly months?: number | undefined
  /** Months of the year (1 to 12) in which no day is counted. */
  readonly notCounting?: readonly number[] | undefined
}

/**
 * Where a deadline falls: counted from polling day, fixed in its year, counted from another event, or set by a
 * decision that has to come first. No shift for weekends or holidays.
 */
export type Offset =
  | { readonly daysBefore: number }
  | { readonly daysAfter: number }
  | { readonly monthsBefore: number; readonly day?: number | 'last' | undefined }
  | { readonly monthsAfter: number }
  | { readonly fixed: string }
  | Period
  | { readonly setBy: string }

/** What other parts of the program know a deadline by, whichever law it is of. */
export const milestones = [
  'list-fixed',
  'letters-sent',
  'claims-last',
  'claims-decided',
  'lists-to-chairs',
  'duplicate-until',
] as const
export type Milestone = (typeof milestones)[number]

/** `HH:MM` or `HH:MM-HH:MM` in Brussels, or the hour at which the bureaus close. */
export type RuleTime = string | Readonly<Record<VotingMode, string>>

export interface CalendarRule extends Marked {
  readonly id: string
  /** Dutch. */
  readonly label: string
  readonly offset: Offset
  readonly time?: RuleTime | undefined
  readonly bound: 'on' | 'latest' | 'strictly-before' | 'from'
  readonly actor: string
  readonly article: string
  readonly milestone?: Milestone | undefined
  /** The rule only holds when one of these is elected, and none of those. */
  readonly with?: readonly Assembly[] | undefined
  readonly without?: readonly Assembly[] | undefined
  /** The rule only holds where people vote in this way. */
  readonly votingMode?: VotingMode | undefined
  /** Polling day itself may not come later. */
  readonly limits?: 'polling-day' | undefined
}
