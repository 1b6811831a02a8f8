import type { Mark, Sourced, VotingMode } from '../../elections/index.ts'
import type { BureauKind, SeatRole } from '../bureau-rules.ts'

export const mainBureaus = [
  'MAIN_MUNICIPAL',
  'MAIN_DISTRICT',
  'MAIN_PROVINCE_DISTRICT',
  'MAIN_CANTON',
  'MAIN_CONSTITUENCY',
] as const

export type MainBureau = (typeof mainBureaus)[number]

/** A bureau whose members are paid: the main bureaus too. */
export type PaidBureau = BureauKind | MainBureau

/** Whether somebody was there on polling day. `DISMISSED`: came, and was sent home with a reason. `LEFT`: came, and went before the end. */
export type Attendance = 'PRESENT' | 'LATE' | 'ABSENT' | 'DISMISSED' | 'LEFT'

/** What the law says about paying the members of bureaus. Amounts are cents. */
export interface PayRules {
  readonly payer: Sourced<Payer>
  /** The day in the election's calendar by which is paid; absent where no rule was read. */
  readonly payDeadline?: string | undefined
  /** The day in the election's calendar on which the payer erases what it paid with. */
  readonly eraseDeadline: string
  readonly fees: readonly FeeRow[]
  /** Elections on one day in one bureau: one fee, or one for each. */
  readonly simultaneous: Sourced<'one-fee' | 'a-fee-each'>
  readonly substitutes: Sourced<SubstitutePay>
  readonly attendance: Readonly<Record<Attendance, Sourced<AttendancePay>>>
  readonly travel: TravelRules
}

export type Payer = 'province' | 'state'

/** `needed`: a substitute is paid who was seated or specially called, as an assessor. */
export type SubstitutePay = 'needed' | 'always' | 'never'

/** `decide`: somebody has to, case by case. */
export type AttendancePay = 'paid' | 'unpaid' | 'decide'

/** The first row that names bureau and voting mode holds. A role without an amount has no fee that is known. */
export interface FeeRow {
  readonly key: string
  readonly bureaus: readonly PaidBureau[]
  readonly votingModes: readonly VotingMode[]
  readonly cents: Readonly<Partial<Record<SeatRole, number>>>
  readonly article: string
  readonly mark: Mark
  readonly note?: string | undefined
}

export interface TravelRules {
  /** Who gets it. */
  readonly who: Sourced<'living-elsewhere' | 'everybody' | 'nobody'>
  /** In ten-thousandths of a euro for a kilometre; `null` where it is not known. */
  readonly rate: Sourced<number | null>
  /** How a part of a cent is rounded, once, after the multiplication. */
  readonly rounding: Sourced<'nearest' | 'down' | 'up'>
}
