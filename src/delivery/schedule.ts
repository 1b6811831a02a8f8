import { Temporal } from 'temporal-polyfill'
import { batchSize } from './batch-size.ts'

const zone = 'Europe/Brussels'

/** When documents of a campaign may leave, by the clock in Brussels. */
export interface Schedule {
  /** The first day, as 2029-05-14. */
  readonly startsOn: string
  /** From the first minute until just before the last one, as 07:00 and 22:00. Absent: day and night. */
  readonly hours?: { readonly from: string; readonly until: string } | undefined
  /** Documents at most on each day, by whole batches: the first ones today, the next ones tomorrow. */
  readonly perDay?: number | undefined
}

/**
 * When the batch in this place (0 is the first) may leave: `now` when it may at once, or else the next moment at which it
 * may. Hours are those of the clock, also on a day on which it changes.
 */
export function leavesFrom(schedule: Schedule, place: number, now: Date): Date {
  const firstDay = Temporal.PlainDate.from(schedule.startsOn).add({ days: daysBefore(schedule, place) })
  const first = firstDay.toZonedDateTime(zone)
  const clock = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone)
  const moment = Temporal.ZonedDateTime.compare(clock, first) < 0 ? first : clock
  return new Date(withinHours(moment, schedule).epochMilliseconds)
}

/** The last place that may leave now; −1 when none may. */
export function lastPlaceLeaving(schedule: Schedule, now: Date): number {
  if (leavesFrom(schedule, 0, now) > now) return -1
  if (schedule.perDay === undefined) return Number.MAX_SAFE_INTEGER
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const days = today.since(Temporal.PlainDate.from(schedule.startsOn)).days
  return Math.ceil(((days + 1) * schedule.perDay) / batchSize) - 1
}

function daysBefore({ perDay }: Schedule, place: number): number {
  return perDay === undefined ? 0 : Math.floor((place * batchSize) / perDay)
}

function withinHours(moment: Temporal.ZonedDateTime, { hours }: Schedule): Temporal.ZonedDateTime {
  if (!hours) return moment
  const time = moment.toPlainTime()
  const opens = Temporal.PlainTime.from(hours.from)
  if (Temporal.PlainTime.compare(time, opens) < 0) return moment.withPlainTime(opens)
  const isOver = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(hours.until)) >= 0
  return isOver ? moment.add({ days: 1 }).withPlainTime(opens) : moment
}
