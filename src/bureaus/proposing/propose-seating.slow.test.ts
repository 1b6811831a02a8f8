import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { testNumber } from '../../voters/testing.ts'
import { proposeMember } from '../assignments/propose-member.ts'
import { bureauCounts } from '../bureau-overview.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { showBureau } from '../show-bureau.ts'
import { adopted, aLocalElection, aMember, aPollingBureau, bureauDeps, withSections } from '../testing.ts'
import { readCandidates } from './candidates-file.ts'
import { proposeSeating } from './propose-seating.ts'

let database: TestDatabase
const municipalityId = 1 as MunicipalityId
const by = 'test'

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const aCandidate = (n: number, but: object = {}) => ({
  ...{ nationalNumber: testNumber(n), lastName: `Peeters ${n}`, birthDate: '1980-05-17', belgian: true },
  ...{ list: 'B', drawRank: n, section: 1 + (n % 2) },
  ...but,
})
const rules = { allowTestNumbers: true, today: new Date('2030-08-20') }

test('a list fills what is free, hand changes stay, and each proposal says why', async () => {
  const deps = bureauDeps(database)
  const election = await aLocalElection(database, municipalityId)
  await withSections(database, election, [1, 2])
  await adopted(deps, election, [aPollingBureau(1, 2, 1), aPollingBureau(2, 2, 1)])
  const kept = await database.inScope(staffOf(municipalityId), (db) => keptBureaus(db, election))
  const memberId = await aMember(deps, election, 1)
  const seatId = kept[0]!.seats[0]!.seatId
  const byHand = { election, seatId, memberId, origin: 'OTHER', by, authority: 'municipality' } as const
  expect((await proposeMember(deps, byHand)).ok).toBe(true)

  const onListA = { list: 'A', category: 'teachers', order: 1 }
  const read = readCandidates(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => aCandidate(n, n === 9 ? onListA : {})),
    rules,
  )
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const facts = { election, candidates: read.candidates, by }
  const filled = async () =>
    [
      ...(await database.inScope(staffOf(municipalityId), (db) => bureauCounts(db, election))).values(),
    ].reduce((sum, one) => sum + one.filled, 0)
  const preview = await proposeSeating(deps, { ...facts, isPreview: true })
  expect(preview).toMatchObject({ ok: true, gap: 0 })
  expect(await filled(), 'a preview writes nothing').toBe(1)
  const proposed = await proposeSeating(deps, facts)
  expect(proposed).toEqual(preview)
  if (!proposed.ok) return
  expect(proposed.seated.length).toBe(7)
  expect(await filled()).toBe(8)
  const shown = await showBureau(deps, { election, number: '1', by })
  if (!shown.ok) throw new Error(shown.because)
  expect(shown.seats[0]!.people[0]!.member.memberId, 'by hand').toBe(memberId)
  expect(await proposeSeating(deps, facts), 'nobody is seated twice').toMatchObject({ seated: [] })
})

test('a file with faults is told by place, without quoting a number', () => {
  const read = readCandidates([aCandidate(1), aCandidate(1), aCandidate(2, { nationalNumber: '123' })], rules)
  expect(read).toMatchObject({ faults: [{ path: '1.nationalNumber' }, { path: '2.nationalNumber' }] })
  expect(JSON.stringify(read)).not.toContain('123')
})
