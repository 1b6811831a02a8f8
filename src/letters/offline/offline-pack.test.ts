import { expect, test } from 'vitest'
import { anElection } from '../../elections/testing.ts'
import { endOfWork, packEnds, packExpiry } from './offline-pack.ts'

const election = anElection()

test('a copy that is taken long before polling day opens for some days, and no longer', () => {
  const now = new Date('2027-11-30T09:00:00Z')
  for (const end of packEnds)
    expect(packExpiry(election, end, { now, mostDays: 7 })).toEqual(new Date('2027-12-07T09:00:00Z'))
})

test('one that is taken close to it ends when its work does', () => {
  for (const end of packEnds) {
    const over = endOfWork(election, end)
    const now = new Date(over.getTime() - 3_600_000)
    expect(packExpiry(election, end, { now, mostDays: 7 })).toEqual(over)
  }
})
