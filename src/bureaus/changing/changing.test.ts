import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, SeatId } from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { answerCall } from '../answering/answer-call.ts'
import { timelineOf } from '../assignments/assignment-store.ts'
import { confirm } from '../assignments/confirm.ts'
import { designate } from '../assignments/designate.ts'
import { selectAssignments } from '../bureau-overview.ts'
import type { SeatRole } from '../bureau-rules.ts'
import { convoke } from '../convoking/convoke.ts'
import { memberLetterView } from '../convoking/member-letter.ts'
import { lettersOf } from '../convoking/member-letter-store.ts'
import { proveDelivery } from '../convoking/prove-delivery.ts'
import { latestExcuse } from '../excuses/excuse-store.ts'
import { requestExcuse } from '../excuses/request-excuse.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { showAssignment } from '../show-assignment.ts'
import {
  adopted,
  aLocalElection,
  aMember,
  aNaming,
  aPollingBureau,
  aProposal,
  bureauDeps,
  candidatesAre,
  importNamings,
  withSections,
  withVoters,
} from '../testing.ts'
import { askMove } from './ask-move.ts'
import { askedMoves } from './asked-moves-overview.ts'
import { callUpWithLetter } from './call-up-with-letter.ts'
import { decideMove, refuseMove } from './decide-move.ts'
import { takeBackDesignation } from './take-back-designation.ts'

/** A designation that changes after it was signed, and the letter that the person gets of it. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: typeof testTypesetter; portalUrl: string }
let election: Election
const authority = 'de vrederechter van het kanton Zonnedorp'

beforeAll(async () => {
  database = await testDatabase()
  deps = { ...bureauDeps(database), typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' }
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1, 2])
  await withVoters(deps, election, 40)
  await importNamings(deps, election, ...[1, 2, 3, 4, 5].map((n) => aNaming(n, { place: String(n) })))
  await adopted(deps, election, [1, 2].map(aTownBureau))
})
afterAll(() => database.close())

const aTownBureau = (section: number) => ({
  ...aPollingBureau(section),
  seats: { CHAIR: 1, SECRETARY: 1, ASSESSOR: 6, SUBSTITUTE: 4 },
})
const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)
const now = async (assignmentId: AssignmentId) =>
  (await inTown((db) => selectAssignments(db, election, { assignments: [assignmentId] })))[0]!
const lettersTo = (assignmentId: AssignmentId) => inTown((db) => lettersOf(db, election, [assignmentId]))
const call = () => convoke(deps, { election, authority, by: 'clerk' })

async function freeSeat(bureau: string, role: SeatRole): Promise<SeatId> {
  const kept = await inTown((db) => keptBureaus(db, election))
  return kept.find(({ number }) => number === bureau)!.seats.find((one) => one.role === role && !one.isTaken)!
    .seatId
}

async function proposed(n: number, bureau: string, role: SeatRole) {
  const memberId = await aMember(deps, election, n)
  return aProposal(deps, { election, seatId: await freeSeat(bureau, role), memberId })
}

async function designated(n: number, bureau: string, role: SeatRole) {
  const assignmentId = await proposed(n, bureau, role)
  expect(
    await designate(deps, { election, assignmentId, by: 'judge', authority: 'magistrate' }),
  ).toMatchObject({ ok: true })
  return assignmentId
}

async function called(n: number, bureau: string, role: SeatRole) {
  const assignmentId = await designated(n, bureau, role)
  await call()
  const [letter] = await lettersTo(assignmentId)
  const proof = { means: 'in-hand' } as const
  await proveDelivery(deps, {
    election,
    letterId: letter!.letterId,
    proof,
    at: deps.clock.now(),
    by: 'clerk',
  })
  expect((await now(assignmentId)).axes.delivery).toBe('DELIVERED')
  return assignmentId
}

test('who is proposed goes to another seat at once, and is signed for there', async () => {
  const from = await proposed(11, '1', 'ASSESSOR')
  const toSeat = await freeSeat('2', 'ASSESSOR')
  const ask = (reason: string) => askMove(deps, { election, assignmentId: from, toSeat, by: 'clerk', reason })
  expect(await ask(' ')).toMatchObject({ because: 'reason-missing' })
  const moved = await ask('Woont daar.')
  expect(moved).toMatchObject({ ok: true, isMoved: true })
  if (!moved.ok) return
  expect(moved.assignment).toMatchObject({
    seatId: toSeat,
    axes: { designation: 'PROPOSED' },
    replaces: from,
  })
  expect((await now(from)).axes.designation).toBe('CANCELLED')
  expect(await lettersTo(moved.assignment.assignmentId)).toEqual([])
})

test('who is designated stays until the magistrate moves them; then the call for the new seat says what changed', async () => {
  const from = await called(12, '1', 'ASSESSOR')
  const toSeat = await freeSeat('2', 'ASSESSOR')
  const asked = { election, assignmentId: from, by: 'clerk', reason: 'Te ver.' }
  const ofChair = await freeSeat('2', 'SECRETARY')
  expect(await askMove(deps, { ...asked, toSeat: ofChair })).toMatchObject({ because: 'chosen-by-chair' })
  const { seatId: own } = await now(from)
  expect(await askMove(deps, { ...asked, toSeat: own })).toMatchObject({ because: 'seat-taken' })
  expect(await askMove(deps, { ...asked, toSeat })).toMatchObject({ ok: true, isMoved: false })
  expect((await now(from)).axes.designation).toBe('DESIGNATED')
  expect(await inTown((db) => askedMoves(db, election))).toMatchObject([
    {
      assignmentId: from,
      to: { seatId: toSeat, number: '2', isTaken: false },
      reason: 'Te ver.',
      askedBy: 'clerk',
    },
  ])
  const decision = { election, assignmentId: from, by: 'judge' }
  expect(await refuseMove(deps, decision)).toMatchObject({ because: 'reason-missing' })
  expect(await refuseMove(deps, { ...decision, reason: 'Blijft.' })).toMatchObject({ ok: true })
  expect(await decideMove(deps, decision), 'nothing is asked any more').toMatchObject({
    because: 'no-such-seat',
  })
  await askMove(deps, { ...asked, toSeat })
  const done = await decideMove(deps, decision)
  expect(done).toMatchObject({ ok: true, letterId: expect.any(String) })
  if (!done.ok) return
  const { assignmentId } = done.assignment
  expect(await now(assignmentId)).toMatchObject({
    ...{ seatId: toSeat, axes: { designation: 'DESIGNATED', delivery: 'SENT', reply: 'NONE' } },
  })
  const [letter] = await lettersTo(assignmentId)
  const { correction, parts } = memberLetterView(letter!.facts)
  expect(correction!.changes[0]).toMatch(/^Je bureau: Stembureau 2\. Eerst was dat: Stembureau 1\./)
  expect(JSON.stringify(parts), 'another designation: its own time').toContain('nadat je deze brief kreeg')
  expect((await now(from)).axes.designation).toBe('REPLACED')
  expect(await inTown((db) => askedMoves(db, election))).toEqual([])
  expect(await call(), 'nobody is called twice').toMatchObject({ called: 0 })
})

test('a move is judged again when it is decided: who became a candidate is not moved', async () => {
  const from = await designated(13, '1', 'ASSESSOR')
  const toSeat = await freeSeat('2', 'ASSESSOR')
  await askMove(deps, { election, assignmentId: from, toSeat, by: 'clerk', reason: 'Te ver.' })
  await candidatesAre(deps, election, 13)
  expect(await decideMove(deps, { election, assignmentId: from, by: 'judge' })).toMatchObject({
    ...{ because: 'may-not-sit', detail: 'candidate' },
  })
  expect((await now(from)).axes.designation).toBe('DESIGNATED')
  await candidatesAre(deps, election, 39)
})

test('a designation that is taken back is told by letter, and the next of the list is proposed at once', async () => {
  const assignmentId = await called(20, '1', 'CHAIR')
  const order = {
    election,
    assignmentId,
    by: 'judge',
    reason: 'Verhuisd.',
    decidedBy: authority,
    withoutLetter: false,
  }
  expect(await takeBackDesignation(deps, { ...order, decidedBy: ' ' })).toMatchObject({
    because: 'no-authority',
  })
  expect(await takeBackDesignation(deps, { ...order, reason: '' })).toMatchObject({
    because: 'reason-missing',
  })
  expect((await now(assignmentId)).axes.designation, 'nothing happened').toBe('DESIGNATED')
  const taken = await takeBackDesignation(deps, order)
  expect(taken).toMatchObject({
    ...{ ok: true, letterId: expect.any(String), isToTellByHand: false },
    replacement: { proposed: { axes: { designation: 'PROPOSED' }, replaces: assignmentId } },
  })
  const letter = (await lettersTo(assignmentId)).find(({ kind }) => kind === 'retracted')
  expect(memberLetterView(letter!.facts).opening.join(' ')).toContain('De reden: Verhuisd.')
  const shown = await showAssignment(deps, { election, assignmentId, by: 'clerk' })
  expect(shown).toMatchObject({ successor: { designation: 'PROPOSED', name: expect.any(String) } })
  expect(await takeBackDesignation(deps, order)).toMatchObject({ because: 'not-in-this-state' })
})

test('a request that waits is decided before anybody is moved, and ends with a designation that is taken back', async () => {
  const assignmentId = await called(24, '1', 'ASSESSOR')
  const request = { ground: 'WORK', text: 'Ik werk die dag.' } as const
  const person = { election, assignmentId, by: 'citizen', authority: 'person' } as const
  expect(await requestExcuse(deps, { ...person, request, channel: 'PORTAL' })).toMatchObject({ ok: true })
  const toSeat = await freeSeat('2', 'ASSESSOR')
  const asked = { election, assignmentId, by: 'clerk', reason: 'Te ver.', toSeat }
  expect(await askMove(deps, asked)).toMatchObject({ because: 'not-in-this-state' })
  const order = { election, assignmentId, by: 'judge', reason: 'Verhuisd.', decidedBy: authority }
  expect(await takeBackDesignation(deps, { ...order, withoutLetter: false })).toMatchObject({ ok: true })
  const excuse = await database.inScope(staffOf(firstMunicipality), (db) =>
    latestExcuse(db, election, assignmentId),
  )
  expect(excuse).toMatchObject({ outcome: 'WITHDRAWN' })
})

test('who was never called gets no letter, nor who died', async () => {
  const order = { election, by: 'judge', reason: 'Overleden.', decidedBy: authority }
  const isWithout = { ok: true, letterId: undefined, isToTellByHand: false }
  const never = await designated(21, '1', 'SUBSTITUTE')
  const untold = { ...order, assignmentId: never, withoutLetter: false }
  expect(await takeBackDesignation(deps, untold)).toMatchObject(isWithout)
  expect(await lettersTo(never)).toEqual([])
  const died = await called(22, '1', 'SUBSTITUTE')
  const asked = { ...order, assignmentId: died, withoutLetter: true }
  expect(await takeBackDesignation(deps, asked)).toMatchObject(isWithout)
  expect((await lettersTo(died)).map(({ kind }) => kind)).toEqual(['designation'])
})

test('a substitute who is called up before polling day gets the letter for the new seat; the time for an excuse stays', async () => {
  const from = await called(23, '2', 'SUBSTITUTE')
  expect(
    await answerCall(deps, {
      ...{ election, assignmentId: from, by: 'p', authority: 'person' },
      contact: { phone: '0470 00 00 00' },
    } as Parameters<typeof answerCall>[1]),
  ).toMatchObject({ ok: true })
  await confirm(deps, { election, assignmentId: from, by: 'p', authority: 'person' })
  const before = await now(from)
  const toSeat = await freeSeat('2', 'ASSESSOR')
  const step = { election, assignmentId: from, toSeat, by: 'clerk', authority: 'municipality' } as const
  const done = await callUpWithLetter(deps, step)
  expect(done).toMatchObject({ ok: true, letterId: expect.any(String) })
  if (!done.ok) return
  const { assignmentId } = done.assignment
  const [letter] = await lettersTo(assignmentId)
  expect(letter).toMatchObject({
    kind: 'called-up',
    facts: { authority: expect.stringMatching(/^de gemeente /) },
  })
  expect((await now(assignmentId)).excuseUntil).toEqual(before.excuseUntil)
  const steps = await inTown((db) => timelineOf(db, election, assignmentId))
  expect(steps.map(({ transition }) => transition)).toEqual(['call-up'])
})
