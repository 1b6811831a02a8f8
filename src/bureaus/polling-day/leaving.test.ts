import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { absenceDocument } from '../absences/absence-document.ts'
import { absenceFileOf } from '../absences/absence-facts.ts'
import { absenceCounts } from '../absences/absence-store.ts'
import { aLocalElection, bureauDeps, withSections, withVoters } from '../testing.ts'
import { dayBoard } from './board-overview.ts'
import { aDayOf, momentOf } from './testing.ts'

/** Who goes home before the end by themselves, on the day and in what is made of it. */

let database: TestDatabase
let election: Election
let town: Awaited<ReturnType<typeof aDayOf>>
let next = 0

beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1, 2, 3, 4, 5, 6])
  await withVoters(bureauDeps(database), election, 20)
  town = await aDayOf(database, election, [1, 2, 3, 4, 5, 6], 100)
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(firstMunicipality), work)

/** A bureau whose people came in time. */
async function aBureau() {
  const bureau = town.bureaus[next++]!
  const people = {
    chair: town.calledFor(bureau, 'CHAIR'),
    assessor: town.calledFor(bureau, 'ASSESSOR'),
    substitute: town.calledFor(bureau, 'SUBSTITUTE'),
  }
  const note = async (hour: string, doing: Parameters<typeof town.note>[2], more = {}) => {
    const answer = await town.note(bureau, hour, doing, more)
    return answer.ok ? answer.noted.refusedFor : answer.because
  }
  for (const assignmentId of Object.values(people))
    expect(await note('07:15', { kind: 'check-in', assignmentId })).toBeNull()
  const personOf = async (who: AssignmentId) =>
    (await town.day(bureau)).seats.flatMap((seat) => seat.people).find((one) => one.assignmentId === who)!
  const onBoard = async () =>
    (await inTown((db) => dayBoard(db, election))).find(({ bureauId }) => bureauId === bureau.bureauId)!
  const at = async (checkpoint: string) => {
    const reached = (await town.day(bureau)).reached.find((one) => one.checkpoint === checkpoint)!
    return [reached.there.length, reached.notThere.map(({ why }) => why)]
  }
  return { bureau, ...people, note, personOf, onBoard, at, seat: town.seatFor(bureau, 'ASSESSOR') }
}

const leaves = (assignmentId: string, reason = 'onwel') => ({ kind: 'leave', assignmentId, reason }) as const
const correct = (assignmentId: string, to: 'THERE' | 'STAYED' | 'ABSENT') =>
  ({ kind: 'correct', assignmentId, to }) as const
const reaches = (checkpoint: 'FORMED' | 'OPENED' | 'CLOSED') => ({ kind: 'checkpoint', checkpoint }) as const

test('who leaves is out of the seat with hour and reason, the board is incomplete, and a substitute completes it', async () => {
  const { assessor, substitute, seat, note, personOf, onBoard, at } = await aBureau()
  expect(await note('07:30', reaches('FORMED'))).toBeNull()
  expect((await onBoard()).missing).toEqual([])
  expect(await note('09:10', leaves(assessor))).toBeNull()
  expect(await personOf(assessor)).toMatchObject({
    standing: 'LEFT',
    arrivedAt: new Date(momentOf(election, '07:15')),
    left: { at: new Date(momentOf(election, '09:10')), reason: 'onwel' },
  })
  expect(await onBoard()).toMatchObject({ there: 2, missing: [{ role: 'ASSESSOR', count: 1 }] })
  expect(await note('09:20', { kind: 'call-up', assignmentId: substitute, seatId: seat })).toBeNull()
  expect((await onBoard()).missing).toEqual([])
  expect(await note('13:00', reaches('CLOSED'))).toBeNull()
  expect(await at('FORMED')).toEqual([3, []])
  expect(await at('CLOSED')).toEqual([2, ['LEFT']])
  expect(await note('13:10', correct(assessor, 'STAYED')), 'the seat is of another').toBe('seat-taken')
})

test('what can not be is refused with why', async () => {
  const { assessor, chair, note } = await aBureau()
  expect(await note('07:10', leaves(assessor), { now: '07:20' })).toBe('before-arrival')
  expect(await note('09:00', { ...leaves(assessor), reason: 'bel 85.61.01-001.47' })).toBe('number-in-text')
  expect(await note('09:00', correct(assessor, 'STAYED'))).toBe('not-in-this-state')
  expect(await note('09:00', leaves(assessor))).toBeNull()
  expect(await note('09:05', leaves(assessor))).toBe('already-noted')
  expect(await note('08:50', correct(assessor, 'THERE'), { now: '09:10' })).toBe('before-leaving')
  expect(await note('09:10', correct(assessor, 'ABSENT'))).toBe('not-in-this-state')
  expect(await note('09:10', { kind: 'dismiss', assignmentId: chair, reason: 'vol' })).toBeNull()
  expect(await note('09:15', leaves(chair))).toBe('sent-home-before')
})

test('the town hall notes what was phoned by another than the chair', async () => {
  const { assessor, note, personOf } = await aBureau()
  const phoned = { by: 'clerk', authority: 'municipality', phonedBy: 'OTHER' } as const
  expect(await note('09:00', leaves(assessor), phoned)).toBeNull()
  expect(await note('09:30', correct(assessor, 'THERE'), phoned)).toBeNull()
  expect(await personOf(assessor)).toMatchObject({ standing: 'PRESENT' })
})

test('who came late, left and came back is late by the same minutes, and missed what was in between', async () => {
  const bureau = town.bureaus[next]!
  const { note, personOf, at, assessor } = await aBureau()
  expect(await note('07:50', correct(assessor, 'THERE'))).toBeNull()
  const before = await personOf(assessor)
  expect(before).toMatchObject({ standing: 'LATE', minutesLate: 20 })
  expect(await note('09:00', leaves(assessor))).toBeNull()
  expect(await note('10:00', reaches('OPENED'))).toBeNull()
  expect(await at('OPENED')).toEqual([2, ['LEFT']])
  expect(await note('11:00', correct(assessor, 'THERE'))).toBeNull()
  expect(await personOf(assessor)).toEqual(before)
  expect(await at('OPENED'), 'there again, and not then').toEqual([2, ['LEFT']])
  expect(await note('11:30', leaves(assessor))).toBeNull()
  expect(await note('11:40', correct(assessor, 'STAYED'))).toBeNull()
  expect(await note('11:50', reaches('CLOSED'))).toBeNull()
  expect(await at('CLOSED')).toEqual([3, []])
  expect((await town.day(bureau)).missing).toEqual([])
})

test('a voter who was appointed on the spot can leave too, and never have gone', async () => {
  const { assessor, seat, note, bureau, personOf } = await aBureau()
  expect(await note('08:00', leaves(assessor))).toBeNull()
  const voter = await inTown(async (db) => {
    const { rows } = await sql<{ listNumber: number; lastName: string }>`
      select list_number as "listNumber", last_name as "lastName" from voters.voter order by list_number limit 1`.execute(
      db,
    )
    return rows[0]!
  })
  expect(await note('08:10', { kind: 'appoint', seatId: seat, sworn: true, ...voter })).toBeNull()
  const seated = (await town.day(bureau)).seats.find(({ seatId }) => seatId === seat)!.people
  const { assignmentId: found, swornAt } = seated.find(({ isOnTheSpot }) => isOnTheSpot)!
  expect(await note('09:00', leaves(found))).toBeNull()
  expect(await note('09:10', correct(found, 'STAYED'))).toBeNull()
  expect(await personOf(found)).toMatchObject({ standing: 'PRESENT', swornAt })
})

test('the absence file names who left, when, why and what they missed', async () => {
  const { bureau, assessor, note } = await aBureau()
  expect(await note('08:00', reaches('OPENED'))).toBeNull()
  expect(await note('10:05', leaves(assessor, 'moest werken'))).toBeNull()
  expect(await note('13:00', reaches('CLOSED'))).toBeNull()
  const file = await inTown((db) => absenceFileOf(db, bureauDeps(database), election, bureau))
  if (typeof file === 'string') throw new Error(file)
  expect(file.reported).toMatchObject([{ fact: 'LEFT', weaknesses: [], missed: [{ checkpoint: 'CLOSED' }] }])
  const lines = absenceDocument(election, file).parts.flatMap((part) => part.lines)
  expect(lines).toContainEqual({ label: 'Wat', text: 'ging weg voor het einde' })
  expect(lines).toContainEqual({ label: 'Reden, zoals genoteerd', text: 'moest werken' })
  expect(lines.find(({ label }) => label === 'Was er niet bij')!.text).toContain('Gesloten')
  const counts = await inTown((db) => absenceCounts(db, election, { most: 20 }))
  expect(counts.find(({ bureauId }) => bureauId === bureau.bureauId)).toMatchObject({ left: 1, open: 1 })
})
