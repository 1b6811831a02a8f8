import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { anElection } from '../../elections/testing.ts'
import type { MyLetter } from '../../letters/index.ts'
import { calendarOf } from './appointment.ts'

/** Read by another program than the one that writes it (ical.js, which Thunderbird's calendar reads with). */

const room = {
  place: 'Sporthal De Linde; zaal "Noord", blok A',
  name: 'Zaal 2',
  addressLines: ['Lindestraat 4', '9999 Zonnedorp'],
}
const coordinates = { latitude: 51.0543, longitude: 3.7174 }

function written(
  pollingDay: string,
  place: object = { name: room.place, address: { street: 'Lindestraat' } },
  language: 'nl' | 'fr' = 'nl',
  municipality: object = {},
  stamp = '2029-05-01T10:00:00Z',
) {
  const election = anElection({ pollingDay })
  const mine = {
    ...{ election, municipality },
    form: {
      voter: { listNumber: 3 },
      data: {
        room: { ...room, bureau: '7', opens: '08:00', closes: '16:00' },
        bureau: 'Stembureau 7',
        language: 'nl',
      },
    },
    section: { place: { ...place, details: { coordinates } } },
  } as unknown as MyLetter
  return calendarOf(mine, {
    stamp: new Date(stamp),
    ...{ address: 'https://kies.example/mijn/verkiezingen/1', language, bring: 'Breng je kaart mee.' },
  })
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const [event, ...others] = calendar.getAllSubcomponents('vevent')
  expect(others).toEqual([])
  return { calendar, event: new ICAL.Event(event!), component: event! }
}

/** As a calendar in Belgium shows it. */
const inBelgium = (time: ICAL.Time) =>
  new Intl.DateTimeFormat('nl-BE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Brussels' })
    .format(time.toJSDate())
    .replaceAll(/\s+/g, ' ')

test('the hour that is advised stands in it, where the municipality advises one, and the whole day stays free', () => {
  const municipality = { advisedHour: { slotMinutes: 30 } }
  const { event } = read(written('2029-06-10', undefined, 'fr', municipality))
  expect(event.description).toContain('entre 9 h et 9 h 30. Vous pouvez aussi venir à une autre heure.')
  const without = read(written('2029-06-10', undefined, 'fr'))
  expect(without.event.description).not.toContain('conseillée')
  expect(event.startDate.toJSDate()).toEqual(without.event.startDate.toJSDate())
  expect(event.endDate.toJSDate()).toEqual(without.event.endDate.toJSDate())
})

test('another program reads where, when and what to bring', () => {
  const { calendar, event, component } = read(written('2029-06-10'))
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(event.summary).toBe(`Stemmen: ${anElection().name}`)
  expect(event.location).toBe('Sporthal De Linde; zaal "Noord", blok A, Lindestraat 4, 9999 Zonnedorp')
  expect(event.description.split('\n').slice(0, 2)).toEqual(['Zaal 2', 'Stembureau 7'])
  expect(event.uid).toMatch(/^stemmen\.[0-9a-f-]{36}@kiesloket$/)
  expect(event.description).toContain('Breng je kaart mee.')
  expect(component.getFirstPropertyValue('geo')).toEqual([51.0543, 3.7174])
  expect(component.getFirstPropertyValue('url')).toBe('https://kies.example/mijn/verkiezingen/1')
})

test('each line ends as the format wants it, the last one too', () => {
  expect(written('2029-06-10')).toMatch(/\r\nEND:VCALENDAR\r\n$/)
  expect(written('2029-06-10').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('what is fetched later is a later version of the same event', () => {
  const at = (stamp: string) => read(written('2029-06-10', undefined, 'nl', {}, stamp))
  const [before, after] = [at('2029-05-01T10:00:00Z'), at('2029-05-01T10:01:00Z')]
  expect(after.event.uid).toBe(before.event.uid)
  expect(after.event.sequence).toBeGreaterThan(before.event.sequence)
  expect(String(after.component.getFirstPropertyValue('last-modified'))).toBe('2029-05-01T10:01:00Z')
  expect(at('2038-12-31T00:00:00Z').event.sequence, 'within an iCalendar integer').toBeLessThan(2 ** 31)
})

describe('it begins when the doors open in Belgium', () => {
  test.each([
    ['in summer time', '2029-06-10'],
    ['in winter time', '2029-12-09'],
    ['on the day on which winter time begins', '2029-10-28'],
    ['on the day on which summer time begins', '2029-03-25'],
  ])('%s', (_, pollingDay) => {
    const { event } = read(written(pollingDay))
    const [year, month, day] = pollingDay.split('-')
    expect(inBelgium(event.startDate)).toBe(`${Number(day)}/${month}/${year}, 08:00`)
    expect(event.startDate.zone.tzid, 'as a moment, which no calendar can take for another').toBe('UTC')
    expect(inBelgium(event.endDate)).toMatch(new RegExp(`^${Number(day)}/${month}/${year}, 1[3-6]:00$`))
  })
})

test.each(['2029-06-10', '2029-10-28'])('the alarm of %s rings the evening before', (pollingDay) => {
  const { component, event } = read(written(pollingDay))
  const [alarm, ...others] = component.getAllSubcomponents('valarm')
  expect(others).toEqual([])
  expect(alarm!.getFirstPropertyValue('action')).toBe('DISPLAY')
  const rings = event.startDate.clone()
  rings.addDuration(alarm!.getFirstPropertyValue('trigger') as ICAL.Duration)
  // Sixteen hours: on the night in which the clock goes back that is an hour later by the clock.
  expect(inBelgium(rings)).toMatch(/(16|17):00$/)
})

test('who reads French has it in French, with the same moments and the names as they are', () => {
  const { event } = read(written('2029-06-10', undefined, 'fr'))
  expect(event.description).toMatch(/Bureau de vote 7/)
  expect(event.location).toContain('Sporthal De Linde')
  expect(event.startDate.toJSDate().toISOString()).toBe('2029-06-10T06:00:00.000Z')
})

test('a building with another name or address by now is not shown where it is now', () => {
  for (const place of [
    { name: 'Feestzaal', address: { street: 'Lindestraat' } },
    { name: room.place, address: { street: 'Markt' } },
  ])
    expect(read(written('2029-06-10', place)).component.getFirstPropertyValue('geo')).toBeNull()
})
