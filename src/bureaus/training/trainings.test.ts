import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { readPdf } from '../../../test/read-pdf.ts'
import type { Election } from '../../elections/index.ts'
import { latestAuditEvents } from '../../platform/audit.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type MemberId, newId, type TrainingId } from '../../platform/ids.ts'
import { testTypesetter } from '../../platform/pdf/testing.ts'
import { testNumber } from '../../voters/testing.ts'
import { revoke } from '../assignments/revoke.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { aCalledMember, adopted, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import { enrol, leaveTraining } from './enrol.ts'
import { freeTrainingPlaces } from './free-places.ts'
import { cancelTraining, changeTraining, makeTraining } from './keep-training.ts'
import { noteTrainingAttendance } from './note-attendance.ts'
import { openTrainingCertificate } from './open-certificate.ts'
import { aTraining } from './testing.ts'
import type { TrainingPlan } from './training.ts'
import {
  enrolledIn,
  listTrainings,
  trainingCounts,
  trainingsOfMember,
  untrainedChairs,
} from './trainings-overview.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
const chairs: MemberId[] = []
const assignments: Awaited<ReturnType<typeof aCalledMember>>[] = []
let assessor: MemberId
const by = 'clerk'

const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  const sections = Array.from({ length: 20 }, (_, at) => at + 1)
  await adopted(
    deps,
    election,
    sections.map((section) => aPollingBureau(section)),
  )
  const bureaus = await inTown((db) => keptBureaus(db, election))
  for (const [at, { seats }] of bureaus.entries()) {
    const { seatId } = seats.find(({ role }) => role === 'CHAIR')!
    const memberId = await aMember(deps, election, at + 1)
    assignments.push(await aCalledMember(deps, { election, seatId, memberId }))
    chairs.push(memberId)
  }
  const { seatId } = bureaus[0]!.seats.find(({ role }) => role === 'ASSESSOR')!
  assessor = await aMember(deps, election, 30)
  await aCalledMember(deps, { election, seatId, memberId: assessor })
})
afterAll(() => database.close())

let trainingId: TrainingId
const made = async (plan: Partial<TrainingPlan> = {}) => {
  const answer = await makeTraining(deps, { election, plan: aTraining(plan), by })
  if (!answer.ok) throw new Error(answer.because)
  return answer.trainingId
}
beforeEach(async () => {
  deps.clock.moveTo('2030-09-01T08:00:00Z')
  trainingId = await made()
})

const comes = (memberId: MemberId, channel: 'PORTAL' | 'PHONE' = 'PORTAL') =>
  enrol(deps, { election, trainingId, memberId, channel, by: channel === 'PORTAL' ? 'citizen' : by })
const leaves = (memberId: MemberId, channel: 'PORTAL' | 'PHONE' = 'PORTAL') =>
  leaveTraining(deps, { election, trainingId, memberId, channel, by })
const change = (plan: Partial<TrainingPlan>, version = 1) =>
  changeTraining(deps, { election, trainingId, version, plan: aTraining(plan), by })
const present = (...members: MemberId[]) =>
  noteTrainingAttendance(deps, {
    ...{ election, trainingId, by },
    noted: new Map(members.map((memberId) => [memberId, 'PRESENT'])),
  })
const enrolled = () => inTown((db) => enrolledIn(db, election, trainingId, { limit: 100 }))
const counts = async () => {
  const [training] = await inTown((db) => listTrainings(db, election, trainingId))
  return [training!.enrolled, training!.waiting]
}

test('of twenty people at once three get a place and the others wait, each in a turn of their own', async () => {
  const answers = await Promise.all(chairs.map((memberId) => comes(memberId)))
  expect(answers.filter((answer) => answer.ok && answer.hasPlace)).toHaveLength(3)
  expect(answers.filter((answer) => answer.ok)).toHaveLength(20)
  const all = await enrolled()
  expect(all.map(({ hasPlace }) => hasPlace)).toEqual([
    ...[true, true, true],
    ...Array.from({ length: 17 }, () => false),
  ])
  expect(all.slice(3).map(({ waitsAs }) => waitsAs)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1))
  expect(await counts()).toEqual([3, 17])
})

test('the same person twice at once is enrolled once', async () => {
  const answers = await Promise.all([comes(chairs[0]!), comes(chairs[0]!, 'PHONE'), comes(chairs[0]!)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ because: 'already-enrolled' })
  expect(await counts()).toEqual([1, 0])
})

test('the database itself refuses a fourth place of three, a place twice, and another capacity', async () => {
  await comes(chairs[0]!)
  const insert = (place: number, capacity: number, member = chairs[1]!) =>
    inTown((db) =>
      sql`insert into bureaus.training_enrolment (municipality_id, election_id, training_id, member_id, capacity, place_number,
            queue, channel, enrolled_at)
          values (${firstMunicipality}, ${election.electionId}, ${trainingId}, ${member}, ${capacity}, ${place}, 50, 'PORTAL', now())`.execute(
        db,
      ),
    )
  await expect(insert(4, 3)).rejects.toThrow(/no_place_beyond_the_capacity/)
  await expect(insert(1, 3)).rejects.toThrow(/one_member_on_a_place/)
  await expect(insert(4, 4)).rejects.toThrow(/foreign key/)
  await expect(insert(2, 3, chairs[0]!)).rejects.toThrow(/training_enrolment_pkey/)
})

test('who leaves makes room for who waits longest, at once and with a trace', async () => {
  for (const memberId of chairs.slice(0, 5)) await comes(memberId)
  expect(await leaves(chairs[1]!)).toMatchObject({ ok: true, movedUp: 1 })
  const all = await enrolled()
  expect(all.map(({ memberId, hasPlace }) => [memberId, hasPlace])).toEqual([
    [chairs[0], true],
    [chairs[2], true],
    [chairs[3], true],
    [chairs[4], false],
  ])
  expect(all[2]!.movedUpAt).toEqual(deps.clock.now())
  const events = await inTown((db) => latestAuditEvents(db, firstMunicipality, 2))
  expect(events.map(({ action, subject }) => [action, subject])).toEqual([
    ['bureaus.training-moved-up', chairs[3]],
    ['bureaus.training-left', chairs[1]],
  ])
  await comes(chairs[1]!)
  expect((await enrolled()).at(-1)).toMatchObject({ memberId: chairs[1], waitsAs: 2 })
  expect(await leaves(chairs[9]!)).toMatchObject({ because: 'not-enrolled' })
})

test('who leaves and who comes at the same moment never make a place too many', async () => {
  for (const memberId of chairs.slice(0, 8)) await comes(memberId)
  await Promise.all([
    ...chairs.slice(0, 5).map((memberId) => leaves(memberId)),
    ...chairs.slice(8, 14).map((memberId) => comes(memberId)),
  ])
  expect(await counts()).toEqual([3, 6])
})

test('only who sits in a function that it is for, in time, and while it is held', async () => {
  expect(await comes(assessor)).toMatchObject({ because: 'not-for-this-function' })
  expect(await comes(await aMember(deps, election, 40))).toMatchObject({ because: 'not-for-this-function' })
  deps.clock.moveTo('2030-09-21T08:00:00Z')
  expect(await comes(chairs[0]!)).toMatchObject({ because: 'enrolment-closed' })
  expect(await comes(chairs[0]!, 'PHONE')).toMatchObject({ ok: true })
  expect(await cancelTraining(deps, { election, trainingId, version: 1, by })).toMatchObject({ enrolled: 1 })
  expect(await comes(chairs[1]!, 'PHONE')).toMatchObject({ because: 'cancelled' })
  expect(await change({}, 2)).toMatchObject({ because: 'cancelled' })
  trainingId = newId()
  expect(await comes(chairs[1]!)).toMatchObject({ because: 'no-such-training' })
})

test('who sits in no bureau any more gives the place away, to who waits and not to who comes now', async () => {
  for (const memberId of chairs.slice(15, 19)) await comes(memberId)
  const step = {
    election,
    assignmentId: assignments[15]!,
    by: 'magistrate',
    authority: 'magistrate',
  } as const
  expect(await revoke(deps, { ...step, reason: 'staat op een lijst' })).toMatchObject({ ok: true })
  expect(await counts()).toEqual([2, 1])
  expect(await comes(chairs[19]!)).toMatchObject({ ok: true, hasPlace: false })
  expect((await enrolled()).map(({ memberId }) => memberId)).toEqual(chairs.slice(16, 20))
  expect(await counts()).toEqual([3, 1])
})

test('who was let go gives the place away also when nobody opens a page, once', async () => {
  for (const memberId of chairs.slice(11, 15)) await comes(memberId)
  const step = {
    election,
    assignmentId: assignments[13]!,
    by: 'magistrate',
    authority: 'magistrate',
  } as const
  await revoke(deps, { ...step, reason: 'verhuisd' })
  expect(await freeTrainingPlaces(deps, election)).toBe(1)
  expect(await freeTrainingPlaces(deps, election)).toBe(0)
  expect((await enrolled()).map(({ memberId }) => memberId)).toEqual([chairs[11], chairs[12], chairs[14]])
})

test('more places go to who waits; fewer than who has one is refused, and so is what another saw differently', async () => {
  for (const memberId of chairs.slice(0, 6)) await comes(memberId)
  expect(await change({ capacity: 2 })).toMatchObject({ because: 'more-enrolled-than-places' })
  expect(await change({ capacity: 5 })).toMatchObject({ ok: true, enrolled: 5, isElsewhere: false })
  expect(await counts()).toEqual([5, 1])
  expect(await change({ capacity: 6 })).toMatchObject({ because: 'changed-meanwhile' })
  await leaves(chairs[0]!)
  await leaves(chairs[1]!)
  expect(await change({ capacity: 4, place: 'Sporthal' }, 2)).toMatchObject({ ok: true, isElsewhere: true })
  expect(await counts()).toEqual([4, 0])
})

test('a training in the past is not made, nor is another moved to it, and a number in its place is refused', async () => {
  const past = { startsAt: new Date('2030-08-01T17:00:00Z'), enrolUntil: new Date('2030-08-01T17:00:00Z') }
  const before = aTraining({ ...past, endsAt: new Date('2030-08-01T19:00:00Z') })
  expect(await makeTraining(deps, { election, plan: before, by })).toMatchObject({
    because: 'starts-in-the-past',
  })
  expect(await change(before)).toMatchObject({ because: 'starts-in-the-past' })
  for (const plan of [{ place: `bij ${testNumber(1)}` }, { title: testNumber(2) }]) {
    const typed = { election, plan: aTraining(plan), by }
    expect(await makeTraining(deps, typed)).toMatchObject({ because: 'number-in-text' })
  }
})

test('attendance is noted once it began, of who had a place, and can be corrected', async () => {
  for (const memberId of chairs.slice(0, 4)) await comes(memberId)
  expect(await present(chairs[0]!)).toMatchObject({ because: 'not-begun' })
  deps.clock.moveTo('2030-09-24T19:30:00Z')
  expect(await present(chairs[0]!, chairs[3]!)).toMatchObject({ because: 'waits' })
  expect((await enrolled())[0]!.attendance, 'all or none').toBeNull()
  expect(await present(chairs[0]!, chairs[9]!)).toMatchObject({ because: 'not-enrolled' })
  expect(await present(chairs[0]!, chairs[1]!)).toMatchObject({ ok: true, changed: 2 })
  expect(await present(chairs[0]!)).toMatchObject({ ok: true, changed: 0 })
  const absent = { election, trainingId, by, noted: new Map([[chairs[1]!, 'ABSENT']] as const) }
  expect(await noteTrainingAttendance(deps, absent)).toMatchObject({ ok: true, changed: 1 })
  const [event] = await inTown((db) => latestAuditEvents(db, firstMunicipality, 1))
  expect(event).toMatchObject({ subject: chairs[1], details: { attendance: 'ABSENT', isCorrection: true } })
  expect(await leaves(chairs[0]!)).toMatchObject({ because: 'has-begun' })
  expect(await leaves(chairs[0]!, 'PHONE')).toMatchObject({ because: 'attendance-noted' })
  expect(await leaves(chairs[2]!, 'PHONE'), 'nobody moves up in what is over').toMatchObject({ movedUp: 0 })
  expect(await cancelTraining(deps, { election, trainingId, version: 1, by })).toMatchObject({
    because: 'is-over',
  })
})

test('who waited and came anyway gets a place that is added while it is held', async () => {
  for (const memberId of chairs.slice(0, 5)) await comes(memberId)
  deps.clock.moveTo('2030-09-24T17:30:00Z')
  expect(await change({ capacity: 4 })).toMatchObject({ ok: true, enrolled: 4 })
  expect(await present(chairs[3]!)).toMatchObject({ ok: true, changed: 1 })
  expect(await comes(chairs[6]!, 'PHONE')).toMatchObject({ ok: true, hasPlace: false })
  expect(await change({ capacity: 6 }, 2)).toMatchObject({ ok: true, enrolled: 6 })
})

test('who was there gets a certificate with the name, and nobody else does', async () => {
  for (const memberId of chairs.slice(5, 7)) await comes(memberId)
  deps.clock.moveTo('2030-09-24T19:30:00Z')
  await present(chairs[5]!)
  const certificate = (memberId: MemberId) =>
    openTrainingCertificate(
      { ...deps, typesetter: testTypesetter },
      { election, trainingId, memberId, by: 'citizen' },
    )
  const opened = await certificate(chairs[5]!)
  if (!opened.ok) throw new Error(opened.because)
  const text = (await readPdf(opened.pdf)).pages.map((page) => page.text).join(' ')
  const plain = text.replaceAll(/\s+/g, ' ')
  for (const said of ['Bewijs van opleiding', 'Lotte Peeters 6', '24 september 2030', '19:00 tot 21:00'])
    expect(plain).toContain(said)
  for (const memberId of [chairs[6]!, chairs[7]!])
    expect(await certificate(memberId)).toMatchObject({ because: 'no-certificate' })
})

test('who of the chairs was in none yet is counted, and listed by bureau with what they are enrolled in', async () => {
  const before = await inTown((db) => trainingCounts(db, election))
  await comes(chairs[10]!)
  await comes(chairs[11]!)
  deps.clock.moveTo('2030-09-24T19:30:00Z')
  await present(chairs[10]!)
  const after = await inTown((db) => trainingCounts(db, election))
  expect(after.untrained).toBe(before.untrained - 1)
  const all = await inTown((db) => untrainedChairs(db, election, { limit: 100 }))
  expect(all).toHaveLength(after.untrained)
  expect(all.map(({ memberId }) => memberId)).not.toContain(chairs[10])
  expect(all.find(({ memberId }) => memberId === chairs[11])!.enrolledIn).toEqual(aTraining().startsAt)
  const first = await inTown((db) => untrainedChairs(db, election, { limit: 3 }))
  const next = await inTown((db) =>
    untrainedChairs(db, election, { after: first.at(-1)!.number, limit: 100 }),
  )
  expect([...first, ...next]).toEqual(all)
})

test('a member sees what is for their function, and their own turn', async () => {
  for (const memberId of chairs.slice(0, 5)) await comes(memberId)
  const seen = (memberId: MemberId, role: 'CHAIR' | 'ASSESSOR') =>
    inTown((db) => trainingsOfMember(db, election, { memberId, role, kind: 'POLLING' }))
  const mine = (await seen(chairs[4]!, 'CHAIR')).find((one) => one.trainingId === trainingId)
  expect(mine).toMatchObject({ enrolled: 3, waiting: 2, mine: { hasPlace: false, waitsAs: 2 } })
  expect(await seen(assessor, 'ASSESSOR')).toEqual([])
})
