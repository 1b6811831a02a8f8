import { describe, expect, test } from 'vitest'
import { anElection } from '../testing.ts'
import { electionCalendar } from './calendar.ts'
import { calendarFile } from './calendar-file.ts'

const writtenAt = new Date('2029-01-02T03:04:05Z')

/** The properties of each event, unfolded and unescaped as RFC 5545 (3.1 and 3.3.11) says. */
function eventsOf(file: string): Record<string, string>[] {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+(?:;VALUE=DATE)?)(?:;[^:]*)?:(.*)$/.exec(line) ?? []
    if (line === 'BEGIN:VEVENT') events.push({})
    else if (name && events.length > 0 && !line.startsWith('END:'))
      events.at(-1)![name] = value!.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? '\n' : sign))
  }
  return events
}

const federal = anElection({ rulesetId: 'kwb-2024' })
const event = (id: string, election = federal) =>
  eventsOf(calendarFile(election, writtenAt)).find(({ UID }) => UID!.startsWith(`${id}.`))

test('every deadline that has a day is an event of its own', () => {
  const ids = eventsOf(calendarFile(federal, writtenAt)).map(({ UID }) => UID)
  expect(ids).toEqual(electionCalendar(federal).map(({ id }) => `${id}.${federal.electionId}@kiesloket`))
  expect(new Set(ids).size).toBe(ids.length)
})

describe('an event', () => {
  test('of a day lasts that day, and names article, who and how sure', () => {
    expect(event('fed.letters.sent')).toMatchObject({
      'DTSTART;VALUE=DATE': '20240525',
      DTSTAMP: '20290102T030405Z',
      SUMMARY: 'Uiterlijk: Oproepingsbrieven verzonden',
      DESCRIPTION: [
        'Federale, Vlaamse en Europese verkiezingen van 9 juni 2024, zondag 9 juni 2024',
        'Wie: college',
        'Artikel of bron: KWB 107 al. 3',
        'Zekerheid: gelezen in de wet (L)',
      ].join('\n'),
    })
  })

  test('with an hour stands at that hour of Brussels, in summer and in winter', () => {
    expect(event('fed.collect.until')).toMatchObject({ DTSTART: '20240609T120000Z' })
    expect(event('fed.candidates.first')).toMatchObject({
      DTSTART: '20240412T120000Z',
      DTEND: '20240412T140000Z',
    })
    const winter = anElection({ rulesetId: 'lpkd-extraordinary', pollingDay: '2025-01-12' })
    expect(event('loc.duplicate.until', winter)).toMatchObject({ DTSTART: '20250112T110000Z' })
  })

  test('that has to come before a day stands on the last day in time', () => {
    expect(event('fed.claims.decided')).toMatchObject({
      'DTSTART;VALUE=DATE': '20240601',
      SUMMARY: 'Uiterlijk: College beslist over bezwaren',
      DESCRIPTION: expect.stringContaining('vóór zondag 2 juni 2024'),
    })
  })

  test('on 29 February is a day of its own', () => {
    const leap = anElection({ rulesetId: 'kwb-early', pollingDay: '2028-03-12' })
    expect(event('fed.claims.last', leap)).toMatchObject({ 'DTSTART;VALUE=DATE': '20280229' })
  })

  test('keeps its UID when its day is decided otherwise, and says so', () => {
    const decisions = {
      calendar: { 'fed.letters.sent': { value: '2024-05-24', source: 'brief; gouverneur', mark: 'S' } },
    } as const
    const decided = anElection({ rulesetId: 'kwb-2024', settings: { decisions } })
    expect(event('fed.letters.sent', decided)).toMatchObject({
      UID: event('fed.letters.sent')!.UID!,
      'DTSTART;VALUE=DATE': '20240524',
      DESCRIPTION: expect.stringMatching(
        /brief; gouverneur[\s\S]*volgens de regel was het zaterdag 25 mei 2024/,
      ),
    })
  })
})

test('the file is the same whatever the clock of the machine, and no line is longer than 75 octets', () => {
  const zone = process.env.TZ
  try {
    const files = ['America/New_York', 'Pacific/Auckland', 'UTC'].map((TZ) => {
      process.env.TZ = TZ
      expect(new Date().getTimezoneOffset() === 0, 'the zone is taken').toBe(TZ === 'UTC')
      return calendarFile(federal, writtenAt)
    })
    expect(new Set(files).size).toBe(1)
    for (const line of files[0]!.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(files[0]).not.toMatch(/[^\r]\n/)
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})
