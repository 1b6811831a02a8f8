import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { newId } from '../../platform/ids.ts'
import { testNumber } from '../../voters/testing.ts'
import { latestExcuse } from '../excuses/excuse-store.ts'
import { requestExcuse } from '../excuses/request-excuse.ts'
import { aLocalElection, bureauDeps, candidatesAre, withSections, withVoters } from '../testing.ts'
import { dayDeed } from './day-deed.ts'
import { aDayOf } from './testing.ts'

let database: TestDatabase
let election: Election
let town: Awaited<ReturnType<typeof aDayOf>>
let next = 0
const list = 60
const sections = Array.from({ length: 12 }, (_, n) => n + 1)

beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, sections)
  await withVoters(bureauDeps(database), election, list)
  town = await aDayOf(
    database,
    election,
    Array.from({ length: 12 }, (_, n) => n + 1),
    100,
  )
})
afterAll(() => database.close())

/** A bureau that no test before used, with its chair, assessor and substitute. */
function aBureau() {
  const bureau = town.bureaus[next++]!
  return {
    bureau,
    ...{ chair: town.calledFor(bureau, 'CHAIR'), assessor: town.calledFor(bureau, 'ASSESSOR') },
    ...{ substitute: town.calledFor(bureau, 'SUBSTITUTE'), seat: town.seatFor(bureau, 'ASSESSOR') },
    note: (hour: string, doing: Parameters<typeof town.note>[2], more?: Parameters<typeof town.note>[3]) =>
      town.note(bureau, hour, doing, more),
    day: () => town.day(bureau),
  }
}

const came = (assignmentId: string) => ({ kind: 'check-in', assignmentId }) as const
const outcome = (answer: Awaited<ReturnType<typeof town.note>>) =>
  answer.ok ? answer.noted.refusedFor : answer.because
const standingOf = (day: Awaited<ReturnType<typeof town.day>>, role: string) =>
  day.seats
    .filter((seat) => seat.role === role)
    .flatMap(({ people }) => people.map(({ standing }) => standing))

test('who comes in time is present, who comes later is late by so many minutes; both are there', async () => {
  const { chair, assessor, note, day } = aBureau()
  expect((await day()).missing).toEqual([
    { role: 'CHAIR', count: 1 },
    { role: 'ASSESSOR', count: 1 },
  ])
  expect(outcome(await note('07:10', came(chair)))).toBeNull()
  expect(outcome(await note('07:42', came(assessor)))).toBeNull()
  const { seats, missing } = await day()
  expect(missing).toEqual([])
  const [first, second] = seats.map(({ people }) => people[0]!)
  expect(first).toMatchObject({ standing: 'PRESENT', arrivedAt: new Date('2030-10-13T05:10:00Z') })
  expect(second).toMatchObject({ standing: 'LATE', minutesLate: 12 })
})

test('the same deed again changes nothing and gets the same answer, also when it was refused', async () => {
  const { chair, bureau, note, day } = aBureau()
  const [once, early] = [newId<string>(), newId<string>()]
  expect(outcome(await note('07:10', came(chair), { id: once }))).toBeNull()
  expect(outcome(await note('07:50', came(chair), { id: once }))).toBeNull()
  expect((await day()).seats[0]!.people[0]!.arrivedAt).toEqual(new Date('2030-10-13T05:10:00Z'))
  const away = { kind: 'note-absent', assignmentId: town.calledFor(bureau, 'ASSESSOR') } as const
  expect(outcome(await note('07:00', away, { id: early }))).toBe('too-early')
  expect(outcome(await note('07:40', away, { id: early }))).toBe('too-early')
  expect((await day()).refused).toMatchObject([{ kind: 'note-absent', refusedFor: 'too-early' }])
})

test('what two people note of one person is noted once: the first stands', async () => {
  const { chair, note, day } = aBureau()
  expect(outcome(await note('07:10', came(chair)))).toBeNull()
  expect(outcome(await note('07:20', came(chair), { now: '09:00' }))).toBe('already-noted')
  expect((await day()).seats[0]!.people[0]!.arrivedAt).toEqual(new Date('2030-10-13T05:10:00Z'))
})

test('a deed that was done without network counts from when it was done; a clock that runs ahead is not believed', async () => {
  const { chair, assessor, note, day } = aBureau()
  expect(outcome(await note('07:10', came(chair), { now: '11:00' }))).toBeNull()
  expect((await day()).seats[0]!.people[0]).toMatchObject({ standing: 'PRESENT' })
  expect(outcome(await note('08:30', came(assessor), { now: '07:20' }))).toBe('in-the-future')
  expect(outcome(await note('07:22', came(assessor), { now: '07:20' }))).toBeNull()
})

test('a deed for another bureau is refused, and its id opens nothing there', async () => {
  const [one, other] = [aBureau(), aBureau()]
  expect(outcome(await one.note('07:10', came(other.chair)))).toBe('not-of-this-bureau')
  const id = newId<string>()
  expect(outcome(await other.note('07:10', came(other.chair), { id }))).toBeNull()
  expect(outcome(await one.note('07:10', came(other.chair), { id }))).toBe('not-of-this-bureau')
})

test('who asked to be excused and comes all the same is there, and the request is taken back', async () => {
  const { assessor, note, day } = aBureau()
  const asked = await requestExcuse(bureauDeps(database), {
    ...{ election, assignmentId: assessor, by: 'citizen', authority: 'person' },
    ...{ request: { ground: 'WORK', text: 'Ik moet werken.' }, channel: 'PORTAL' },
  })
  expect(asked.ok).toBe(true)
  expect(standingOf(await day(), 'ASSESSOR')).toEqual(['ASKING'])
  const away = { kind: 'note-absent', assignmentId: assessor } as const
  expect(outcome(await note('08:00', away))).toBe('not-in-this-state')
  expect(outcome(await note('08:00', came(assessor)))).toBeNull()
  expect(standingOf(await day(), 'ASSESSOR')).toEqual(['LATE'])
  const excuse = await database.inScope(staffOf(firstMunicipality), (db) =>
    latestExcuse(db, election, assessor),
  )
  expect(excuse).toMatchObject({ outcome: 'WITHDRAWN' })
})

test('the oath stands with its moment, is taken by who is there, and goes along to another seat', async () => {
  const { bureau, assessor, substitute, seat, note, day } = aBureau()
  const sworn = { kind: 'swear', assignmentId: substitute } as const
  expect(outcome(await note('07:20', sworn))).toBe('not-there')
  expect(outcome(await note('07:20', came(substitute)))).toBeNull()
  expect(outcome(await note('07:25', sworn))).toBeNull()
  expect(outcome(await note('07:26', sworn))).toBe('already-noted')
  const up = { kind: 'call-up', assignmentId: substitute, seatId: seat } as const
  expect(outcome(await note('07:31', up))).toBe('seat-taken')
  expect(outcome(await note('07:31', { kind: 'note-absent', assignmentId: assessor }))).toBeNull()
  expect(outcome(await note('07:32', up))).toBeNull()
  const { seats, missing } = await day()
  const taken = seats.find(({ seatId }) => seatId === seat)!
  expect(taken.oath).toContain('Ik zweer')
  expect(taken.people.map(({ standing }) => standing)).toEqual(['ABSENT', 'PRESENT'])
  expect(taken.people[1]).toMatchObject({
    swornAt: new Date('2030-10-13T05:25:00Z'),
    arrivedAt: new Date('2030-10-13T05:20:00Z'),
  })
  expect(missing).toEqual([{ role: 'CHAIR', count: 1 }])
  expect(bureau.kind).toBe('POLLING')
})

test('nobody is sent home without a reason, and a number of a person is no reason', async () => {
  const { assessor, note, day } = aBureau()
  expect(outcome(await note('07:20', came(assessor)))).toBeNull()
  const home = { kind: 'dismiss', assignmentId: assessor } as const
  expect(dayDeed.safeParse({ ...home, id: newId(), at: new Date().toISOString(), reason: ' ' }).success).toBe(
    false,
  )
  expect(outcome(await note('07:40', { ...home, reason: `Kent ${testNumber(3)} niet` }))).toBe(
    'number-in-text',
  )
  expect(outcome(await note('07:40', { ...home, reason: 'Er zijn bijzitters genoeg.' }))).toBeNull()
  expect(standingOf(await day(), 'ASSESSOR')).toEqual(['DISMISSED'])
  expect((await day()).missing).toContainEqual({ role: 'ASSESSOR', count: 1 })
})

test('a voter who is there completes the bureau, when number and name belong together and the law lets them', async () => {
  const { chair, assessor, seat, note, day } = aBureau()
  await note('07:10', came(chair))
  const voters = await database.inScope(staffOf(firstMunicipality), async (db) => {
    const { rows } = await sql<{ listNumber: number; lastName: string }>`
      select list_number as "listNumber", last_name as "lastName" from voters.voter order by list_number limit 2`.execute(
      db,
    )
    return rows
  })
  const [voter, other] = voters
  const appoint = { kind: 'appoint', seatId: seat, sworn: true, ...voter! } as const
  const formed = { kind: 'checkpoint', checkpoint: 'FORMED' } as const
  expect(outcome(await note('07:30', appoint))).toBe('seat-taken')
  expect(outcome(await note('07:30', { kind: 'note-absent', assignmentId: assessor }))).toBeNull()
  expect(outcome(await note('07:31', formed))).toBe('not-complete')
  expect(outcome(await note('07:32', { ...appoint, listNumber: 9_999_999 }))).toBe('no-such-voter')
  expect(outcome(await note('07:32', { ...appoint, lastName: `${other!.lastName}x` }))).toBe('other-name')
  expect(outcome(await note('07:33', { ...appoint, lastName: voter!.lastName.toUpperCase() }))).toBeNull()
  const there = (await day()).seats.find(({ seatId }) => seatId === seat)!.people[1]!
  expect(there).toMatchObject({ standing: 'PRESENT', isOnTheSpot: true, swornAt: expect.any(Date) })
  expect(outcome(await note('07:34', formed))).toBeNull()
  expect(outcome(await note('07:34', formed))).toBe('already-noted')
})

test('a candidate completes no bureau, and who may not appoint leaves nothing behind', async () => {
  const { assessor, seat, note, day } = aBureau()
  await candidatesAre(bureauDeps(database), election, ...Array.from({ length: list }, (_, n) => n))
  await note('07:31', { kind: 'note-absent', assignmentId: assessor })
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
    sql<{ listNumber: number; lastName: string }>`
      select list_number as "listNumber", last_name as "lastName" from voters.voter order by list_number desc limit 1`.execute(
      db,
    ),
  )
  const appoint = { kind: 'appoint', seatId: seat, sworn: true, ...rows[0]! } as const
  expect(outcome(await note('07:33', appoint))).toBe('may-not-sit')
  await candidatesAre(bureauDeps(database), election, 9000)
  const clerk = { by: 'clerk', authority: 'municipality' } as const
  expect(outcome(await note('07:33', appoint, clerk))).toBe('not-in-your-power')
  expect(standingOf(await day(), 'ASSESSOR')).toEqual(['ABSENT'])
})

test('moments go forward, each of its kind of bureau; what happened stands beside them', async () => {
  const { note, day } = aBureau()
  const at = (checkpoint: 'OPENED' | 'CLOSED' | 'COUNTED') => ({ kind: 'checkpoint', checkpoint }) as const
  expect((await day()).open).toEqual(['FORMED', 'OPENED', 'CLOSED', 'HANDED_OVER'])
  expect(outcome(await note('08:00', at('OPENED')))).toBeNull()
  expect(outcome(await note('13:00', at('COUNTED')))).toBe('not-of-this-bureau')
  expect(outcome(await note('08:10', { kind: 'checkpoint', checkpoint: 'FORMED' }))).toBe('out-of-order')
  const queue = { kind: 'incident', incident: 'QUEUE', note: 'Rij tot buiten, een uur wachten.' } as const
  expect(outcome(await note('10:00', queue))).toBeNull()
  expect((await day()).incidents).toEqual([
    { kind: 'QUEUE', note: queue.note, happenedAt: new Date('2030-10-13T08:00:00Z') },
  ])
})
