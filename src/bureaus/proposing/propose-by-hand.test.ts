import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { SeatId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import { testNumber } from '../../voters/testing.ts'
import { timelineOf } from '../assignments/assignment-store.ts'
import { designate } from '../assignments/designate.ts'
import { withdrawProposal } from '../assignments/withdraw-proposal.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  adopted,
  aLocalElection,
  aNaming,
  aPollingBureau,
  bureauDeps,
  candidatesAre,
  importNamings,
  withSections,
  withVoters,
} from '../testing.ts'
import { proposeByHand } from './propose-by-hand.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let seats: readonly SeatId[]

beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, firstMunicipality)
  deps = bureauDeps(database)
  await adopted(deps, election, [aPollingBureau(1, 6, 2)])
  const [bureau] = await database.inScope(staffOf(firstMunicipality), (db) => keptBureaus(db, election))
  seats = bureau!.seats.map(({ seatId }) => seatId)
})
afterAll(() => database.close())

const byHand = (n: number, lastName: string, seat: number) => {
  const person = { nationalNumber: testNumber(n) as NationalNumber, lastName, firstNames: 'Lotte' }
  return proposeByHand(deps, { election, seatId: seats[seat]!, person, by: 'clerk' })
}
const names = async () => {
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
    sql<{
      lastName: string
    }>`select m.last_name as "lastName" from bureaus.member m order by m.last_name`.execute(db),
  )
  return rows.map(({ lastName }) => lastName)
}
const recorded = async () => {
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
    sql`select from platform.audit_event where action = 'bureaus.member-recorded'`.execute(db),
  )
  return rows.length
}

test('another name for who is proposed or designated is refused with the proposal, and leaves no trace', async () => {
  const proposed = await byHand(1, 'Peeters', 3)
  if (!proposed.ok) throw new Error(proposed.because)
  const { assignmentId } = proposed.assignment
  expect(await byHand(1, 'Anders', 1)).toMatchObject({ because: 'person-has-seat' })
  await designate(deps, { election, assignmentId, by: 'magistrate', authority: 'magistrate' })
  expect(await byHand(1, 'Helemaal', 1)).toMatchObject({ because: 'other-name' })
  expect([await names(), await recorded()]).toEqual([['Peeters'], 1])
})

test('who gets no seat is not recorded', async () => {
  expect(await byHand(2, 'Maes', 3)).toMatchObject({ because: 'seat-taken' })
  expect(await names()).toEqual(['Peeters'])
})

test('a name that was typed wrongly is right once the proposal was withdrawn', async () => {
  const wrong = await byHand(3, 'Jansens', 1)
  if (!wrong.ok) throw new Error(wrong.because)
  const { assignmentId } = wrong.assignment
  await withdrawProposal(deps, {
    election,
    assignmentId,
    by: 'clerk',
    authority: 'municipality',
    reason: 'naam',
  })
  expect(await byHand(3, 'Janssens', 1)).toMatchObject({ ok: true })
  expect(await names()).toEqual(['Janssens', 'Peeters'])
})

describe('by the lists', () => {
  beforeAll(async () => {
    await importNamings(deps, election, aNaming(20), aNaming(21), aNaming(90))
    await withSections(database, election, [1])
    await withVoters(deps, election, 40)
    await candidatesAre(deps, election, 21, 30)
  })
  const CHAIR = 0
  const ASSESSOR = 2
  const takenBack = async (answer: Awaited<ReturnType<typeof byHand>>) => {
    if (!answer.ok) throw new Error(`${answer.because} ${answer.detail}`)
    const { assignmentId } = answer.assignment
    const act = { by: 'clerk', authority: 'municipality', reason: 'proef' } as const
    await withdrawProposal(deps, { election, assignmentId, ...act })
    const [first] = await database.inScope(staffOf(firstMunicipality), (db) =>
      timelineOf(db, election, assignmentId),
    )
    return [answer.assignment.origin, first!.details.remarks]
  }

  test.each([
    ['a candidate', 30, 'Peeters', 'may-not-sit', 'candidate'],
    ['a candidate of list A', 21, 'Peeters', 'may-not-sit', 'candidate'],
    ['who is on no list of a municipality whose voters sit', 60, 'Maes', 'may-not-sit', 'no-voter'],
    ['another name than the number has', 31, 'Verzonnen', 'other-name', undefined],
  ])('%s is refused, and why', async (_, n, name, because, detail) => {
    expect(await byHand(n, name, ASSESSOR)).toMatchObject({ because, ...(detail && { detail }) })
  })

  test('the origin and the name are of the lists, and what comes before its turn is told', async () => {
    expect(await takenBack(await byHand(20, 'peeters', CHAIR))).toEqual(['CATEGORY', undefined])
    expect(await takenBack(await byHand(31, 'PÉETERS', CHAIR))).toEqual(['OTHER', 'lists-first'])
    expect(await takenBack(await byHand(32, 'Peeters', ASSESSOR))).toEqual(['OTHER', 'lists-first'])
  })
})
