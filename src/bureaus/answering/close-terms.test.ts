import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { requestExcuse } from '../excuses/request-excuse.ts'
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
import { answerCall } from './answer-call.ts'
import { closeTerms } from './close-terms.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let silent: AssignmentId
let answered: AssignmentId
let asked: AssignmentId
const person = { by: 'citizen', authority: 'person' } as const

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1, 3)])
  const [bureau] = await database.inScope(staffOf(firstMunicipality), (db) => keptBureaus(db, election))
  const seats = bureau!.seats.filter(({ role }) => role === 'ASSESSOR')
  const called = async (n: number) =>
    aCalledMember(deps, {
      election,
      seatId: seats[n]!.seatId,
      memberId: await aMember(deps, election, n + 1),
    })
  ;[silent, answered, asked] = [await called(0), await called(1), await called(2)]
  const contact = { phone: '+32470000000' }
  expect(await answerCall(deps, { ...person, election, assignmentId: answered, contact })).toMatchObject({
    ok: true,
  })
  const request = { ground: 'STUDY', text: 'examen' } as const
  await requestExcuse(deps, { ...person, election, assignmentId: asked, request, channel: 'PORTAL' })
})
afterAll(() => database.close())

const states = async () => {
  const all = await database.inScope(staffOf(firstMunicipality), (db) =>
    selectAssignments(db, election, { assignments: [silent, answered, asked] }),
  )
  const axes = new Map(all.map((one) => [one.assignmentId, one.axes]))
  return [silent, answered, asked].map((id) => [axes.get(id)!.reply, axes.get(id)!.confirmed])
}

test('nobody is silent before the time for an excuse is over, and who answered never is', async () => {
  deps.clock.moveTo('2030-08-23T21:59:00Z')
  expect(await closeTerms(deps, election)).toEqual({ silent: 0, expected: 0 })
  deps.clock.moveTo('2030-08-23T22:00:00Z')
  const both = await Promise.all([closeTerms(deps, election), closeTerms(deps, election)])
  expect(
    both.reduce((sum, one) => sum + one.silent, 0),
    'once, by two processes',
  ).toBe(1)
  expect(await states()).toEqual([
    ['NO_REPLY', false],
    ['ACKNOWLEDGED', false],
    ['EXCUSE_PENDING', false],
  ])
})

test('five days before polling day who was called is expected, except whose request waits', async () => {
  deps.clock.moveTo('2030-10-07T21:59:00Z')
  expect(await closeTerms(deps, election)).toEqual({ silent: 0, expected: 0 })
  deps.clock.moveTo('2030-10-07T22:00:00Z')
  expect(await closeTerms(deps, election)).toEqual({ silent: 0, expected: 2 })
  expect(await states()).toEqual([
    ['NO_REPLY', true],
    ['ACKNOWLEDGED', true],
    ['EXCUSE_PENDING', false],
  ])
})
