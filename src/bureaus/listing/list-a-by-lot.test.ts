import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { testNumber } from '../../voters/testing.ts'
import { membersById } from '../assignments/member-store.ts'
import { currentDraw, drawsOf } from '../drawing/draw-store.ts'
import { freezeDraw } from '../drawing/freeze-draw.ts'
import { holdDraw } from '../drawing/hold-draw.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, aFederalElection, aPollingBureau, bureauDeps, withSections } from '../testing.ts'
import { adoptList } from './adopt-list.ts'
import { placesByLot } from './lot-of-list-a-overview.ts'
import { proposeNext } from './propose-next.ts'
import { reopenList } from './reopen-list.ts'
import { aKeeper, aNaming, importNamings, withVoters } from './testing.ts'

/** Where the law draws out of list A too (KWB 95 § 4). */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let municipalityId = 0 as MunicipalityId
let election: Election
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(municipalityId), work)
const freeze = (more: Partial<Parameters<typeof freezeDraw>[1]> = {}) =>
  freezeDraw(deps, {
    ...{ election, staff: aKeeper(election, 'clerk'), publicSource: 'Lotto', dice: 2, twoPeople: true },
    ...{ knownAt: known, ...more },
  })
const hold = () =>
  holdDraw(deps, {
    ...{ election, staff: aKeeper(election, 'registrar'), publicValue: '4 8 15 16 23 42', dice: [3, 6] },
  })
beforeEach(async () => {
  deps = bureauDeps(database, '2029-04-20T08:00:00Z')
  municipalityId = (municipalityId + 1) as MunicipalityId
  election = await aFederalElection(database, municipalityId)
  await withSections(database, election, [1])
  await withVoters(deps, election, 60)
  await importNamings(deps, election, ...[1, 2, 3, 4].map((n) => aNaming(n)))
})
const known = new Date('2029-04-21T18:00:00Z')
const adopt = () =>
  adoptList(deps, { election, kind: 'A', decision: 'CBS 1', decidedOn: '2029-04-20', by: 'clerk' })
const order = () =>
  inScope(async (db) => {
    const draw = (await currentDraw(db, election))!
    return placesByLot(db, election, draw)
  })
const indexOf = (n: number) => deps.vault.index(testNumber(n) as never).toString('hex')

test('it waits until that list is adopted, or until somebody says to go on without', async () => {
  expect(await freeze({ knownAt: known })).toMatchObject({ because: 'list-a-not-adopted' })
  expect(await inScope((db) => drawsOf(db, election))).toEqual([])
  expect(await adopt()).toMatchObject({ ok: true })
  const frozen = await freeze({ knownAt: known })
  expect(frozen).toMatchObject({ ok: true, isListAOpen: false })
})

test('who comes on it later is behind everybody who was drawn, and is proposed after them', async () => {
  await adopt()
  await freeze({ knownAt: known })
  deps.clock.moveTo('2029-04-21T19:00:00Z')
  expect(await hold()).toMatchObject({ ok: true })
  const drawnOrder = await order()
  await reopenList(deps, { election, kind: 'A', reason: 'een school kwam te laat', by: 'clerk' })
  await importNamings(deps, election, ...[5, 6].map((n) => aNaming(n, { source: 'De Eik' })))
  await adopt()
  const now = await order()
  for (const n of [1, 2, 3, 4]) expect(now.get(indexOf(n))).toBe(drawnOrder.get(indexOf(n)))
  expect([5, 6].map((n) => now.get(indexOf(n))!).toSorted()).toEqual([5, 6])
  await adopted(
    deps,
    election,
    [1, 2, 3, 4, 5, 6].map((section) => aPollingBureau(section)),
  )
  const bureaus = await inScope((db) => keptBureaus(db, election))
  const names: string[] = []
  for (const { seats } of bureaus) {
    const { seatId } = seats.find(({ role }) => role === 'CHAIR')!
    const next = await proposeNext(deps, { election, seatId, by: 'clerk', authority: 'municipality' })
    if (!next.ok) throw new Error(next.because)
    const { memberId } = next.assignment
    const members = await inScope((db) => membersById(db, election, [memberId]))
    names.push(members.get(memberId)!.lastName)
  }
  expect(names.slice(0, 4).toSorted()).toEqual([1, 2, 3, 4].map((n) => `Peeters ${n}`))
  expect(names.slice(4).toSorted()).toEqual([5, 6].map((n) => `Peeters ${n}`))
})

test('a draw that was fixed without it leaves nobody stuck: all of it is in an order of its own', async () => {
  const nobody = await freeze({ knownAt: known, withoutListA: true })
  expect(nobody).toMatchObject({ ok: true, isListAOpen: true })
  deps.clock.moveTo('2029-04-21T19:00:00Z')
  await hold()
  await importNamings(deps, election, ...[7, 8].map((n) => aNaming(n, { source: 'De Eik' })))
  expect(await adopt()).toMatchObject({ ok: true })
  const places = [...(await order()).values()].toSorted((one, other) => one - other)
  expect(places).toEqual([1, 2, 3, 4, 5, 6])
})
