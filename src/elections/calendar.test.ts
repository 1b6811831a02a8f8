import { describe, expect, test } from 'vitest'
import { calendarDay, electionCalendar, isSunday } from './calendar.ts'
import type { Election } from './election.ts'
import { anElection } from './testing.ts'

const datesOf = (election: Election) =>
  Object.fromEntries(electionCalendar(election).map(({ id, date }) => [id, date.slice(5)]))

const federal2024 = {
  'fed.list.ep': '04-01',
  'fed.candidates.first': '04-12',
  'fed.candidates.second': '04-13',
  'fed.bureaus.list': '05-15',
  'fed.bureaus.validated': '05-25',
  'fed.communique': '05-25',
  'fed.letters.sent': '05-25',
  'fed.extracts': '05-26',
  'fed.claims.last': '05-28',
  'fed.witnesses': '05-28',
  'fed.claims.decided': '06-02',
  'fed.proxy.mayor': '06-08',
  'fed.collect.until': '06-09',
  'fed.absentees': '06-12',
  'fed.spending.from': '08-23',
  'fed.spending.until': '09-07',
}

const federal2029 = {
  'fed.list.ep': '04-01',
  'fed.candidates.first': '04-13',
  'fed.candidates.second': '04-14',
  'fed.bureaus.list': '05-16',
  'fed.bureaus.validated': '05-26',
  'fed.communique': '05-26',
  'fed.letters.sent': '05-26',
  'fed.extracts': '05-27',
  'fed.claims.last': '05-29',
  'fed.witnesses': '05-29',
  'fed.claims.decided': '06-03',
  'fed.proxy.mayor': '06-09',
  'fed.collect.until': '06-10',
  'fed.absentees': '06-13',
  'fed.spending.from': '08-24',
  'fed.spending.until': '09-08',
}

/** 13 October 2024 and 13 October 2030 fall on the same days of the year. */
const local = {
  'loc.seats': '06-01',
  'loc.prudence': '07-01',
  'loc.foreigners': '07-31',
  'loc.situation': '08-01',
  'loc.list': '08-31',
  'loc.designation': '09-03',
  'loc.mainBureaus': '09-09',
  'loc.candidates': '09-14',
  'loc.extractsCopy': '09-16',
  'loc.notice': '09-23',
  'loc.letters.sent': '09-28',
  'loc.claims.last': '10-01',
  'loc.claims.decided': '10-06',
  'loc.lists.corrected': '10-12',
  'loc.proxy.mayor': '10-12',
  'loc.duplicate.until': '10-13',
}

describe('the rules give the days as they were, and as they will be', () => {
  test.each([
    ['kwb-2029', '2024-06-09', federal2024],
    ['kwb-2029', '2029-06-10', federal2029],
    ['lpkd-2030', '2024-10-13', local],
    ['lpkd-2030', '2030-10-13', local],
  ])('%s on %s', (rulesetId, pollingDay, dates) => {
    expect(datesOf(anElection({ rulesetId, pollingDay }))).toEqual(dates)
  })

  test('letters for 14 October 2018 had to leave by 29 September', () => {
    expect(
      datesOf(anElection({ rulesetId: 'lpkd-2030', pollingDay: '2018-10-14' }))['loc.letters.sent'],
    ).toBe('09-29')
  })
})

test.each([
  ['2024-06-09', '2024-03-21'],
  ['2029-06-10', '2029-03-22'],
])(
  'for the Chamber alone on %s the list is fixed on %s; beside the European election that rule rests',
  (day, fixed) => {
    const election = anElection({ pollingDay: day })
    expect(datesOf(election)['fed.list.chamber']).toBeUndefined()
    const { ruleset } = election
    const alone = {
      ...election,
      ruleset: { ...ruleset, assemblies: ruleset.assemblies.filter(({ code }) => code !== 'EP') },
    }
    expect(electionCalendar(alone)).toContainEqual(
      expect.objectContaining({ id: 'fed.list.chamber', date: fixed }),
    )
  },
)

test('a rule that says "before" also gives the last day that is in time', () => {
  const entry = electionCalendar(anElection()).find(({ id }) => id === 'fed.claims.decided')
  expect(entry).toMatchObject({
    date: '2029-06-03',
    lastDay: '2029-06-02',
    bound: 'strictly-before',
    article: 'KWB 25',
  })
})

test.each([
  ['PAPER', '14:00'],
  ['DIGITAL', '16:00'],
] as const)('the last hour to collect a letter follows the closing hour: %s in 2024', (votingMode, close) => {
  const hours = { value: { open: '08:00', close }, source: 'communiqué of 2-5-2024', mark: 'S' } as const
  const election = anElection({ pollingDay: '2024-06-09', votingMode, settings: { decisions: { hours } } })
  const entry = electionCalendar(election).find(({ id }) => id === 'fed.collect.until')
  expect(entry).toMatchObject({ date: '2024-06-09', time: close })
})

test('every entry names its article, mark and actor; entries come in order of time', () => {
  for (const rulesetId of ['kwb-2029', 'lpkd-2030']) {
    const entries = electionCalendar(anElection({ rulesetId }))
    for (const entry of entries)
      expect([entry.article, entry.mark, entry.actor, entry.label].every(Boolean)).toBe(true)
    expect(entries.map(({ date }) => date)).toEqual(entries.map(({ date }) => date).sort())
  }
})

test('a day that was set otherwise carries its own source', () => {
  const calendar = {
    'loc.letters.sent': { value: '2030-09-25', source: 'letter of the governor', mark: 'S' },
  } as const
  const election = anElection({ rulesetId: 'lpkd-2030', settings: { decisions: { calendar } } })
  expect(electionCalendar(election)).toContainEqual(
    expect.objectContaining({
      id: 'loc.letters.sent',
      date: '2030-09-25',
      article: 'letter of the governor',
      mark: 'S',
    }),
  )
})

test('days are calendar days: over a leap day, a year and a change of clock', () => {
  expect(calendarDay({ daysBefore: 1 }, '2032-03-01')).toBe('2032-02-29')
  expect(calendarDay({ daysAfter: 90 }, '2030-10-13')).toBe('2031-01-11')
  expect(calendarDay({ monthsBefore: 2, day: 1 }, '2029-01-31')).toBe('2028-11-01')
  expect(calendarDay({ daysAfter: 1 }, '2029-03-24')).toBe('2029-03-25')
  expect(['2029-06-10', '2030-10-13', '2029-06-11'].map(isSunday)).toEqual([true, true, false])
})
