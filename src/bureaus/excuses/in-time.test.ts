import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { SeatId } from '../../platform/ids.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  aCalledMember,
  adopted,
  aLocalElection,
  aMember,
  aPollingBureau,
  bureauDeps,
  withSections,
} from '../testing.ts'
import type { ExcuseGround } from './excuse.ts'
import { latestExcuse } from './excuse-store.ts'
import { requestExcuse } from './request-excuse.ts'

/** Called on 20 August: three days after it, and 24 August is the day of the law for who served before. */

let database: TestDatabase
let election: Election
let seats: SeatId[]
let people = 0

beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await adopted(bureauDeps(database), election, [aPollingBureau(1, 2, 3)])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  seats = bureau!.seats.map(({ seatId }) => seatId)
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)

test.each<[ExcuseGround, string, boolean]>([
  ['MEDICAL', '2030-08-23T20:00:00Z', true],
  ['MEDICAL', '2030-08-24T20:00:00Z', false],
  ['TWICE_SERVED', '2030-08-24T20:00:00Z', true],
  ['TWICE_SERVED', '2030-08-25T08:00:00Z', false],
])('%s asked at %s is in time: %s', async (ground, at, inTime) => {
  const memberId = await aMember(bureauDeps(database), election, ++people)
  const called = { election, seatId: seats[people]!, memberId }
  const assignmentId = await aCalledMember(bureauDeps(database), called)
  const asked = { election, assignmentId, channel: 'PORTAL', by: 'citizen', authority: 'person' } as const
  const request = { ground, text: 'Ik leg het uit.' }
  expect(await requestExcuse(bureauDeps(database, at), { ...asked, request })).toMatchObject({ ok: true })
  expect(await inTown((db) => latestExcuse(db, election, assignmentId))).toMatchObject({ inTime })
})
