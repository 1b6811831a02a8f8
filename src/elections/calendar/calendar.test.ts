import { describe, expect, test } from 'vitest'
import type { Election } from '../election.ts'
import { anElection } from '../testing.ts'
import { electionCalendar, milestoneDay, openDeadlines } from './calendar.ts'

/** `yyyy-mm-dd hh:mm` by deadline, and the last safe day of what has to come before a day. */
const calendarOf = (election: Election) =>
  Object.fromEntries(
    electionCalendar(election).map(({ id, date, time, lastDay }) => [
      id,
      [date, time, lastDay && `(${lastDay})`].filter(Boolean).join(' '),
    ]),
  )

/** Each day of the published calendar of 9 June 2024, literally. */
const federal2024 = {
  'fed.bureaus.constituency': '2023-12-09',
  'fed.bureaus.cantonChair': '2024-02-09',
  'fed.list.ep': '2024-04-01',
  'fed.candidates.first': '2024-04-12 14:00-16:00',
  'fed.candidates.second': '2024-04-13 09:00-12:00',
  'fed.bureaus.lists': '2024-04-30',
  'fed.bureaus.exemption': '2024-04-30',
  'fed.bureaus.listsSent': '2024-05-07',
  'fed.bureaus.list': '2024-05-15',
  'fed.bureaus.validated': '2024-05-25',
  'fed.communique': '2024-05-25',
  'fed.letters.sent': '2024-05-25',
  'fed.extracts': '2024-05-26',
  'fed.bureaus.table': '2024-05-26',
  'fed.claims.last': '2024-05-28',
  'fed.witnesses': '2024-05-28 14:00-16:00',
  'fed.claims.decided': '2024-06-02 (2024-06-01)',
  'fed.bureaus.designated': '2024-06-06',
  'fed.proxy.mayor': '2024-06-08',
  'fed.bureaus.formed': '2024-06-09 07:45',
  'fed.collect.until': '2024-06-09 14:00',
  'fed.absentees': '2024-06-12',
  'fed.spending.from': '2024-08-23',
  'fed.spending.until': '2024-09-07',
  'fed.fees.paid': '2024-09-09',
  'fed.payment.erased': '2025-06-09',
}

const federal2029 = {
  'fed.bureaus.constituency': '2028-12-10',
  'fed.bureaus.cantonChair': '2029-02-10',
  'fed.list.ep': '2029-04-01',
  'fed.candidates.first': '2029-04-13 14:00-16:00',
  'fed.candidates.second': '2029-04-14 09:00-12:00',
  'fed.bureaus.lists': '2029-04-30',
  'fed.bureaus.exemption': '2029-05-01',
  'fed.bureaus.listsSent': '2029-05-08',
  'fed.bureaus.list': '2029-05-16',
  'fed.bureaus.validated': '2029-05-26',
  'fed.communique': '2029-05-26',
  'fed.letters.sent': '2029-05-26',
  'fed.extracts': '2029-05-27',
  'fed.bureaus.table': '2029-05-27',
  'fed.claims.last': '2029-05-29',
  'fed.witnesses': '2029-05-29 14:00-16:00',
  'fed.claims.decided': '2029-06-03 (2029-06-02)',
  'fed.bureaus.designated': '2029-06-07',
  'fed.proxy.mayor': '2029-06-09',
  'fed.bureaus.formed': '2029-06-10 07:45',
  'fed.collect.until': '2029-06-10 13:00',
  'fed.absentees': '2029-06-13',
  'fed.spending.from': '2029-08-24',
  'fed.spending.until': '2029-09-08',
  'fed.fees.paid': '2029-09-10',
  'fed.payment.erased': '2030-06-10',
}

/** Each day of the published calendar of 13 October 2024, literally. */
const local2024 = {
  'loc.bureaus.mainChairs': '2024-04-13',
  'loc.seats': '2024-06-01',
  'loc.prudence': '2024-07-01',
  'loc.foreigners': '2024-07-31',
  'loc.situation': '2024-08-01',
  'loc.bureaus.exemption': '2024-08-24',
  'loc.bureaus.lists': '2024-08-31',
  'loc.list': '2024-08-31',
  'loc.designation': '2024-09-03',
  'loc.mainBureaus': '2024-09-09',
  'loc.candidates': '2024-09-14 16:00',
  'loc.extractsCopy': '2024-09-16',
  'loc.notice': '2024-09-23',
  'loc.letters.sent': '2024-09-28',
  'loc.claims.last': '2024-10-01',
  'loc.witnesses': '2024-10-01',
  'loc.claims.decided': '2024-10-06 (2024-10-05)',
  'loc.bureaus.counting': '2024-10-08',
  'loc.lists.corrected': '2024-10-12',
  'loc.proxy.mayor': '2024-10-12',
  'loc.bureaus.formed': '2024-10-13 07:30',
  'loc.duplicate.until': '2024-10-13 12:00',
  'loc.bureaus.countingFormed': '2024-10-13 14:00',
  'loc.bureaus.listsEnd': '2024-10-14',
  'loc.absentees': '2024-10-16',
  'loc.payment.erased': '2025-10-13',
}

/** The same days of the year: 13 October 2030 is a Sunday too. */
const local2030 = Object.fromEntries(
  Object.entries(local2024).map(([id, day]) => [
    id,
    day.replaceAll(/20\d\d/g, (year) => String(Number(year) + 6)),
  ]),
)

describe('the rules give the days as they were, and as they will be', () => {
  test.each([
    ['kwb-2024', '2024-06-09', federal2024],
    ['kwb-2029', '2029-06-10', federal2029],
    ['lpkd-2024', '2024-10-13', local2024],
    ['lpkd-2030', '2030-10-13', local2030],
  ])('%s is for %s', (rulesetId, pollingDay, dates) => {
    const election = anElection({ rulesetId })
    expect(election.pollingDay).toBe(pollingDay)
    expect(calendarOf(election)).toEqual(dates)
    expect(openDeadlines(election)).toEqual([])
  })

  test('where people vote digitally, the hours are others and no votes are counted on paper', () => {
    const federal = calendarOf(anElection({ rulesetId: 'kwb-2024', votingMode: 'DIGITAL' }))
    expect(federal).toEqual({ ...federal2024, 'fed.collect.until': '2024-06-09 16:00' })
    const { 'loc.bureaus.countingFormed': _, ...others } = local2024
    expect(calendarOf(anElection({ rulesetId: 'lpkd-2024', votingMode: 'DIGITAL' }))).toEqual({
      ...others,
      'loc.bureaus.formed': '2024-10-13 07:00',
    })
  })

  test('letters for 14 October 2018 had to leave by 29 September', () => {
    const election = anElection({ rulesetId: 'lpkd-2030', pollingDay: '2018-10-14' })
    expect(milestoneDay(election, 'letters-sent')).toBe('2018-09-29')
  })
})

describe('the list of voters is fixed by what is elected', () => {
  test.each([
    ['2024-06-09', ['KAMER'], 'fed.list.chamber', '2024-03-21'],
    ['2029-06-10', ['KAMER'], 'fed.list.chamber', '2029-03-22'],
    ['2029-06-10', ['KAMER', 'VLP'], 'fed.list.chamber', '2029-03-22'],
    ['2029-06-10', ['VLP'], 'fed.list.flemish', '2029-03-22'],
    ['2029-06-10', ['EP'], 'fed.list.ep', '2029-04-01'],
    ['2029-06-10', ['EP', 'KAMER', 'VLP'], 'fed.list.ep', '2029-04-01'],
  ] as const)('on %s, %s', (pollingDay, assemblies, id, fixed) => {
    const entries = electionCalendar(anElection({ pollingDay, settings: { assemblies } }))
    const fixing = entries.filter(({ milestone }) => milestone === 'list-fixed')
    expect(fixing).toMatchObject([{ id, date: fixed }])
  })
})

describe('an early election', () => {
  const dissolved = { value: '2027-03-01', source: 'royal decree', mark: 'L' } as const
  const known = anElection({
    rulesetId: 'kwb-early',
    pollingDay: '2027-04-04',
    settings: { events: { dissolution: dissolved } },
  })

  test('has its list fixed on the day of the decree, and letters still fifteen days before', () => {
    expect(milestoneDay(known, 'list-fixed')).toBe('2027-03-01')
    expect(milestoneDay(known, 'letters-sent')).toBe('2027-03-20')
    expect(calendarOf(known)['fed.election.within'], 'forty days, over a change of clock').toBe('2027-04-10')
  })

  test('says which days are not known, and what they wait for', () => {
    const awaits = (election: Election) =>
      Object.fromEntries(openDeadlines(election).map((deadline) => [deadline.id, deadline.awaits]))
    const decree = 'het koninklijk besluit dat de verkiezingsdag bepaalt'
    const set = { 'fed.candidates.first': decree, 'fed.candidates.second': decree }
    expect(awaits(known)).toEqual(set)
    const unknown = { ...known, settings: {} }
    expect(awaits(unknown)).toEqual({
      ...set,
      'fed.election.within': 'dissolution',
      'fed.list.chamber': 'dissolution',
    })
    expect(() => milestoneDay(unknown, 'list-fixed')).toThrow(/no day for list-fixed/)
  })

  test('gets a day that was set by the decree', () => {
    const calendar = {
      'fed.candidates.first': { value: '2027-03-08', source: 'the decree', mark: 'L' },
    } as const
    const set = { ...known, settings: { ...known.settings, decisions: { calendar } } }
    expect(calendarOf(set)['fed.candidates.first']).toBe('2027-03-08')
    expect(openDeadlines(set).map(({ id }) => id)).toEqual(['fed.candidates.second'])
  })
})

describe('an extraordinary local election', () => {
  const decided = { value: '2019-05-06', source: 'arrest of the Council of State', mark: 'L' } as const
  const bilzen = anElection({
    rulesetId: 'lpkd-extraordinary',
    pollingDay: '2019-06-16',
    settings: { events: { decision: decided } },
  })

  test('counts from polling day what an ordinary one does on a fixed day (LPKD 219, 4°)', () => {
    expect(calendarOf(bilzen)).toMatchObject({
      'loc.situation': '2019-05-06',
      'loc.election.within': '2019-06-25',
      'loc.list': '2019-05-12',
      'loc.bureaus.lists': '2019-05-14',
      'loc.designation': '2019-05-17',
      'loc.letters.sent': '2019-06-01',
      'loc.lists.corrected': '2019-06-15',
    })
    expect(milestoneDay(bilzen, 'list-fixed')).toBe('2019-05-06')
  })

  test('waits for the decision and for what the decree leaves to it', () => {
    expect(openDeadlines(bilzen).map(({ id }) => id)).toEqual(['loc.seats', 'loc.prudence', 'loc.foreigners'])
    const awaits = openDeadlines({ ...bilzen, settings: {} }).map(({ id, awaits: what }) => [id, what])
    expect(awaits).toEqual(
      expect.arrayContaining([
        ['loc.election.within', 'decision'],
        ['loc.situation', 'decision'],
      ]),
    )
  })
})

test('every entry names its article, mark and actor, and when it was read; entries come in order of time', () => {
  for (const rulesetId of ['kwb-2024', 'kwb-2029', 'lpkd-2024', 'lpkd-2030']) {
    const entries = electionCalendar(anElection({ rulesetId }))
    for (const entry of entries)
      expect([entry.article, entry.mark, entry.actor, entry.label, entry.readOn].every(Boolean)).toBe(true)
    const instants = entries.map(({ date, time }) => `${date} ${time ?? ''}`)
    expect(instants).toEqual(instants.toSorted())
  }
})

test('a day that was set otherwise carries its own source, and says what it was by the rule', () => {
  const calendar = {
    'loc.letters.sent': { value: '2030-09-25', source: 'letter of the governor', mark: 'S', note: 'holiday' },
    'loc.claims.last': { value: '2030-10-01', source: 'confirmed by the governor', mark: 'S' },
  } as const
  const entries = electionCalendar(
    anElection({ rulesetId: 'lpkd-2030', settings: { decisions: { calendar } } }),
  )
  expect(entries.find(({ id }) => id === 'loc.letters.sent')).toMatchObject({
    date: '2030-09-25',
    insteadOf: '2030-09-28',
    article: 'letter of the governor',
    mark: 'S',
    note: 'holiday',
  })
  expect(entries.find(({ id }) => id === 'loc.claims.last')?.insteadOf).toBeUndefined()
})
