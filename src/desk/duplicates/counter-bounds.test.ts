import { expect, test } from 'vitest'
import { anElection } from '../../elections/testing.ts'
import { counterBounds } from './counter-bounds.ts'

const federal = anElection({ votingMode: 'PAPER' })
const local = anElection({ rulesetId: 'lpkd-2030' })

const at = (election: typeof federal, time: string) =>
  counterBounds(election, new Date(`${election.pollingDay}T${time}+02:00`))

test.each([
  ['federal until the bureaus close', federal, '12:59:59', '13:00:00', '13 uur', 'KWB 107 al. 6'],
  ['local until noon', local, '11:59:59', '12:00:00', '12 uur', 'LPKD 53'],
] as const)('%s, in Brussels', (_, election, before, after, hour, article) => {
  expect(at(election, before)).toMatchObject({ isOver: false, hour, article })
  expect(at(election, after)).toMatchObject({ isOver: true, hour, article })
})

test('an hour that nobody read in the law says so: that of closing federally, that of noon not', () => {
  const hours = { value: { open: '08:00', close: '16:00' }, source: 'invented', mark: 'NV' } as const
  const decided = anElection({ settings: { decisions: { hours } } })
  expect(at(decided, '08:00:00')).toMatchObject({ isUnverified: true, hour: '16 uur' })
  const decidedLocally = anElection({ rulesetId: 'lpkd-2030', settings: { decisions: { hours } } })
  expect(at(decidedLocally, '08:00:00')).toMatchObject({ isUnverified: false, hour: '12 uur' })
})
