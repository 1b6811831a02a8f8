import type { Axes } from './axes.ts'

export const headlines = [
  'PROPOSED',
  'CANCELLED',
  'REVOKED',
  'REPLACED',
  'EXCUSED',
  'DESIGNATED',
  'NOTIFIED',
  'UNDELIVERED',
  'DELIVERED',
  'ACKNOWLEDGED',
  'EXCUSE_PENDING',
  'NO_REPLY',
  'CONFIRMED',
  'CALLED_UP',
  'PRESENT',
  'LATE',
  'ABSENT',
  'DISMISSED',
  'LEFT',
  'REPORTED',
  'EXCUSED_AFTER',
  'SETTLED',
] as const
export type Headline = (typeof headlines)[number]

/** The five axes in one word, for lists and counts: what was last on the way from proposal to payment. */
export function headline(axes: Axes, calledUp = false): Headline {
  if (axes.designation !== 'DESIGNATED') return axes.designation
  if (axes.sanction !== 'NONE') return axes.sanction
  if (axes.payment === 'PAID') return 'SETTLED'
  if (axes.attendance !== 'UNKNOWN') return axes.attendance
  if (axes.reply === 'EXCUSE_PENDING') return 'EXCUSE_PENDING'
  if (axes.confirmed) return calledUp ? 'CALLED_UP' : 'CONFIRMED'
  if (axes.reply === 'ACKNOWLEDGED' || axes.reply === 'NO_REPLY') return axes.reply
  return byDelivery[axes.delivery]
}

const byDelivery = {
  NOT_SENT: 'DESIGNATED',
  SENT: 'NOTIFIED',
  DELIVERED: 'DELIVERED',
  UNDELIVERED: 'UNDELIVERED',
} as const satisfies Record<Axes['delivery'], Headline>
