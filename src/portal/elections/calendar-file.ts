import ical, { ICalAlarmType } from 'ical-generator'
import type { Language } from '../language.ts'
import type { Portal } from '../portal.ts'

const hoursAhead = 16

export interface CalendarFacts {
  /** The same for the same event, so that a newer file takes the place of an older one. */
  readonly id: string
  /** Now. */
  readonly stamp: Date
  readonly language: Language
  readonly start: Date
  readonly end: Date
  readonly summary: string
  readonly location: { readonly title: string; readonly geo?: { readonly lat: number; readonly lon: number } }
  readonly description: string
  /** Of the page about it. */
  readonly url: string
}

/**
 * One event as iCalendar (RFC 5545), with a reminder the evening before. Nothing in it says of whom it is, for calendars are shared.
 *
 * A calendar that has the event already takes the higher SEQUENCE for the newer. It is the moment, in minutes since 1970: a room moves
 * without a new version of the letter, so that no number that is stored grows with all that can change. Minutes and no seconds, for
 * those leave the range of an iCalendar integer in 2038; within a minute DTSTAMP tells which one is newer (RFC 5546, 2.1.5).
 */
export function calendarFile({ language, stamp, ...facts }: CalendarFacts): string {
  const calendar = ical({
    prodId: { company: 'kiesloket', product: 'portal', language: language.toUpperCase() },
  })
  const sequence = Math.floor(stamp.getTime() / 60_000)
  const event = calendar.createEvent({ ...facts, stamp, lastModified: stamp, sequence })
  event.createAlarm({ type: ICalAlarmType.display, trigger: hoursAhead * 3600 })
  // RFC 5545, 3.1: each line ends so, the last one too; the library leaves that to who writes the file.
  return `${calendar.toString()}\r\n`
}

export function sendCalendar({ context }: Pick<Portal, 'context'>, file: string, name: string): Response {
  return context.body(file, 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}
