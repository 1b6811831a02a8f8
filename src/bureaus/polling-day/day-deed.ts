import { z } from 'zod'
import type { AccessId, AssignmentId, DeedId, SeatId } from '../../platform/ids.ts'
import { corrections } from '../assignments/correct-attendance.ts'
import type { Refusal } from '../assignments/step-assignment.ts'
import { checkpoints } from './checkpoints.ts'
import { incidentKinds } from './incidents.ts'

/** The longest text of a chair: a reason, or what happened. */
export const longestNote = 500

const about = { id: z.uuid(), at: z.iso.datetime() }
const assignmentId = z.uuid()
const text = z.string().trim().min(1).max(longestNote)

/** What somebody did in a bureau on its day, as a form or a telephone sends it. `id` is made where it was done, `at` by the clock there. */
export const dayDeed = z.discriminatedUnion('kind', [
  z.strictObject({ ...about, kind: z.literal('check-in'), assignmentId }),
  z.strictObject({ ...about, kind: z.literal('note-absent'), assignmentId }),
  z.strictObject({ ...about, kind: z.literal('correct'), assignmentId, to: z.enum(corrections) }),
  z.strictObject({ ...about, kind: z.literal('swear'), assignmentId }),
  z.strictObject({ ...about, kind: z.literal('dismiss'), assignmentId, reason: text }),
  z.strictObject({ ...about, kind: z.literal('leave'), assignmentId, reason: text }),
  z.strictObject({ ...about, kind: z.literal('call-up'), assignmentId, seatId: z.uuid() }),
  z.strictObject({
    ...{ ...about, kind: z.literal('appoint'), seatId: z.uuid() },
    listNumber: z.coerce.number().int().min(1).max(9_999_999),
    lastName: z.string().trim().min(1).max(100),
    sworn: z.boolean(),
  }),
  z.strictObject({ ...about, kind: z.literal('checkpoint'), checkpoint: z.enum(checkpoints) }),
  z.strictObject({ ...about, kind: z.literal('incident'), incident: z.enum(incidentKinds), note: text }),
])
export type DayDeed = z.infer<typeof dayDeed>
export type DeedKind = DayDeed['kind']
export type DeedOf<Kind extends DeedKind> = Extract<DayDeed, { kind: Kind }>

/** Why a deed was not done. `already-noted`: somebody else noted the same before, and that stands. */
export type DeedRefusal =
  | Refusal
  | 'already-noted'
  | 'not-of-this-bureau'
  | 'too-early'
  | 'never-told'
  | 'not-there'
  | 'sent-home-before'
  | 'before-arrival'
  | 'before-leaving'
  | 'no-oath'
  | 'not-complete'
  | 'out-of-order'
  | 'no-such-voter'
  | 'other-name'
  | 'may-not-sit'

/** A deed as it is kept: done, or refused with why. */
export interface NotedDeed {
  readonly deedId: DeedId
  readonly kind: DeedKind
  readonly assignmentId: AssignmentId | null
  readonly happenedAt: Date
  readonly notedAt: Date
  readonly refusedFor: DeedRefusal | null
}

export const callers = ['CHAIR', 'OTHER'] as const
export type Caller = (typeof callers)[number]

export interface DeedAuthor {
  /** A staff id, or `chair`. */
  readonly by: string
  readonly authority: 'chair' | 'municipality'
  readonly accessId?: AccessId | undefined
  /** Who phoned it to the town hall, where a clerk wrote it down. What only a chair decides has to come from the chair. */
  readonly phonedBy?: Caller | undefined
}

export const seatOf = (id: string) => id as SeatId
export const assignmentOf = (id: string) => id as AssignmentId
