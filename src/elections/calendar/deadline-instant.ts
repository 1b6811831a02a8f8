import { Temporal } from 'temporal-polyfill'
import type { CalendarEntry } from './calendar.ts'

const zone = 'Europe/Brussels'

/**
 * The moment at which a deadline passes: its hour in Brussels, or the end of its day. A day ends at midnight by
 * the clock there, so a day on which the clock changes has 23 or 25 hours. What has to be done before a day has to
 * be done before it begins; what is possible from a day on is so from its beginning.
 */
export function deadlineInstant(entry: Pick<CalendarEntry, 'date' | 'time' | 'bound'>): Temporal.Instant {
  const day = Temporal.PlainDate.from(entry.date)
  const hours = entry.time?.split('-')
  const begins = entry.bound === 'from' || entry.bound === 'strictly-before'
  const hour = begins ? hours?.at(0) : hours?.at(-1)
  if (hour) return day.toZonedDateTime({ timeZone: zone, plainTime: hour }).toInstant()
  return (begins ? day : day.add({ days: 1 })).toZonedDateTime(zone).toInstant()
}
