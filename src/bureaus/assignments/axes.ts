/**
 * Where an assignment stands, on five axes that move by themselves: only so can "late, paid and reported" be said. Drawn in
 * docs/states/bureau-assignment.md.
 */
export interface Axes {
  readonly designation: Designation
  readonly delivery: DeliveryOfCall
  readonly reply: Reply
  /** Expected on polling day: after an answer, after a refused excuse, or by silence until the last moment. */
  readonly confirmed: boolean
  readonly attendance: Attendance
  readonly payment: Payment
  readonly sanction: Sanction
}

export const designations = ['PROPOSED', 'DESIGNATED', 'CANCELLED', 'REVOKED', 'REPLACED', 'EXCUSED'] as const
export type Designation = (typeof designations)[number]

export const deliveriesOfCall = ['NOT_SENT', 'SENT', 'DELIVERED', 'UNDELIVERED'] as const
export type DeliveryOfCall = (typeof deliveriesOfCall)[number]

/** Nobody declines: the law knows an acknowledgement and the request of an excuse, and no refusal by the person. */
export const replies = ['NONE', 'ACKNOWLEDGED', 'EXCUSE_PENDING', 'EXCUSE_REFUSED', 'NO_REPLY'] as const
export type Reply = (typeof replies)[number]

export const attendances = ['UNKNOWN', 'PRESENT', 'LATE', 'ABSENT', 'DISMISSED', 'LEFT'] as const
/** `DISMISSED`: sent home by the chair. `LEFT`: went home before the end by themselves. */
export type Attendance = (typeof attendances)[number]

export const payments = ['OPEN', 'EXPORTED', 'PAID'] as const
export type Payment = (typeof payments)[number]

export const sanctions = ['NONE', 'REPORTED', 'EXCUSED_AFTER'] as const
export type Sanction = (typeof sanctions)[number]

const nothingYet = {
  delivery: 'NOT_SENT',
  reply: 'NONE',
  confirmed: false,
  attendance: 'UNKNOWN',
  payment: 'OPEN',
  sanction: 'NONE',
} as const

/** Where an assignment begins: proposed; designated at once, of who is moved; or present, of who is appointed on the spot. */
export const beginnings = {
  propose: { ...nothingYet, designation: 'PROPOSED' },
  'move-to': { ...nothingYet, designation: 'DESIGNATED' },
  'appoint-on-the-spot': {
    ...nothingYet,
    designation: 'DESIGNATED',
    confirmed: true,
    attendance: 'PRESENT',
  },
} as const satisfies Record<string, Axes>

/** The person has this seat, or is proposed for it. Of these a seat has one, and a person has one in an election. */
export const liveDesignations = ['PROPOSED', 'DESIGNATED'] as const satisfies readonly Designation[]

/** Bound to come, and out of the seat all the same: it can be given to another person. */
export const outOfSeat = ['ABSENT', 'DISMISSED', 'LEFT'] as const satisfies readonly Attendance[]

/** Came, however it ended: what is paid, thanked for and stated to an employer. */
export const came = ['PRESENT', 'LATE', 'DISMISSED', 'LEFT'] as const satisfies readonly Attendance[]

/** Stayed away, came late or left before the end: what is punished, unless a reason is taken afterwards. */
export const punishable = ['ABSENT', 'LATE', 'LEFT'] as const satisfies readonly Attendance[]
export type Punishable = (typeof punishable)[number]

export function isPunishable(attendance: Attendance): attendance is Punishable {
  return (punishable as readonly string[]).includes(attendance)
}

export function isAway({ attendance }: Axes): boolean {
  return isPunishable(attendance)
}

export function isLive({ designation }: Axes): boolean {
  return (liveDesignations as readonly string[]).includes(designation)
}

export function occupiesSeat(axes: Axes): boolean {
  return isLive(axes) && !(outOfSeat as readonly string[]).includes(axes.attendance)
}
