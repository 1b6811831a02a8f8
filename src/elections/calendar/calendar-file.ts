import ical from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { longDate } from '../../platform/dates.ts'
import type { Election } from '../election.ts'
import { markTextInDutch } from '../mark-text.ts'
import { type CalendarEntry, electionCalendar } from './calendar.ts'

/**
 * The deadlines of an election as an iCalendar file (RFC 5545), in Dutch for the clerks who keep it. An event keeps
 * its UID when its day is decided otherwise, so a calendar program moves it instead of adding another.
 */
export function calendarFile(election: Election, writtenAt: Date): string {
  const { code, electionId } = election
  // Letters, digits and dashes only: the library writes this one name as it is.
  const calendar = ical({ name: `Kiesloket ${code}`, prodId: { company: 'kiesloket', product: 'calendar' } })
  for (const entry of electionCalendar(election))
    calendar.createEvent({
      id: `${entry.id}.${electionId}@kiesloket`,
      stamp: writtenAt,
      summary: `${bounds[entry.bound]}: ${entry.label}`,
      description: descriptionOf(entry, election),
      categories: [{ name: entry.actor }],
      ...whenOf(entry),
    })
  return calendar.toString()
}

const bounds = {
  on: 'Op deze dag',
  latest: 'Uiterlijk',
  'strictly-before': 'Uiterlijk',
  from: 'Vanaf',
} as const

/** A whole day by the calendar, or a moment in Brussels written in UTC, which every program reads the same. */
function whenOf({ date, time, lastDay }: CalendarEntry) {
  if (!time) return { start: lastDay ?? date, allDay: true }
  const [from, to] = time.split('-').map((hour) => instantOf(date, hour))
  return { start: from!, ...(to && { end: to }) }
}

function instantOf(date: string, hour: string): Date {
  const moment = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone: 'Europe/Brussels',
    plainTime: hour,
  })
  return new Date(moment.epochMilliseconds)
}

function descriptionOf(entry: CalendarEntry, { name, pollingDay }: Election): string {
  const { bound, date, time, actor, article, mark, insteadOf } = entry
  const before = bound === 'strictly-before' && `Dit moet gebeurd zijn vóór ${longDate(date, 'nl')}.`
  const hours = time && `Uur in België: ${time.replace('-', ' tot ')}`
  const decided =
    insteadOf && `Voor deze verkiezing anders beslist: volgens de regel was het ${longDate(insteadOf, 'nl')}.`
  return [
    `${name}, ${longDate(pollingDay, 'nl')}`,
    before,
    hours,
    `Wie: ${actor}`,
    `Artikel of bron: ${article}`,
    `Zekerheid: ${markTextInDutch(mark)}`,
    decided,
  ]
    .filter(Boolean)
    .join('\n')
}
