import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { timelineOf } from '../assignments/assignment-store.ts'
import { reportAbsence } from '../assignments/report-absence.ts'
import { aLocalElection, bureauDeps, withSections } from '../testing.ts'
import { aDayOf, momentOf } from './testing.ts'

let database: TestDatabase
let election: Election
let town: Awaited<ReturnType<typeof aDayOf>>
let next = 0

beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1, 2, 3, 4, 5])
  town = await aDayOf(database, election, [1, 2, 3, 4, 5], 100)
})
afterAll(() => database.close())

function aBureau() {
  const bureau = town.bureaus[next++]!
  const [chair, assessor] = [town.calledFor(bureau, 'CHAIR'), town.calledFor(bureau, 'ASSESSOR')]
  const note = async (...asked: [hour: string, doing: Parameters<typeof town.note>[2], now?: string]) => {
    const [hour, doing, now = hour] = asked
    const answer = await town.note(bureau, hour, doing, { now })
    return answer.ok ? answer.noted.refusedFor : answer.because
  }
  const personOf = async (who: AssignmentId) =>
    (await town.day(bureau)).seats.flatMap(({ people }) => people).find((one) => one.assignmentId === who)!
  return { bureau, chair, assessor, note, personOf, substitute: town.calledFor(bureau, 'SUBSTITUTE') }
}

const came = (assignmentId: string) => ({ kind: 'check-in', assignmentId }) as const
const away = (assignmentId: string) => ({ kind: 'note-absent', assignmentId }) as const
const correct = (assignmentId: string, to: 'THERE' | 'ABSENT' | 'UNKNOWN') =>
  ({ kind: 'correct', assignmentId, to }) as const

test('who was noted as absent and comes is late, and the timeline has both', async () => {
  const { assessor, note, personOf } = aBureau()
  expect(await note('07:35', away(assessor))).toBeNull()
  expect(await note('08:10', correct(assessor, 'THERE'))).toBeNull()
  expect(await personOf(assessor)).toMatchObject({ standing: 'LATE', minutesLate: 40 })
  const timeline = await database.inScope(staffOf(firstMunicipality), (db) =>
    timelineOf(db, election, assessor),
  )
  expect(timeline.slice(-2).map(({ transition, authority }) => [transition, authority])).toEqual([
    ['note-absent', 'chair'],
    ['correct-to-late', 'chair'],
  ])
})

test('one tap on absent too many: the person was there in time, by the hour that is typed', async () => {
  const { assessor, note, personOf } = aBureau()
  expect(await note('07:35', away(assessor))).toBeNull()
  expect(await note('07:10', correct(assessor, 'THERE'), '07:40')).toBeNull()
  expect(await personOf(assessor)).toMatchObject({
    standing: 'PRESENT',
    arrivedAt: new Date(momentOf(election, '07:10')),
  })
})

test('somebody else was noted as there: nothing is known of who was meant, or the person is absent once it is time', async () => {
  const { chair, assessor, note, personOf } = aBureau()
  expect(await note('07:10', came(chair))).toBeNull()
  expect(await note('07:11', correct(chair, 'ABSENT'))).toBe('too-early')
  expect(await note('07:12', correct(chair, 'UNKNOWN'))).toBeNull()
  expect(await personOf(chair)).toMatchObject({ standing: 'EXPECTED' })
  expect((await personOf(chair)).arrivedAt).toBeUndefined()
  expect(await note('07:13', correct(chair, 'UNKNOWN'))).toBe('not-in-this-state')
  expect(await note('07:20', came(assessor))).toBeNull()
  expect(await note('07:40', correct(assessor, 'ABSENT'))).toBeNull()
  expect(await personOf(assessor)).toMatchObject({ standing: 'ABSENT' })
})

test('a seat that another took meanwhile is not taken back', async () => {
  const { bureau, assessor, substitute, note, personOf } = aBureau()
  expect(await note('07:20', came(substitute))).toBeNull()
  expect(await note('07:35', away(assessor))).toBeNull()
  const seatId = town.seatFor(bureau, 'ASSESSOR')
  expect(await note('07:40', { kind: 'call-up', assignmentId: substitute, seatId })).toBeNull()
  expect(await note('08:00', correct(assessor, 'THERE'))).toBe('seat-taken')
  expect(await personOf(assessor)).toMatchObject({ standing: 'ABSENT' })
})

test('what was reported is corrected no more', async () => {
  const { assessor, note } = aBureau()
  expect(await note('07:35', away(assessor))).toBeNull()
  const reported = await reportAbsence(bureauDeps(database, momentOf(election, '16:00')), {
    ...{ election, assignmentId: assessor, by: 'clerk', authority: 'municipality' },
  })
  expect(reported.ok).toBe(true)
  expect(await note('08:00', correct(assessor, 'THERE'), '17:00')).toBe('not-in-this-state')
})
