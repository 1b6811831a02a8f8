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
) {
  const election = anElection({ pollingDay })
  const mine = {
    election,
    form: {
      data: {
        room: { ...room, bureau: '7', opens: '08:00', closes: '16:00' },
        bureau: 'Stembureau 7',
        language: 'nl',
      },
    },
    section: { place: { ...place, details: { coordinates } } },
  } as unknown as MyLetter
  return calendarOf(mine, {
    stamp: new Date('2029-05-01T10:00:00Z'),
    ...{ address: 'https://kies.example/mijn/verkiezingen/1', language },
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

test('another program reads where, when and what to bring', () => {
  const { calendar, event, component } = read(written('2029-06-10'))
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
  expect(event.summary).toBe(`Stemmen: ${anElection().name}`)
  expect(event.location).toBe('Sporthal De Linde; zaal "Noord", blok A, Lindestraat 4, 9999 Zonnedorp')
  expect(event.description.split('\n').slice(0, 2)).toEqual(['Zaal 2', 'Stembureau 7'])
  expect(event.uid).toMatch(/^stemmen\.[0-9a-f-]{36}@kiesloket$/)
  expect(component.getFirstPropertyValue('geo')).toEqual([51.0543, 3.7174])
  expect(component.getFirstPropertyValue('url')).toBe('https://kies.example/mijn/verkiezingen/1')
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
