import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { type AssignmentId, type BureauId, newId } from '../../platform/ids.ts'
import { createTypesetter, type Typesetter } from '../../platform/pdf/typesetter.ts'
import { acceptAfter } from '../excuses/accept-after.ts'
import { latestExcuse } from '../excuses/excuse-store.ts'
import { askForMore } from '../excuses/judge-excuse.ts'
import { requestExcuse } from '../excuses/request-excuse.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { noteDeed } from '../polling-day/note-deed.ts'
import { adopted, afterPollingDay, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import { showAbsences } from './absences-overview.ts'
import { noteRemark } from './note-remark.ts'
import { noteSending, type Sending } from './note-sending.ts'
import { reportAbsences } from './report-absences.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: Typesetter; portalUrl: string }
let election: Election
let bureauId: BureauId
let absent: AssignmentId
let mistaken: AssignmentId
let there: AssignmentId

beforeAll(async () => {
  database = await testDatabase()
  deps = { ...bureauDeps(database), typesetter: createTypesetter(), portalUrl: 'https://kiesloket.example' }
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(7, 3)])
  const [bureau] = await database.inScope(staffOf(election.municipalityId), (db) => keptBureaus(db, election))
  bureauId = bureau!.bureauId
  const came = async (n: number, arrivedAt?: Date) =>
    afterPollingDay(deps, {
      ...{
        election,
        seatId: bureau!.seats[n]!.seatId,
        memberId: await aMember(deps, election, n),
        arrivedAt,
      },
    })
  there = await came(1, new Date('2030-10-13T04:45:00Z'))
  absent = await came(2)
  mistaken = await came(3)
  deps.clock.moveTo('2030-10-14T08:00:00Z')
})
afterAll(() => database.close())

const send = (some: Partial<Sending> = {}) =>
  noteSending(deps, {
    ...{ election, bureauId, version: 1, addressee: 'justice-of-the-peace', means: 'sealed-envelope' },
    ...{ sentOn: '2030-10-14', by: 'clerk', ...some },
  })
const shown = async () => (await showAbsences(deps, { election, number: '7', by: 'clerk' }))!
const traces = async (action: string) => {
  const { rows } = await database.inScope(staffOf(election.municipalityId), (db) =>
    sql<{ details: Record<string, unknown> }>`select details from platform.audit_event
      where municipality_id = ${election.municipalityId} and action = ${action}`.execute(db),
  )
  return rows.map(({ details }) => details)
}

test('a reason handed in afterwards: more is asked, and it closes when the person turns out to have been there', async () => {
  const request = { ground: 'MEDICAL', text: 'Ik was ziek.' } as const
  const step = { election, assignmentId: mistaken, by: 'person', authority: 'person' } as const
  expectOk(await requestExcuse(deps, { ...step, request, channel: 'PORTAL' }))
  expectOk(await askForMore(deps, { election, assignmentId: mistaken, by: 'clerk', what: 'Een attest.' }))
  const latest = () =>
    database.inScope(staffOf(election.municipalityId), (db) => latestExcuse(db, election, mistaken))
  expect(await latest()).toMatchObject({ isAfter: true, moreAsked: 'Een attest.', outcome: null })
  const deed = { kind: 'correct', assignmentId: mistaken, to: 'THERE', id: newId<string>() } as const
  const at = '2030-10-13T04:50:00.000Z'
  const by = { by: 'clerk', authority: 'municipality' } as const
  expectOk(await noteDeed(deps, { election, bureauId, deed: { ...deed, at } as never, ...by }))
  expect(await latest()).toMatchObject({ outcome: 'WITHDRAWN' })
})

test('a remark is of who was away in this bureau, and stands in the file', async () => {
  const said = { election, bureauId, saidBy: 'witness', text: 'Zij belde nog.', by: 'clerk' } as const
  const of = (assignmentId: AssignmentId, some = {}) => noteRemark(deps, { ...said, assignmentId, ...some })
  const because = async (answer: ReturnType<typeof of>) => {
    const done = await answer
    return done.ok ? 'done' : done.because
  }
  expect(await because(of(there))).toBe('not-away')
  expect(await because(of(randomUUID() as AssignmentId))).toBe('no-such-assignment')
  expect(await because(of(absent, { text: ' ' }))).toBe('nothing-said')
  expect(await because(of(absent, { text: 'x'.repeat(501) }))).toBe('remark-too-long')
  expect(await because(of(absent, { text: 'Nummer 85.61.01-001.47' }))).toBe('number-in-text')
  expect(await because(of(absent))).toBe('done')
  const { file } = await shown()
  expect(file).toMatchObject({ reported: [{ remarks: [{ saidBy: 'witness', text: 'Zij belde nog.' }] }] })
})

test('a file goes once to each on the route, in its order, on a day that can be', async () => {
  expect(await send()).toMatchObject({ because: 'no-such-report' })
  expectOk(await reportAbsences(deps, { election, bureauId, by: 'clerk' }))
  expect(await send({ addressee: 'main-bureau' })).toMatchObject({ because: 'not-on-route' })
  expect(await send({ means: 'pigeon' as never })).toMatchObject({ because: 'no-such-means' })
  expect(await send({ sentOn: '2030-10-12' })).toMatchObject({ because: 'before-made' })
  expect(await send({ sentOn: '2030-10-15' })).toMatchObject({ because: 'day-to-come' })
  expect(await send({ addressee: 'public-prosecutor' })).toMatchObject({ because: 'not-sent-before' })
  deps.clock.moveTo('2030-10-16T20:00:00Z')
  expect((await shown()).route.map(({ isOverdue }) => isOverdue)).toEqual([false, false])
  deps.clock.moveTo('2030-10-17T08:00:00Z')
  expect((await shown()).route.map(({ isOverdue }) => isOverdue)).toEqual([true, false])
  expectOk(await send())
  expect(await send()).toMatchObject({ because: 'already-sent' })
  expectOk(await send({ addressee: 'public-prosecutor', means: 'digital', sentOn: '2030-10-17' }))
  const { sent, reports, route } = await shown()
  expect(sent.map(({ pdfSha256 }) => pdfSha256.equals(reports[0]!.pdfSha256))).toEqual([true, true])
  expect(route.map(({ isOverdue, added, gone }) => [isOverdue, added, gone])).toEqual([
    [false, [], []],
    [false, [], []],
  ])
})

test('a reason taken after that: everybody who has the file must hear of it, until the next one went there', async () => {
  const decidedBy = 'de vrederechter van het kanton Zonnedorp'
  const magistrate = { by: 'magistrate', authority: 'magistrate', reason: 'Attest', decidedBy } as const
  expectOk(await acceptAfter(deps, { election, assignmentId: absent, ...magistrate }))
  expect(await traces('bureaus.absence-withdrawn')).toEqual([
    { mustHear: 'justice-of-the-peace public-prosecutor' },
  ])
  for (const { added, gone } of (await shown()).route) {
    expect(added).toEqual([expect.stringContaining('Niet meer te vervolgen')])
    expect(gone).toHaveLength(1)
  }
  expectOk(await reportAbsences(deps, { election, bureauId, by: 'clerk' }))
  const second = { version: 2, sentOn: '2030-10-17' } as const
  expectOk(await send(second))
  expect((await shown()).route.map(({ added }) => added.length)).toEqual([0, 1])
  expectOk(await send({ ...second, addressee: 'public-prosecutor' }))
  expect((await shown()).route.map(({ added }) => added.length)).toEqual([0, 0])
  expect(await send({ addressee: 'public-prosecutor' })).toMatchObject({ because: 'already-sent' })
})
