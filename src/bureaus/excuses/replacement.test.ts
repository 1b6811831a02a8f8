import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Staff } from '../../municipalities/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId, SeatId, StaffId } from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { holdSeat } from '../assignments/assignment-store.ts'
import { begun } from '../assignments/propose-member.ts'
import { openIn } from '../assignments/step-assignment.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { lockMemberList } from '../listing/member-list-store.ts'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import {
  aCalledMember,
  adopted,
  aLocalElection,
  aMember,
  aNaming,
  aPollingBureau,
  bureauDeps,
  importNamings,
  withSections,
  withVoters,
} from '../testing.ts'
import { openSeats } from '../vacancies/show-vacancies.ts'
import { decideExcuse } from './decide-excuse.ts'
import { showExcuse } from './excuse-overview.ts'
import { latestExcuse } from './excuse-store.ts'
import { requestExcuse } from './request-excuse.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: typeof testTypesetter; portalUrl: string }
let election: Election
let chairs: SeatId[]
let called = 0
/** The first of the invented people who stand on no list, of who is called. */
const offLists = 20
const staff: Staff = {
  ...{ staffId: 'm' as StaffId, municipalityId: firstMunicipality, name: 'm' },
  rights: ['bureaus.decide'],
}

beforeAll(async () => {
  database = await testDatabase()
  deps = { ...bureauDeps(database), typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' }
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1, 2, 3, 4, 5, 6, 7])
  await withVoters(deps, election, 40)
  await importNamings(deps, election, ...[1, 2, 3, 4, 5].map((n) => aNaming(n, { place: String(n) })))
  await adopted(
    deps,
    election,
    [1, 2, 3, 4, 5, 6, 7].map((section) => aPollingBureau(section)),
  )
  const bureaus = await inTown((db) => keptBureaus(db, election))
  chairs = bureaus.map(({ seats }) => seats.find(({ role }) => role === 'CHAIR')!.seatId)
})
afterAll(() => database.close())

const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)

/** The next chair who is called and asks not to sit there. */
async function asking(): Promise<{ seatId: SeatId; assignmentId: AssignmentId }> {
  const seatId = chairs[called]!
  const memberId = await aMember(deps, election, offLists + called++)
  const assignmentId = await aCalledMember(deps, { election, seatId, memberId })
  const request = { ground: 'WORK', text: 'Ik werk.' } as const
  const by = { by: 'citizen', authority: 'person' } as const
  await requestExcuse(deps, { election, assignmentId, request, channel: 'PORTAL', ...by })
  return { seatId, assignmentId }
}
const grant = (assignmentId: AssignmentId) =>
  decideExcuse(deps, {
    ...{ election, assignmentId, staff, grants: true, reason: '' },
    authority: 'de vrederechter van het kanton Zonnedorp',
  })
const inSeat = async (seatId: SeatId) =>
  (await inTown((db) => selectAssignments(db, election, { seats: [seatId] }))).map(
    ({ axes }) => axes.designation,
  )
const successor = async (assignmentId: AssignmentId) => {
  const { excuseId } = (await inTown((db) => latestExcuse(db, election, assignmentId)))!
  return (await showExcuse(deps, { election, excuseId, by: 'm' }))!.successor
}

/** Does this while somebody else, who goes first, has a transaction open; and lets that one go on to its end. */
async function whileOpen<T>(
  held: (db: Db) => Promise<unknown>,
  work: () => Promise<T>,
  meanwhile = async () => {},
): Promise<Awaited<T>> {
  let begin = () => {}
  const isHeld = new Promise<void>((resolve) => {
    begin = resolve
  })
  let end = () => {}
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  const other = inTown(async (db) => {
    await held(db)
    begin()
    await over
  })
  await isHeld
  const working = work()
  await pause()
  await meanwhile()
  end()
  await other
  return await working
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 300))

test('two decisions at once propose two people, each in the transaction of its decision', async () => {
  const [one, two] = [await asking(), await asking()]
  const seen: unknown[] = []
  const answers = await whileOpen(
    (db) => lockMemberList(db, election, 'A'),
    () => Promise.all([grant(one.assignmentId), grant(two.assignmentId)]),
    async () => {
      seen.push(await inSeat(one.seatId), await inSeat(two.seatId))
    },
  )
  expect(seen, 'nothing is decided before somebody is proposed').toEqual([['DESIGNATED'], ['DESIGNATED']])
  const proposed = answers.map((answer) => (answer.ok ? answer.replacement?.proposed : undefined))
  expect(proposed.map((next) => next?.replaces).toSorted()).toEqual(
    [one.assignmentId, two.assignmentId].toSorted(),
  )
  expect(new Set(proposed.map((next) => next?.memberId)).size).toBe(2)
  expect(await successor(one.assignmentId)).toMatchObject({
    ...{ designation: 'PROPOSED', name: expect.stringMatching(/^Lotte Peeters [12]$/) },
  })
})

test('who is proposed elsewhere at that moment is passed over, and the decision stands', async () => {
  const { seatId, assignmentId } = await asking()
  const third = await aMember(deps, election, 3)
  const done = await whileOpen(
    async (db) => {
      const seat = (await holdSeat(db, election, chairs.at(-1)!))!
      const context = { now: deps.clock.now(), rules: loadBureauRules(election.ruleset), election }
      const assignment = begun('propose', seat, { memberId: third, origin: 'OTHER' })
      const act = { by: 'clerk', authority: 'municipality' } as const
      await openIn(db, context, act, { assignment, transition: 'propose' })
    },
    () => grant(assignmentId),
  )
  expect(done).toMatchObject({ ok: true, assignment: { axes: { designation: 'EXCUSED' } } })
  expect(done.ok && done.replacement?.proposed?.memberId).not.toBe(third)
  expect((await inSeat(seatId)).toSorted()).toEqual(['EXCUSED', 'PROPOSED'])
  expect(await successor(assignmentId)).toMatchObject({ name: 'Lotte Peeters 4' })
})

test('where nobody is left that is answered, told, and an open seat', async () => {
  const [five, six] = [await asking(), await asking()]
  expect(await grant(five.assignmentId)).toMatchObject({ replacement: { proposed: { seatId: five.seatId } } })
  expect(await grant(six.assignmentId)).toMatchObject({ ok: true, replacement: { because: 'queue-empty' } })
  expect(await successor(six.assignmentId)).toEqual({ because: 'queue-empty' })
  const open = await inTown((db) => openSeats(db, election))
  const seats = open.map(({ seat }) => seat.seatId)
  expect([seats.includes(six.seatId), seats.includes(five.seatId)]).toEqual([true, false])
})

test('after polling day nobody is proposed any more', async () => {
  const { assignmentId } = await asking()
  const before = deps.clock.now()
  deps.clock.moveTo(`${election.pollingDay}T23:30:00Z`)
  expect(await grant(assignmentId)).toMatchObject({ ok: true, replacement: { because: 'over' } })
  expect(await successor(assignmentId)).toEqual({ because: 'over' })
  deps.clock.moveTo(before.toISOString())
})
