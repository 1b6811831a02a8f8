import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { timelineOf } from '../assignments/assignment-store.ts'
import { revoke } from '../assignments/revoke.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { aLocalElection, bureauDeps } from '../testing.ts'
import { convoke } from './convoke.ts'
import { correctCalls } from './correct-calls.ts'
import { memberLetterView } from './member-letter.ts'
import { lettersOf, settleLetters } from './member-letter-store.ts'
import { outdatedCalls } from './outdated-calls.ts'
import { proveDelivery } from './prove-delivery.ts'
import { sendLetterAgain } from './send-again.ts'
import { designatedMembers } from './testing.ts'

/** A room that changes after the calls left: who has the old letter is told, once, and the time for an excuse stays. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: typeof testTypesetter; portalUrl: string }
let election: Election
let assignments: AssignmentId[]
const authority = 'de vrederechter van het kanton Zonnedorp'

beforeAll(async () => {
  database = await testDatabase()
  deps = { ...bureauDeps(database), typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' }
  election = await aLocalElection(database, firstMunicipality)
  assignments = await designatedMembers(deps, election, 12)
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const call = () => convoke(deps, { election, authority, by: 'clerk' })
const correct = () => correctCalls(deps, { election, by: 'clerk' })
const outdated = async () => (await inTown((db) => outdatedCalls(db, election, deps.clock.now()))).outdated
const lettersTo = (assignmentId: AssignmentId) => inTown((db) => lettersOf(db, election, [assignmentId]))
const now = async (assignmentId: AssignmentId) =>
  (await inTown((db) => selectAssignments(db, election, { assignments: [assignmentId] })))[0]!
const roomOf = (section: number, room: string) =>
  inTown((db) =>
    sql`update elections.voting_section set room = ${room}
        where election_id = ${election.electionId} and section = ${section}`.execute(db),
  )
const arrives = async (assignmentId: AssignmentId, at: string) => {
  const [letter] = await lettersTo(assignmentId)
  deps.clock.moveTo(at)
  const proof = { means: 'in-hand' } as const
  const proven = { election, letterId: letter!.letterId, proof, at: deps.clock.now(), by: 'clerk' }
  expect(await proveDelivery(deps, proven)).toMatchObject({ ok: true })
}

test('as long as nothing changes nobody has to hear anything', async () => {
  expect(await call()).toMatchObject({ called: 12 })
  expect(await outdated()).toEqual([])
  expect(await correct()).toEqual({ called: 0, notCalled: [], isStopped: false })
})

test('who sits in a room that changed is listed, with what was told and what is so now', async () => {
  await arrives(assignments[0]!, '2030-08-21T08:00:00Z')
  await roomOf(1, 'refter')
  const found = await outdated()
  expect(found.map(({ one }) => one.assignmentId).toSorted()).toEqual(assignments.slice(0, 10).toSorted())
  expect(found[0]!.changes).toEqual([{ what: 'room', from: expect.any(String), to: 'refter' }])
})

test('a corrected call leaves once, says what it replaces, and takes no other letter away that arrived', async () => {
  const revoked = { election, assignmentId: assignments[9]!, by: 'judge', authority: 'magistrate' } as const
  expect(await revoke(deps, { ...revoked, reason: 'Kandidaat.' })).toMatchObject({ ok: true })
  const both = await Promise.all([correct(), correct()])
  expect(
    both.reduce((sum, { called }) => sum + called, 0),
    'twice at once',
  ).toBe(9)
  expect(await correct()).toMatchObject({ called: 0 })
  expect(await outdated()).toEqual([])
  const [second, first] = await lettersTo(assignments[0]!)
  expect([second!.version, first!.state]).toEqual([2, 'handed-over'])
  const { correction, where, parts } = memberLetterView(second!.facts)
  expect(correction!.title).toContain('vervangt onze brief van dinsdag 20 augustus 2030')
  expect(correction!.changes).toEqual([expect.stringMatching(/^De zaal: refter\. Eerst was dat: /)])
  expect(JSON.stringify(where)).toContain('refter')
  expect(JSON.stringify(parts), 'its time runs from the first').toContain('onze eerste brief')
  expect(second!.facts).toMatchObject({ authority, decidedOn: first!.facts.decidedOn })
  const [other, replaced] = await lettersTo(assignments[1]!)
  expect([other!.version, replaced!.state]).toEqual([2, 'replaced'])
  expect(JSON.stringify(memberLetterView(other!.facts).parts), 'nothing arrived yet').toContain(
    'nadat je deze brief',
  )
  expect(await lettersTo(assignments[9]!)).toHaveLength(1)
  expect(await lettersTo(assignments[10]!), 'another bureau').toHaveLength(1)
})

test('its arrival stands in the timeline, and the time for an excuse stays that of the first', async () => {
  const before = await now(assignments[0]!)
  await arrives(assignments[0]!, '2030-08-26T08:00:00Z')
  const after = await now(assignments[0]!)
  expect([after.excuseUntil, after.deliveredAt]).toEqual([before.excuseUntil, before.deliveredAt])
  const steps = await inTown((db) => timelineOf(db, election, assignments[0]!))
  expect(steps.slice(-2).map(({ transition, details }) => [transition, details])).toEqual([
    ['send-corrected', { changed: 'room' }],
    ['note-corrected', { channel: 'in-hand', arrivedAt: '2030-08-26T08:00:00.000Z' }],
  ])
  await arrives(assignments[1]!, '2030-08-27T08:00:00Z')
  expect((await now(assignments[1]!)).deliveredAt, 'the first never came').toEqual(
    new Date('2030-08-27T08:00:00Z'),
  )
})

test('a room that changes back is told too, and a corrected letter that reached nobody is sent again as such', async () => {
  await roomOf(1, 'turnzaal')
  expect(await correct()).toMatchObject({ called: 9 })
  const [letter] = await lettersTo(assignments[0]!)
  expect(letter!.version).toBe(3)
  await inTown((db) =>
    settleLetters(db, election, [letter!.letterId], { state: 'undelivered', at: deps.clock.now() }),
  )
  const again = await sendLetterAgain(deps, { election, letterId: letter!.letterId, by: 'clerk' })
  expect(again).toMatchObject({ ok: true })
  const [last] = await lettersTo(assignments[0]!)
  expect(last!.facts.correction).toEqual(letter!.facts.correction)
  expect(last!.campaignId).toBe(letter!.campaignId)
})

test('who can’t be written to is named, and stays on the list', async () => {
  await inTown((db) =>
    sql`update bureaus.member m set address = null from bureaus.assignment a
        where a.member_id = m.member_id and a.assignment_id = ${assignments[10]}`.execute(db),
  )
  await roomOf(2, 'refter')
  expect(await correct()).toMatchObject({
    called: 1,
    notCalled: [{ assignmentId: assignments[10], because: 'no-address' }],
  })
  expect((await outdated()).map(({ one }) => one.assignmentId)).toEqual([assignments[10]])
})

test('who is called later simply gets the letter of now, and after polling day nobody hears of a room', async () => {
  deps.clock.moveTo('2030-10-14T08:00:00Z')
  expect(await outdated()).toEqual([])
})
