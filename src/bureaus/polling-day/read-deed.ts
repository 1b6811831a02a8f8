import { Temporal } from 'temporal-polyfill'
import type { Election } from '../../elections/index.ts'
import { type Result, refused } from '../../platform/result.ts'
import { type DayDeed, dayDeed } from './day-deed.ts'

/** What the forms of a bureau's day send, as text: the fields of a deed, and an hour where somebody typed one. */
export const deedFields = [
  'id',
  'at',
  'kind',
  'assignmentId',
  'seatId',
  'to',
  'reason',
  'listNumber',
  'lastName',
  'sworn',
  'checkpoint',
  'incident',
  'note',
  'hour',
] as const
type DeedField = (typeof deedFields)[number]

/** Of a deed that can't be read, the first field that is missing or wrong. */
export type UnreadDeed = DeedField

/**
 * The deed that a form sent. Its moment is the hour that was typed, `HH:MM` of polling day in Brussels; else that of the telephone; else now.
 */
export function readDeed(
  typed: Readonly<Partial<Record<DeedField, string>>>,
  { pollingDay }: Pick<Election, 'pollingDay'>,
  now: Date,
): Result<{ deed: DayDeed }, UnreadDeed> {
  const { hour = '', sworn, ...rest } = typed
  const filled = Object.fromEntries(Object.entries(rest).filter(([, text]) => text.trim() !== ''))
  const at = hour.trim() === '' ? (filled.at ?? now.toISOString()) : momentOf(pollingDay, hour.trim())
  if (at === undefined) return refused('hour')
  const asked = { ...filled, at, ...(filled.kind === 'appoint' && { sworn: sworn === 'ja' }) }
  const read = dayDeed.safeParse(asked)
  if (read.success) return { ok: true, deed: read.data }
  const field = read.error.issues[0]?.path[0]
  return refused(deedFields.find((name) => name === field) ?? 'kind')
}

function momentOf(pollingDay: string, hour: string): string | undefined {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.u](\d{2})$/.exec(hour) ?? []
  if (!hours || Number(hours) > 23 || Number(minutes) > 59) return undefined
  const plainTime = `${hours.padStart(2, '0')}:${minutes}`
  const moment = Temporal.PlainDate.from(pollingDay).toZonedDateTime({
    timeZone: 'Europe/Brussels',
    plainTime,
  })
  return new Date(moment.epochMilliseconds).toISOString()
}
