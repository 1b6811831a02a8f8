import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { designate } from '../assignments/designate.ts'
import { noteUndelivered } from '../assignments/note-undelivered.ts'
import { revoke } from '../assignments/revoke.ts'
import { sendCall } from '../assignments/send-call.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import {
  aCalledMember,
  adopted,
  afterPollingDay,
  aLocalElection,
  aMember,
  aPollingBureau,
  aProposal,
  bureauDeps,
} from '../testing.ts'
import { type Availability, acceptanceOf, namesForSeats } from './availability.ts'
import { availabilityByRole } from './availability-overview.ts'
import { keptBureaus } from './bureau-store.ts'

const rules = loadBureauRules({ regime: 'LPKD' })
const none = { came: 0, excused: 0, revoked: 0, undelivered: 0, absent: 0 }
const of = (role: Availability['role'], isEarlier: boolean, counts: Partial<Availability>): Availability => ({
  ...{ role, isEarlier, ...none, ...counts },
})

describe('how many of a role come', () => {
  test('is what became of all who were designated, not of who was excused only', () => {
    const measured = [of('CHAIR', false, { came: 30, excused: 10, revoked: 4, undelivered: 4, absent: 2 })]
    const { rate, from, counts } = acceptanceOf(rules, measured, 'CHAIR')
    expect({ rate, from }).toEqual({ rate: 0.6, from: 'this-election' })
    expect(counts).toEqual({ came: 30, excused: 10, revoked: 4, undelivered: 4, absent: 2 })
  })

  test('comes from earlier elections where this one says too little, then from all roles, then from the rules', () => {
    const few = of('CHAIR', false, { came: 9, excused: 1 })
    expect(acceptanceOf(rules, [few, of('CHAIR', true, { came: 31, absent: 9 })], 'CHAIR')).toMatchObject({
      ...{ rate: 0.8, from: 'earlier-too' },
    })
    expect(acceptanceOf(rules, [few, of('ASSESSOR', true, { came: 21, absent: 19 })], 'CHAIR')).toMatchObject(
      { rate: 0.6, from: 'all-roles' },
    )
    expect(acceptanceOf(rules, [few], 'CHAIR')).toEqual({ rate: 0.85, from: 'rules', mark: 'NV' })
    expect(acceptanceOf(rules, [of('CHAIR', false, { came: 0, absent: 50 })], 'CHAIR').rate).toBe(0.02)
  })
})

describe('just after calling', () => {
  test('who waits for a letter on paper lowers nothing: 76 come, 2 excused, 1 taken back are 76 of 79', () => {
    const { rate, from } = acceptanceOf(
      rules,
      [of('ASSESSOR', false, { came: 76, excused: 2, revoked: 1 })],
      'ASSESSOR',
    )
    expect({ rate, from }).toEqual({ rate: 76 / 79, from: 'this-election' })
  })
})

describe('how many names', () => {
  /** One seat, half come: 0.5^4 = 0.0625 are nobody of four, 0.5^5 = 0.03125 of five. Of two at 0.9, 0.9² = 0.81 is too little; 3 give 0.972. */
  test.each([
    [{ CHAIR: 1 }, 0.5, 5],
    [{ CHAIR: 1 }, 0.9, 2],
    [{ CHAIR: 2 }, 0.9, 3],
    [{}, 0.9, 0],
  ])('%j at %d: %d, by hand', (seats, rate, names) => {
    expect(namesForSeats(seats, () => rate)).toBe(names)
  })

  test('roles with rates of their own count by their seats: 4 at 0.9 and 4 at 0.7 as 8 at 0.8', () => {
    const rateOf = (role: string) => (role === 'ASSESSOR' ? 0.9 : 0.7)
    expect(namesForSeats({ ASSESSOR: 4, SUBSTITUTE: 4 }, rateOf)).toBe(13)
    expect(namesForSeats({ ASSESSOR: 6, SUBSTITUTE: 2 }, rateOf), '0.85').toBe(12)
  })
})

describe('what is counted', () => {
  let database: TestDatabase
  let deps: ReturnType<typeof bureauDeps>
  let election: Election
  let people = 0
  beforeAll(async () => {
    database = await testDatabase()
    deps = bureauDeps(database)
    election = await aLocalElection(database, firstMunicipality)
    await adopted(deps, election, [aPollingBureau(1, 5, 5)])
  })
  afterAll(() => database.close())

  const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
    database.inScope(staffOf(firstMunicipality), work)

  async function seatFor(role: 'ASSESSOR' | 'SUBSTITUTE') {
    const [bureau] = await inTown((db) => keptBureaus(db, election))
    const { seatId } = bureau!.seats.find((seat) => seat.role === role && !seat.isTaken)!
    return { election, seatId, memberId: await aMember(deps, election, ++people) }
  }

  test('by role: who came or stayed away, who was taken back, whose letter came to nobody; who is still silent is not', async () => {
    await afterPollingDay(deps, {
      ...(await seatFor('ASSESSOR')),
      arrivedAt: new Date('2030-10-13T05:10:00Z'),
    })
    await afterPollingDay(deps, await seatFor('ASSESSOR'))
    await aCalledMember(deps, await seatFor('ASSESSOR'))
    const assignmentId = await aProposal(deps, await seatFor('ASSESSOR'))
    const magistrate = { election, assignmentId, by: 'judge', authority: 'magistrate' } as const
    await designate(deps, magistrate)
    expect(await revoke(deps, { ...magistrate, reason: 'is a candidate' })).toMatchObject({ ok: true })
    const unread = await aProposal(deps, await seatFor('SUBSTITUTE'))
    const step = { election, assignmentId: unread, by: 'clerk', authority: 'municipality' } as const
    await designate(deps, { ...magistrate, assignmentId: unread })
    await sendCall(deps, step)
    expect(await noteUndelivered(deps, step)).toMatchObject({ ok: true })
    expect(await inTown((db) => availabilityByRole(db, election, '2030-08-20'))).toEqual([
      { role: 'ASSESSOR', isEarlier: false, ...none, came: 1, absent: 1, revoked: 1 },
      { role: 'SUBSTITUTE', isEarlier: false, ...none, undelivered: 1 },
    ])
  })

  test('of an earlier election, for one after it', async () => {
    const later = {
      ...election,
      electionId: '00000000-0000-7000-8000-000000000001',
      pollingDay: '2036-10-12',
    }
    expect(await inTown((db) => availabilityByRole(db, later as Election, '2036-08-20'))).toEqual([
      { role: 'ASSESSOR', isEarlier: true, ...none, came: 1, absent: 1, revoked: 1 },
      { role: 'SUBSTITUTE', isEarlier: true, ...none, undelivered: 1 },
    ])
  })
})
