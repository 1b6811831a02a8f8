import type { Address } from '../../platform/address.ts'
import type { NationalNumber } from '../../platform/national-number.ts'

/** A person as a list that is handed over names them: only what the law of the election asks of that list. */
export interface HandedPerson {
  /** Of list A: the category that counts by law first, by its key. */
  readonly category?: string | undefined
  /** Of list B: where this person votes, and the place in the order of the draw. */
  readonly section?: number | undefined
  readonly rank?: number | undefined
  readonly lastName: string
  readonly firstNames: string
  readonly nationalNumber?: NationalNumber | undefined
  readonly birthDate?: string | undefined
  /** Absent where it is not known, or may not be told. */
  readonly residence?: Address | undefined
  readonly profession?: string | undefined
}

/** Why somebody who was drawn for list B is not on it. */
export const dropReasons = ['no-voter', 'struck', 'candidate', 'on-list-a'] as const
export type DropReason = (typeof dropReasons)[number]

/** Somebody who was drawn as one of the first, and is passed over: who comes next in the queue takes the place. */
export interface DroppedOut {
  readonly section: number
  readonly rank: number
  /** Absent of who is on the voters list no more. */
  readonly lastName?: string | undefined
  readonly firstNames?: string | undefined
  readonly why: DropReason
}
