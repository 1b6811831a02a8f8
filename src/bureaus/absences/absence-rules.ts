import type { Sourced } from '../../elections/index.ts'
import type { SeatRole } from '../bureau-rules.ts'
import type { PaidBureau } from '../paying/pay-rules.ts'

export type Addressee = 'main-bureau' | 'justice-of-the-peace' | 'public-prosecutor'

export const sendingMeans = ['sealed-envelope', 'registered', 'digital'] as const
/** How a file goes to who has to get it. */
export type SendingMeans = (typeof sendingMeans)[number]

/** What the law says of members who stay away or come late. Amounts are cents. */
export interface AbsenceRules {
  /** Who gets the file, and who after. */
  readonly route: Sourced<readonly Addressee[]>
  /** How the law has it sent; absent where no rule was read. */
  readonly means?: Sourced<SendingMeans> | undefined
  /** The day in the election's calendar by which the first has it; absent where no rule was read. */
  readonly deadline?: string | undefined
  /** For what somebody is in a file. */
  readonly punished: Sourced<readonly PunishedFact[]>
  /** Who goes home before the end without a reason. */
  readonly leaving: Sourced<'punished' | 'not-punished'>
  readonly fine: Sourced<{ readonly from: number; readonly to: number }>
  /** By how much a court multiplies the fine. */
  readonly surcharge: Sourced<number>
  /** What a prosecutor usually asks to settle. */
  readonly settlement: Sourced<number>
  /** After how many months nobody can be prosecuted any more; absent where no rule was read. */
  readonly lapsesAfterMonths?: Sourced<number> | undefined
}

export const punishedFacts = ['ABSENT', 'LATE'] as const
export type PunishedFact = (typeof punishedFacts)[number]

/** When somebody who served before is let off on request. */
export interface ExemptionRules {
  /** The last day in the election's calendar to ask. */
  readonly deadline: string
  /** Services that count: how often, and in which function. */
  readonly served: Sourced<{ readonly times: number; readonly as: readonly SeatRole[] }>
  /** Elections from this day on count. */
  readonly countFrom: Sourced<string>
  /** The functions from which one is let off. */
  readonly from: Sourced<readonly SeatRole[]>
  /** The categories of list A that are not let off, by their number. */
  readonly notFor: Sourced<readonly number[]>
}

export interface OathRule {
  readonly key: string
  readonly bureaus: readonly PaidBureau[]
  readonly roles: readonly SeatRole[]
  readonly text: string
  readonly article: string
  readonly mark: Sourced<string>['mark']
  readonly note?: string | undefined
}
