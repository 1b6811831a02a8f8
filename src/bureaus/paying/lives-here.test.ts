import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { membersById } from '../assignments/member-store.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  adopted,
  afterPollingDay,
  aLocalElection,
  aMember,
  aPollingBureau,
  bureauDeps,
  withSections,
  withVoters,
} from '../testing.ts'
import { factsOfClaims } from './claim-store.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await withVoters(deps, election, 5)
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const livesHere = async () =>
  (await inTown((db) => factsOfClaims(db, election))).map(({ facts }) => facts.livesHere)

test('who came to a bureau by another list than that of the voters lives here when they stand on it', async () => {
  const voter = await aMember(deps, election, 2)
  const stranger = await aMember(deps, election, 70)
  const kept = await inTown((db) => membersById(db, election, [voter, stranger]))
  expect(kept.get(voter)!.voterId).toBeTypeOf('string')
  expect(kept.get(stranger)!.voterId).toBeUndefined()
})

test('and so does who was written down before the list was, when it comes to what they are owed', async () => {
  await adopted(deps, election, [aPollingBureau(1, 1)])
  const [bureau] = await inTown((db) => keptBureaus(db, election))
  const { seatId } = bureau!.seats[0]!
  const facts = { election, seatId, arrivedAt: new Date('2030-10-13T05:00:00Z') }
  await afterPollingDay(deps, { ...facts, memberId: await aMember(deps, election, 3) })
  await inTown((db) => sql`update bureaus.member set voter_id = null`.execute(db))
  expect(await livesHere()).toEqual([true])
})
