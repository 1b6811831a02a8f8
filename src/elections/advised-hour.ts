import type { AdvisedHourSettings } from '../municipalities/index.ts'
import type { OpeningHours } from './ruleset.ts'

/** Part of polling day, as `HH:MM`. */
export interface PartOfDay {
  readonly from: string
  readonly until: string
}

/**
 * In which part of polling day a voter is advised to come, by their number on the list: the first number has the first part, the next
 * the next, and after the last it begins again. It needs nobody else's number, so that it is the same wherever it is asked, and stays
 * the same when others are added or struck (decision 0121). `undefined` where the municipality advises none, or the polling place is
 * not open for one whole part of what it wants. Advice and no more: no law knows it.
 */
export function advisedHour(
  settings: AdvisedHourSettings | undefined,
  listNumber: number,
  hours: OpeningHours,
): PartOfDay | undefined {
  if (!settings) return undefined
  const { slotMinutes, from = hours.open, until = hours.close } = settings
  const first = Math.max(minutesOf(from), minutesOf(hours.open))
  const last = Math.min(minutesOf(until), minutesOf(hours.close))
  const slots = Math.floor((last - first) / slotMinutes)
  if (slots < 1) return undefined
  const begins = first + ((listNumber - 1) % slots) * slotMinutes
  return { from: timeOf(begins), until: timeOf(begins + slotMinutes) }
}

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}

function timeOf(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
