import type { AssignmentId, BureauId, MemberId, SeatId } from '../../platform/ids.ts'
import type { KeptKind, SeatRole } from '../bureau-rules.ts'
import type { Axes } from './axes.ts'
import type { Authority, Opening, Transition } from './transitions.ts'

/** How a person came to a seat. `OTHER`: another voter of the municipality, where the lists do not suffice (LPKD 46, 49). */
export const origins = [
  'CATEGORY',
  'DRAW',
  'VOLUNTEER',
  'EX_OFFICIO',
  'CHAIR_CHOICE',
  'ON_THE_SPOT',
  'OTHER',
] as const
export type Origin = (typeof origins)[number]

/** One person for one seat. */
export interface Assignment {
  readonly assignmentId: AssignmentId
  readonly seatId: SeatId
  readonly memberId: MemberId
  readonly origin: Origin
  readonly drawRank?: number
  /** A substitute or deputy who took this seat of another. */
  readonly calledUp: boolean
  /** Whose place it takes, or the earlier seat of the same person. */
  readonly replaces?: AssignmentId
  readonly axes: Axes
  readonly designatedAt?: Date
  readonly deliveredAt?: Date
  /** An excuse that is asked later is treated too, as one that was not in time. */
  readonly excuseUntil?: Date
  /** Goes up by one with every step. */
  readonly version: number
}

/** An assignment with what the rules ask of its seat. */
export interface SeatedAssignment extends Assignment {
  readonly bureauId: BureauId
  readonly kind: KeptKind
  readonly votingMode: 'PAPER' | 'DIGITAL'
  readonly role: SeatRole
  readonly ordinal: number
}

/** A step that was taken. Its details hold codes, moments and numbers of this program, never what somebody told of a person. */
export interface AssignmentEvent {
  readonly version: number
  readonly transition: Transition | Opening
  readonly actor: string
  readonly authority: Authority
  readonly reason?: string
  readonly details: EventDetails
  readonly axes: Axes
  readonly happenedAt: Date
}

export type EventDetails = Readonly<Record<string, string | number | boolean>>
