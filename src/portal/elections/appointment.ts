import ical, { ICalAlarmType } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { type Election, openingHours } from '../../elections/index.ts'
import { currentOf, type MyLetter } from '../../letters/index.ts'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { destinationOf } from '../way-there/destination.ts'
import { letterFacts } from './letter-facts.ts'
import { texts } from './texts.ts'

const hoursAhead = 16

/** Polling day as a file for a calendar program. */
export function appointment(portal: Portal, letters: readonly MyLetter[]): Response {
  const mine = currentOf(letters)[0]!
  const { PORTAL_URL } = portal.deps.config
  const address = PORTAL_URL + paths.election({ election: mine.election.electionId })
  const facts = { stamp: portal.deps.clock.now(), address, language: portal.language }
  return portal.context.body(calendarOf(mine, facts), 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="stemmen.ics"',
  })
}

/**
 * Polling day as iCalendar (RFC 5545): where, from when to when, and a reminder the evening before. Nothing in it says who
 * votes, for calendars are shared. `address`: of the page about it.
 */
export function calendarOf(
  mine: Pick<MyLetter, 'election' | 'form' | 'section'>,
  { stamp, address, language }: { stamp: Date; address: string; language: Language },
): string {
  const { election } = mine
  const words = texts[language].appointment
  const { room, bureau } = letterFacts(mine, language)
  const { name, addressLines, coordinates } = destinationOf(mine)
  const prodId = { company: 'kiesloket', product: 'portal', language: language.toUpperCase() }
  const calendar = ical({ prodId })
  const event = calendar.createEvent({
    ...{ id: `stemmen.${election.electionId}@kiesloket`, stamp, ...whileOpen(election) },
    summary: words.title(election.name),
    location: {
      title: [name, ...addressLines].join(', '),
      ...(coordinates && { geo: { lat: coordinates.latitude, lon: coordinates.longitude } }),
    },
    description: [room.name, bureau, words.bring].join('\n'),
    url: address,
  })
  event.createAlarm({ type: ICalAlarmType.display, trigger: hoursAhead * 3600 })
  return calendar.toString()
}

/** From opening to closing, as moments: every calendar program reads those the same. */
function whileOpen(election: Election): { start: Date; end: Date } {
  const { open, close } = openingHours(election)
  const at = (plainTime: string) =>
    new Date(
      Temporal.PlainDate.from(election.pollingDay).toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime })
        .epochMilliseconds,
    )
  return { start: at(open), end: at(close) }
}
