import { Temporal } from 'temporal-polyfill'
import type { ElectionEvent, Offset } from './calendar-rule.ts'

/** What a day is counted from: polling day, and the other events as far as they have happened. */
export interface CountedFrom {
  readonly pollingDay: string
  readonly settings: {
    readonly events?: Readonly<Partial<Record<ElectionEvent, { value: string }>>> | undefined
  }
}

/** The day a rule falls on, as calendar days of Brussels, whatever the weekday; `undefined` while it is open. */
export function dayOf(offset: Offset, { pollingDay, settings }: CountedFrom): string | undefined {
  if ('setBy' in offset) return undefined
  if (!('after' in offset)) return countedDay(offset, Temporal.PlainDate.from(pollingDay)).toString()
  const start = offset.after === 'polling-day' ? pollingDay : settings.events?.[offset.after]?.value
  const { days = 0, months = 0, notCounting = [] } = offset
  return start && afterDays(Temporal.PlainDate.from(start).add({ months }), days, notCounting).toString()
}

/** So many days later, without the days of months in which none is counted. */
function afterDays(
  day: Temporal.PlainDate,
  days: number,
  notCounting: readonly number[],
): Temporal.PlainDate {
  if (notCounting.length === 0) return day.add({ days })
  let later = day
  for (let counted = 0; counted < days; ) {
    later = later.add({ days: 1 })
    if (!notCounting.includes(later.month)) counted += 1
  }
  return later
}

/** A month that is too short ends on its last day: six months before 31 August is the last of February. */
function countedDay(
  offset: Exclude<Offset, { after: unknown } | { setBy: unknown }>,
  day: Temporal.PlainDate,
) {
  if ('daysBefore' in offset) return day.subtract({ days: offset.daysBefore })
  if ('daysAfter' in offset) return day.add({ days: offset.daysAfter })
  if ('monthsAfter' in offset) return day.add({ months: offset.monthsAfter })
  if ('fixed' in offset) return Temporal.PlainDate.from(`${day.year}-${offset.fixed}`)
  const month = day.subtract({ months: offset.monthsBefore })
  if (offset.day === undefined) return month
  return month.with({ day: offset.day === 'last' ? month.daysInMonth : offset.day })
}

export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
}

export function isSunday(day: string): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek === 7
}
