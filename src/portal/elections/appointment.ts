import ical, { ICalAlarmType } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { type Election, openingHours } from '../../elections/index.ts'
import { currentOf, type MyLetter } from '../../letters/index.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { letterFacts } from './letter-facts.ts'
import { texts } from './texts.ts'

const hoursAhead = 16

/**
 * Polling day as an iCalendar file (RFC 5545): where, from when to when, and a reminder the evening before. Nothing in it says
 * who votes, for calendars are shared.
 */
export function appointment(portal: Portal, letters: readonly MyLetter[]): Response {
  const mine = currentOf(letters)[0]!
  const { election, section } = mine
  const { language } = portal
  const words = texts[language].appointment
  const { room, bureau } = letterFacts(mine, language)
  const { start, end } = whileOpen(election)
  const where = section?.place.details.coordinates
  const calendar = ical({
    prodId: { company: 'kiesloket', product: 'portal', language: language.toUpperCase() },
  })
  const event = calendar.createEvent({
    ...{ id: `stemmen.${election.electionId}@kiesloket`, stamp: portal.deps.clock.now(), start, end },
    summary: words.title(election.name),
    location: {
      title: [room.place, ...room.addressLines].join(', '),
      ...(where && { geo: { lat: where.latitude, lon: where.longitude } }),
    },
    description: [room.name, bureau, words.bring].join('\n'),
    url: portal.deps.config.PORTAL_URL + paths.election({ election: election.electionId }),
  })
  event.createAlarm({ type: ICalAlarmType.display, trigger: hoursAhead * 3600 })
  return portal.context.body(calendar.toString(), 200, {
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'attachment; filename="stemmen.ics"',
  })
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
