import { dayInBelgium } from '../platform/dates.ts'
import { batchSize } from './batch-size.ts'
import { hoursEnd, lastPlaceLeaving, leavesFrom, type Schedule } from './schedule.ts'

export interface Forecast {
  /** When the last document has left, if nothing goes wrong. */
  readonly end: Date
  /** On how many calendar days something leaves. */
  readonly days: number
}

interface ToGo {
  readonly documents: number
  /** The place of the first batch with something left. */
  readonly firstPlace: number
  readonly perSecond: number
  readonly now: Date
}

/** Longer ahead nobody plans; a schedule that takes longer is told as such. */
const mostDays = 400

/**
 * When a campaign would be over at this rate, day by day within the hours and the number of each day; nothing when that is more
 * than a year ahead. It takes every batch for a full one: the truth is never later by more than that.
 */
export function forecast(schedule: Schedule | undefined, toGo: ToGo): Forecast | undefined {
  const { documents, firstPlace, perSecond, now } = toGo
  const used = schedule ?? { startsOn: dayInBelgium(now) }
  let sent = 0
  let days = 0
  let from = leavesFrom(used, firstPlace, now)
  for (let day = 0; day < mostDays; day++) {
    const until = hoursEnd(used, from)
    const places = lastPlaceLeaving(used, from) + 1 - firstPlace
    const mayGo = Math.min(documents, places * batchSize) - sent
    const seconds = (until.getTime() - from.getTime()) / 1000
    const going = Math.min(mayGo, seconds * perSecond)
    if (going > 0) days++
    if (sent + going >= documents)
      return { end: new Date(from.getTime() + ((documents - sent) / perSecond) * 1000), days }
    sent += Math.max(going, 0)
    from = leavesFrom(used, firstPlace, until)
  }
  return undefined
}
