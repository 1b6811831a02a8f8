import type { Command } from 'commander'
import {
  type CampaignStatus,
  holdCampaign,
  letAllGo,
  type Schedule,
  scheduleCampaign,
  sendWave,
} from '../delivery/index.ts'
import { releasedLetters } from '../letters/index.ts'
import { dayInBelgium } from '../platform/dates.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { DocumentId, LetterId } from '../platform/ids.ts'
import { refused } from '../platform/result.ts'
import { idFrom, WrongUse, wholeNumber } from './arguments.ts'
import { done, type Options, verb } from './command.ts'
import { counted } from './counted.ts'
import { chosenElection, electionOption, municipalityOption, operator } from './find.ts'
import { forAll, withCampaigns } from './with-campaigns.ts'

const which = [municipalityOption, electionOption] as const

/** Sending in waves, and at hours that suit: hold, wave, go and schedule. */
export function waveVerbs(delivery: Command): void {
  holdVerb(delivery)
  waveVerb(delivery)
  goVerb(delivery)
  scheduleVerb(delivery)
}

function holdVerb(delivery: Command): void {
  const description = {
    name: 'hold',
    summary: 'Hold back every letter that has not left, in every process, within a second',
    examples: ['delivery hold', 'delivery wave --section 12', 'delivery go'],
    options: which,
  }
  verb(delivery, description, (app, _, options) =>
    withCampaigns(app, options, (campaigns) =>
      forAll(
        campaigns,
        (campaign) => holdCampaign(app, { ...campaign, by: operator }),
        'Held back. Next: npx kiesloket delivery wave --section NUMBER, or delivery go for all of it.',
      ),
    ),
  )
}

function waveVerb(delivery: Command): void {
  const description = {
    name: 'wave',
    summary: 'Let only some letters go, the others wait until you looked: people who test, or one section',
    examples: [
      'delivery wave --letters 5b0c4f0e-…,77a1d9c2-…',
      'delivery wave --section 12',
      'delivery run',
      'delivery go',
    ],
    options: [
      ...which,
      ['--section NUMBER', 'the letters of one section'],
      ['--letters IDS', 'these letters, with commas between their ids'],
    ] as const,
  }
  verb(delivery, description, async (app, _, options) => {
    const asked = lettersAsked(options)
    const found = await chosenElection(app, options)
    if (!found.ok) return found
    const { municipalityId, electionId } = found.election
    const letters = await app.database.inScope(staffOf(municipalityId), (db) =>
      releasedLetters(db, municipalityId, electionId, asked),
    )
    if (letters.length === 0) return refused('no-such-letters')
    const documentIds = letters.map((id) => id as string as DocumentId)
    return withCampaigns(app, options, async (campaigns) => {
      let documents = 0
      for (const campaign of campaigns) {
        const sent = await sendWave(app, { ...campaign, documentIds, by: operator })
        if (sent.ok) documents += sent.documents
      }
      if (documents === 0) return refused('nothing-in-wave')
      return done(
        { letters: documents },
        `In this wave: ${counted(documents, 'letter')}; the others wait. Next: npx kiesloket delivery run, look at what arrives, then npx kiesloket delivery go`,
      )
    })
  })
}

function lettersAsked({ section, letters }: Options): { section: number } | { letterIds: LetterId[] } {
  if (typeof section === 'string' && letters === undefined)
    return { section: wholeNumber(section, '--section') }
  if (typeof letters === 'string' && section === undefined)
    return { letterIds: letters.split(',').map((id) => idFrom<LetterId>(id.trim(), '--letters')) }
  throw new WrongUse('say --section NUMBER or --letters IDS')
}

function goVerb(delivery: Command): void {
  const description = {
    name: 'go',
    summary: 'Let all letters go that a wave or a hold kept back',
    examples: ['delivery go', 'delivery run'],
    options: which,
  }
  verb(delivery, description, (app, _, options) =>
    withCampaigns(app, options, (campaigns) =>
      forAll(
        campaigns,
        (campaign) => letAllGo(app, { ...campaign, by: operator }),
        'All letters may go. Next: npx kiesloket delivery run',
      ),
    ),
  )
}

function scheduleVerb(delivery: Command): void {
  const description = {
    name: 'schedule',
    summary:
      'Say at which hours letters may leave, from which day and how many a day; by the clock in Brussels',
    examples: [
      'delivery schedule --hours 07:00-22:00',
      'delivery schedule --starts-on 2029-05-14 --per-day 100000',
      'delivery schedule --none',
    ],
    options: [
      ...which,
      ['--hours HOURS', 'from the first until the second, such as 07:00-22:00'],
      ['--starts-on DAY', 'not before that day; today when left out'],
      ['--per-day NUMBER', 'so many letters on each day, the first of the list on the first day'],
      ['--none', 'at any time'],
    ] as const,
  }
  verb(delivery, description, (app, _, options) => {
    const schedule = scheduleFrom(options, dayInBelgium(app.clock.now()))
    return withCampaigns(app, options, (campaigns) =>
      forAll(
        campaigns,
        (campaign) => scheduleCampaign(app, { ...campaign, schedule, by: operator }),
        schedule ? `Scheduled: ${scheduleText(schedule)}.` : 'Letters may leave at any time.',
      ),
    )
  })
}

export function scheduleFrom(options: Options, today: string): Schedule | undefined {
  const { hours, startsOn, perDay, none } = options
  const isEmpty = hours === undefined && startsOn === undefined && perDay === undefined
  if (Boolean(none) !== isEmpty) throw new WrongUse('say --hours, --starts-on or --per-day; or --none alone')
  if (none) return undefined
  return {
    startsOn: startsOn === undefined ? today : dayFrom(startsOn),
    ...(hours !== undefined && { hours: hoursFrom(hours) }),
    ...(perDay !== undefined && { perDay: wholeNumber(perDay, '--per-day') }),
  }
}

function dayFrom(text: unknown): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(text)) || day.toJSON()?.slice(0, 10) !== text)
    throw new WrongUse('--starts-on is a day, such as 2029-05-14')
  return String(text)
}

function hoursFrom(text: unknown): NonNullable<Schedule['hours']> {
  const time = '(?:[01]\\d|2[0-3]):[0-5]\\d'
  const [, from, until] = new RegExp(`^(${time})-(${time})$`).exec(String(text)) ?? []
  if (!from || !until || from >= until)
    throw new WrongUse('--hours are two times of one day, the first before the second, such as 07:00-22:00')
  return { from, until }
}

function scheduleText({ startsOn, hours, perDay }: Schedule): string {
  const parts = [
    `from ${startsOn}`,
    hours && `between ${hours.from} and ${hours.until}`,
    perDay && `${counted(perDay, 'letter')} a day`,
  ]
  return `${parts.filter(Boolean).join(', ')}, by the clock in Brussels`
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  ...({ dateStyle: 'short', timeStyle: 'short' } as const),
  timeZone: 'Europe/Brussels',
})

/** What is held back and until when, if anything is. */
export function heldBackLines({ wave, goesOnAt, finishedAt }: CampaignStatus): string[] {
  if (finishedAt) return []
  const lines: string[] = []
  if (wave && wave.toGo > 0)
    lines.push(`  only a wave leaves: ${counted(wave.toGo, 'letter')} of it to go, the others wait`)
  if (wave?.toGo === 0)
    lines.push('  held back: look at what arrived, then npx kiesloket delivery go, or delivery wave')
  if (goesOnAt) lines.push(`  goes on at ${clock.format(goesOnAt)} by the clock in Brussels`)
  return lines
}
