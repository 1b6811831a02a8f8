import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { answerCall } from '../answering/answer-call.ts'
import { noteUndelivered } from '../assignments/note-undelivered.ts'
import { convoke } from '../convoking/convoke.ts'
import { lettersOf, settleLetters } from '../convoking/member-letter-store.ts'
import { proveDelivery } from '../convoking/prove-delivery.ts'
import type { SentLetterState } from '../convoking/sent-letter.ts'
import { designatedMembers } from '../convoking/testing.ts'
import { aLocalElection, bureauDeps } from '../testing.ts'
import { availabilityByRole } from './availability-overview.ts'

/** Of three who were called one had it in the mailbox and answered; the call of the other two goes on paper. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: typeof testTypesetter; portalUrl: string }
let election: Election
let onPaper: Awaited<ReturnType<typeof designatedMembers>>

beforeAll(async () => {
  database = await testDatabase()
  deps = { ...bureauDeps(database), typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' }
  election = await aLocalElection(database, firstMunicipality)
  const [answering, ...others] = await designatedMembers(deps, election, 3)
  onPaper = others
  const called = await convoke(deps, { election, authority: 'de vrederechter van Zonnedorp', by: 'clerk' })
  expect(called).toMatchObject({ ok: true, called: 3 })
  await arrives(answering!)
  for (const assignmentId of onPaper) {
    const step = { election, assignmentId, by: 'follower', authority: 'system' } as const
    expect(await noteUndelivered(deps, step)).toMatchObject({ ok: true })
    await settle(assignmentId, 'undelivered')
  }
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)
const letterTo = async (id: (typeof onPaper)[number]) =>
  (await inTown((db) => lettersOf(db, election, [id])))[0]!.letterId
const settle = async (id: (typeof onPaper)[number], state: SentLetterState) => {
  const letterId = await letterTo(id)
  await inTown((db) => settleLetters(db, election, [letterId], { state, at: deps.clock.now() }))
}
async function arrives(assignmentId: (typeof onPaper)[number]) {
  const proof = {
    letterId: await letterTo(assignmentId),
    proof: { means: 'in-hand' },
    at: deps.clock.now(),
  } as const
  expect(await proveDelivery(deps, { election, ...proof, by: 'clerk' })).toMatchObject({ ok: true })
  const answer = { election, assignmentId, contact: { phone: '+32470000000' }, by: 'citizen' }
  expect(await answerCall(deps, { ...answer, authority: 'person' })).toMatchObject({ ok: true })
}
const counted = async (today: string) => {
  const [row, ...more] = await inTown((db) => availabilityByRole(db, election, today))
  expect(more).toEqual([])
  return row && { came: row.came, undelivered: row.undelivered }
}

test('a call that waits for the printer, or was printed, counts nowhere before polling day has passed', async () => {
  expect(await counted(election.pollingDay)).toEqual({ came: 1, undelivered: 0 })
  await settle(onPaper[0]!, 'printed')
  expect(await counted(election.pollingDay)).toEqual({ came: 1, undelivered: 0 })
})

test('after polling day it came to nobody, unless the paper arrived and they answered', async () => {
  const after = `${Number(election.pollingDay.slice(0, 4)) + 1}-01-01`
  expect(await counted(after)).toEqual({ came: 1, undelivered: 2 })
  await arrives(onPaper[0]!)
  expect(await counted(after)).toEqual({ came: 2, undelivered: 1 })
})
