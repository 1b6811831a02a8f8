import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import type { Election } from '../elections/index.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import { designate } from './assignments/designate.ts'
import { countToCall } from './convoking/member-letter-overview.ts'
import { peopleKeptOut } from './may-not-sit-overview.ts'
import { keptBureaus } from './planning/bureau-store.ts'
import {
  adopted,
  aLocalElection,
  aMember,
  aPollingBureau,
  aProposal,
  bureauDeps,
  candidatesAre,
} from './testing.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(1, 3)])
  const [bureau] = await inScope((db) => keptBureaus(db, election))
  for (const [place, { seatId }] of bureau!.seats.slice(0, 3).entries()) {
    const memberId = await aMember(deps, election, place + 1)
    const assignmentId = await aProposal(deps, { election, seatId, memberId })
    const act = { by: 'magistrate', authority: 'magistrate' } as const
    if (place < 2) await designate(deps, { election, assignmentId, ...act })
  }
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)
const toCall = () => inScope((db) => countToCall(db, election, {}))
const keptOut = () => inScope((db) => peopleKeptOut(db, election))

test('who turns out to be a candidate is told, and not called meanwhile', async () => {
  expect([await toCall(), await keptOut()]).toEqual([2, []])
  await candidatesAre(deps, election, 1, 3)
  expect(await toCall()).toBe(1)
  expect((await keptOut()).map(({ designation, whyNot }) => [designation, whyNot])).toEqual(
    expect.arrayContaining([
      ['DESIGNATED', 'candidate'],
      ['PROPOSED', 'candidate'],
    ]),
  )
})

test('of another municipality nothing is seen, and who is no candidate after all is called', async () => {
  await candidatesAre(deps, election, 9)
  expect([await toCall(), await keptOut()]).toEqual([2, []])
})
