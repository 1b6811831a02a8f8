import { Temporal } from 'temporal-polyfill'
import { isDay } from '../platform/dates.ts'
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
  /** The place from which the days are counted: what had left when the schedule was made takes up none of them. */
  readonly countsFrom?: number | undefined
}

/** As a person says it; from where its days are counted follows from what has left. */
export type NewSchedule = Omit<Schedule, 'countsFrom'>

export type ScheduleFault = 'not-a-day' | 'hours-wrong' | 'per-day-too-small'

/** What is wrong with a schedule, if anything. Fewer a day than a batch holds would be more than was said. */
export function faultOf({ startsOn, hours, perDay }: NewSchedule): ScheduleFault | undefined {
  if (!isDay(startsOn)) return 'not-a-day'
  const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
  if (hours && !(isTime(hours.from) && isTime(hours.until) && hours.from < hours.until)) return 'hours-wrong'
  if (perDay !== undefined && !(Number.isInteger(perDay) && perDay >= batchSize)) return 'per-day-too-small'
  return undefined
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
  return (schedule.countsFrom ?? 0) + Math.ceil(((days + 1) * schedule.perDay) / batchSize) - 1
}

/** The end of the hours in which this moment lies, or of the day where there are none. */
export function hoursEnd({ hours }: Schedule, moment: Date): Date {
  const clock = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone)
  const end = hours
    ? clock.withPlainTime(Temporal.PlainTime.from(hours.until))
    : clock.add({ days: 1 }).startOfDay()
  return new Date(end.epochMilliseconds)
}

function daysBefore({ perDay, countsFrom = 0 }: Schedule, place: number): number {
  return perDay === undefined ? 0 : Math.floor((Math.max(place - countsFrom, 0) * batchSize) / perDay)
}

function withinHours(moment: Temporal.ZonedDateTime, { hours }: Schedule): Temporal.ZonedDateTime {
  if (!hours) return moment
  const time = moment.toPlainTime()
  const opens = Temporal.PlainTime.from(hours.from)
  if (Temporal.PlainTime.compare(time, opens) < 0) return moment.withPlainTime(opens)
  const isOver = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(hours.until)) >= 0
  return isOver ? moment.add({ days: 1 }).withPlainTime(opens) : moment
}
