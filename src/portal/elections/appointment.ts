import { Temporal } from 'temporal-polyfill'
import { type Election, openingHours } from '../../elections/index.ts'
import { type AwaitedLetter, currentOf, type MyLetter, type WhereToVote } from '../../letters/index.ts'
import { wordsOf } from '../awaited/words-of.ts'
import type { Language } from '../language.ts'
import { paths } from '../paths.ts'
import type { Portal } from '../portal.ts'
import { destinationOf } from '../way-there/destination.ts'
import { calendarFile, sendCalendar } from './calendar-file.ts'
import { advisedTo, letterFacts } from './letter-facts.ts'
import { texts } from './texts.ts'

/** Polling day as a file for a calendar program. */
export function appointment(portal: Portal, letters: readonly MyLetter[]): Response {
  return sendAppointment(portal, currentOf(letters)[0]!, texts[portal.language].appointment.bring)
}

/** The same while another letter has to come: what to bring is then what the page says. */
export function awaitedAppointment(portal: Portal, awaited: AwaitedLetter): Response {
  return sendAppointment(portal, awaited, wordsOf(awaited, portal.language).bring)
}

function sendAppointment(portal: Portal, mine: WhereToVote, bring: string): Response {
  const { PORTAL_URL } = portal.deps.config
  const address = PORTAL_URL + paths.election({ election: mine.election.electionId })
  const facts = { stamp: portal.deps.clock.now(), address, language: portal.language, bring }
  return sendCalendar(portal, calendarOf(mine, facts), 'stemmen.ics')
}

/**
 * Polling day for a calendar: where, and from when to when. Nothing in it says who votes. `address`: of the page about it; `bring`: what to
 * bring, in a sentence; `stamp`: now.
 */
export function calendarOf(mine: WhereToVote, { stamp, address, language, bring }: AppointmentFacts): string {
  const { election } = mine
  const advised = advisedTo(mine, language)
  const { room, bureau } = letterFacts(mine, language)
  const { name, addressLines, coordinates } = destinationOf(mine)
  return calendarFile({
    ...{ id: `stemmen.${election.electionId}@kiesloket`, stamp, language, ...whileOpen(election) },
    summary: texts[language].appointment.title(election.name),
    location: {
      title: [name, ...addressLines].join(', '),
      ...(coordinates && { geo: { lat: coordinates.latitude, lon: coordinates.longitude } }),
    },
    description: [
      ...[room.name, bureau],
      ...(advised ? [texts[language].advised.inShort(advised.from, advised.until)] : []),
      bring,
    ].join('\n'),
    url: address,
  })
}

interface AppointmentFacts {
  readonly stamp: Date
  readonly address: string
  readonly language: Language
  readonly bring: string
}

/** From opening to closing, as moments: every calendar program and every phone reads those the same. */
export function whileOpen(election: Election): { start: Date; end: Date } {
  const { open, close } = openingHours(election)
  const at = (plainTime: string) =>
    new Date(
      Temporal.PlainDate.from(election.pollingDay).toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime })
        .epochMilliseconds,
    )
  return { start: at(open), end: at(close) }
}
