import { expect, test } from 'vitest'
import { anElection } from '../../elections/testing.ts'
import type { CampaignFacts } from './campaign-overview.ts'
import { deadlineOf, deadlines } from './deadlines.ts'

const election = anElection({ rulesetId: 'kwb-2024' })
const nothing: CampaignFacts = {
  sections: [],
  letters: { composed: 0, released: 0, missing: 0 },
  releases: [],
  deliveries: [],
  onPaper: { printed: 0, exceptions: 0, ended: 0 },
  toPrint: 0,
}
const closed = { ...nothing, list: { state: 'closed' } as CampaignFacts['list'] }
const on = (day: string, facts = nothing) =>
  deadlines(election, facts, new Date(`${day}T12:00:00+02:00`), day)
const byMilestone = (all: ReturnType<typeof on>, milestone: string) =>
  all.find((one) => one.milestone === milestone)

test('what has to be done is late once its moment is over, and done when the rows say so', () => {
  const letters = byMilestone(on('2024-05-01'), 'letters-sent')!
  expect(letters).toMatchObject({ state: 'open' })
  expect(byMilestone(on(letters.date), 'letters-sent'), 'the day itself is in time').toMatchObject({
    daysLeft: 0,
  })
  expect(byMilestone(on('2024-06-01'), 'letters-sent')).toMatchObject({ state: 'late' })
  expect(byMilestone(on('2024-06-01', closed), 'list-fixed')).toMatchObject({ state: 'done' })
})

test('of other deadlines the program knows only that they are over', () => {
  const states = new Set(on('2031-01-01', closed).map(({ state }) => state))
  expect(states).toEqual(new Set(['passed', 'done', 'late']))
})

test('one deadline is the next, and it is the first that is open', () => {
  const all = on('2024-05-01', closed)
  const next = all.filter(({ state }) => state === 'next')
  expect(next).toHaveLength(1)
  expect(all.slice(0, all.indexOf(next[0]!)).some(({ state }) => state === 'open')).toBe(false)
})

test('every step has the deadline of the law that it serves', () => {
  const all = on('2024-05-01')
  expect([deadlineOf('close', all)?.milestone, deadlineOf('release', all)?.milestone]).toEqual([
    'list-fixed',
    'letters-sent',
  ])
})
