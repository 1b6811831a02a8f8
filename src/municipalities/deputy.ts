import type { StaffId } from '../platform/ids.ts'

declare const deputyMark: unique symbol
export type DeputyId = string & { readonly [deputyMark]: true }

/** Somebody who stands for a person who is absent, from one day up to and including another. */
export interface Deputy {
  readonly deputyId: DeputyId
  readonly absent: StaffId
  readonly deputy: StaffId
  /** Calendar days in Brussels, `yyyy-mm-dd`. */
  readonly from: string
  readonly until: string
  readonly reason: string
  readonly namedBy: StaffId
  readonly endedAt: Date | null
}

/** The only right for which there are deputies: for all others it is enough that two people have it. */
export const deputisedRight = 'letters.release'

/** What a deputy needs of their own: who can't see the letters of the proof releases nothing, and would keep the glass whole. */
export const neededOfDeputy = ['letters.read', 'voters.read'] as const

/** An absence that is longer asks for a change of rights. */
export const mostDays = 92
