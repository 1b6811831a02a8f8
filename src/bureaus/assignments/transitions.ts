import type { SeatRole } from '../bureau-rules.ts'
import {
  type Attendance,
  type Axes,
  beginnings,
  came,
  type DeliveryOfCall,
  type Designation,
  type Payment,
  punishable,
  type Reply,
  type Sanction,
} from './axes.ts'

/**
 * In whose power a step is taken: not who types it. A clerk who records what the magistrate signed acts in the power of the
 * magistrate, and stands in the event as its actor.
 */
export const authorities = ['municipality', 'magistrate', 'person', 'chair', 'system'] as const
export type Authority = (typeof authorities)[number]

/** On every axis that is named, the assignment has to be at one of these. */
interface Where {
  readonly designation?: readonly Designation[]
  readonly delivery?: readonly DeliveryOfCall[]
  readonly reply?: readonly Reply[]
  readonly confirmed?: boolean
  readonly attendance?: readonly Attendance[]
  readonly payment?: readonly Payment[]
  readonly sanction?: readonly Sanction[]
}

interface TransitionRule {
  readonly by: readonly Authority[]
  readonly from: Where
  readonly to: Partial<Axes>
  /** Whoever takes this step has to say why. */
  readonly reason?: true
  /** Only from a seat of one of these roles. */
  readonly roles?: readonly SeatRole[]
}

const designated = { designation: ['DESIGNATED'] } as const
const before = { ...designated, attendance: ['UNKNOWN'] } as const
const pending = { ...before, reply: ['EXCUSE_PENDING'] } as const
/** Nobody is moved away from a request that waits: it would be decided by nobody. */
const unasked = { ...before, reply: ['NONE', 'ACKNOWLEDGED', 'NO_REPLY', 'EXCUSE_REFUSED'] } as const
/** Whoever's request is undecided is not awaited. */
const awaited = {
  ...before,
  confirmed: true,
  reply: ['ACKNOWLEDGED', 'NO_REPLY', 'EXCUSE_REFUSED'],
} as const

/** Attendance that was noted, of who was bound to come, before anybody was paid or reported for it. */
const noted = {
  ...awaited,
  attendance: ['PRESENT', 'LATE', 'ABSENT'],
  payment: ['OPEN'],
  sanction: ['NONE'],
} as const
const left = { ...designated, attendance: ['LEFT'], payment: ['OPEN'], sanction: ['NONE'] } as const
const away = { ...designated, attendance: punishable, sanction: ['NONE', 'REPORTED'] } as const

/**
 * Every step there is, besides the beginnings: from where, in whose power, and to where. What is not here can't be done. The
 * municipality never decides on a person: it prepares, sends and writes down (LPKD 39, KWB 95).
 */
export const transitions = {
  withdraw: {
    by: ['municipality', 'magistrate'],
    from: { designation: ['PROPOSED'] },
    to: { designation: 'CANCELLED' },
    reason: true,
  },
  designate: {
    by: ['magistrate', 'chair'],
    from: { designation: ['PROPOSED'] },
    to: { designation: 'DESIGNATED' },
  },
  send: {
    by: ['municipality', 'system'],
    from: { ...before, delivery: ['NOT_SENT', 'UNDELIVERED'] },
    to: { delivery: 'SENT' },
  },
  'note-delivered': {
    by: ['municipality', 'system'],
    from: { ...before, delivery: ['SENT'] },
    to: { delivery: 'DELIVERED' },
  },
  'note-undelivered': {
    by: ['municipality', 'system'],
    from: { ...before, delivery: ['SENT'] },
    to: { delivery: 'UNDELIVERED' },
  },
  'send-corrected': {
    by: ['municipality', 'system'],
    from: { ...before, delivery: ['SENT', 'DELIVERED'] },
    to: {},
  },
  'note-corrected': {
    by: ['municipality', 'system'],
    from: { ...before, delivery: ['DELIVERED'] },
    to: {},
  },
  acknowledge: {
    by: ['person', 'municipality'],
    from: { ...before, delivery: ['DELIVERED'], reply: ['NONE', 'NO_REPLY'] },
    to: { reply: 'ACKNOWLEDGED' },
  },
  'ask-excuse': {
    by: ['person', 'municipality'],
    from: {
      ...before,
      delivery: ['DELIVERED'],
      reply: ['NONE', 'NO_REPLY', 'ACKNOWLEDGED', 'EXCUSE_REFUSED'],
    },
    to: { reply: 'EXCUSE_PENDING' },
  },
  'find-complete': { by: ['municipality'], from: pending, to: {} },
  'ask-more': { by: ['municipality', 'magistrate'], from: pending, to: {}, reason: true },
  grant: { by: ['magistrate'], from: pending, to: { designation: 'EXCUSED' } },
  refuse: {
    by: ['magistrate'],
    from: pending,
    to: { reply: 'EXCUSE_REFUSED', confirmed: true },
    reason: true,
  },
  'withdraw-request': {
    by: ['person', 'municipality', 'chair'],
    from: pending,
    to: { reply: 'ACKNOWLEDGED' },
  },
  'note-silence': {
    by: ['system', 'municipality'],
    from: { ...before, delivery: ['DELIVERED'], reply: ['NONE'] },
    to: { reply: 'NO_REPLY' },
  },
  confirm: {
    by: ['system', 'person', 'municipality'],
    from: { ...before, reply: ['ACKNOWLEDGED', 'NO_REPLY'], confirmed: false },
    to: { confirmed: true },
  },
  revoke: { by: ['magistrate'], from: before, to: { designation: 'REVOKED' }, reason: true },
  'ask-move': { by: ['municipality'], from: unasked, to: {}, reason: true },
  'refuse-move': { by: ['magistrate'], from: before, to: {}, reason: true },
  move: { by: ['magistrate'], from: unasked, to: { designation: 'REPLACED' } },
  'call-up': {
    by: ['magistrate', 'municipality', 'chair'],
    from: {
      ...awaited,
      attendance: ['UNKNOWN', 'PRESENT', 'LATE'],
      payment: ['OPEN'],
      sanction: ['NONE'],
    },
    to: { designation: 'REPLACED' },
    roles: ['SUBSTITUTE', 'DEPUTY_CHAIR'],
  },
  'check-in': { by: ['chair', 'municipality'], from: awaited, to: { attendance: 'PRESENT' } },
  'check-in-late': { by: ['chair', 'municipality'], from: awaited, to: { attendance: 'LATE' } },
  'note-absent': { by: ['chair', 'municipality', 'system'], from: awaited, to: { attendance: 'ABSENT' } },
  'correct-to-present': { by: ['chair', 'municipality'], from: noted, to: { attendance: 'PRESENT' } },
  'correct-to-late': { by: ['chair', 'municipality'], from: noted, to: { attendance: 'LATE' } },
  'correct-to-absent': {
    by: ['chair', 'municipality'],
    from: { ...noted, attendance: ['PRESENT', 'LATE'] },
    to: { attendance: 'ABSENT' },
  },
  'take-back-attendance': { by: ['chair', 'municipality'], from: noted, to: { attendance: 'UNKNOWN' } },
  dismiss: {
    by: ['chair'],
    from: { ...designated, attendance: ['PRESENT', 'LATE'], payment: ['OPEN'], sanction: ['NONE'] },
    to: { attendance: 'DISMISSED' },
    reason: true,
  },
  leave: {
    by: ['chair', 'municipality'],
    from: { ...designated, attendance: ['PRESENT', 'LATE'], payment: ['OPEN'], sanction: ['NONE'] },
    to: { attendance: 'LEFT' },
    reason: true,
  },
  'return-to-present': { by: ['chair', 'municipality'], from: left, to: { attendance: 'PRESENT' } },
  'return-to-late': {
    by: ['chair', 'municipality'],
    from: { ...awaited, ...left },
    to: { attendance: 'LATE' },
  },
  'export-pay': {
    by: ['municipality'],
    from: { ...designated, attendance: came, payment: ['OPEN'] },
    to: { payment: 'EXPORTED' },
  },
  'note-paid': {
    by: ['municipality', 'system'],
    from: { ...designated, payment: ['EXPORTED'] },
    to: { payment: 'PAID' },
  },
  'note-bounced': {
    by: ['municipality', 'system'],
    from: { ...designated, payment: ['EXPORTED'] },
    to: { payment: 'OPEN' },
  },
  'report-absence': {
    by: ['chair', 'municipality'],
    from: { ...away, sanction: ['NONE'] },
    to: { sanction: 'REPORTED' },
  },
  'excuse-after': {
    by: ['magistrate'],
    from: away,
    to: { sanction: 'EXCUSED_AFTER' },
    reason: true,
  },
  'explain-after': { by: ['person', 'municipality'], from: away, to: {} },
  'ask-more-after': { by: ['municipality'], from: away, to: {}, reason: true },
  'refuse-after': { by: ['magistrate'], from: away, to: {}, reason: true },
} as const satisfies Record<string, TransitionRule>

export type Transition = keyof typeof transitions

/** Steps that make an assignment, with who may take them. */
export const openings = {
  propose: { by: ['municipality', 'chair'], axes: beginnings.propose },
  'move-to': { by: ['magistrate'], axes: beginnings['move-to'] },
  'appoint-on-the-spot': { by: ['chair'], axes: beginnings['appoint-on-the-spot'] },
} as const satisfies Record<string, { by: readonly Authority[]; axes: Axes }>

export type Opening = keyof typeof openings

export function ruleOf(transition: Transition): TransitionRule {
  return transitions[transition]
}
