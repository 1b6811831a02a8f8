import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { aRow, testNumber } from '../../voters/testing.ts'
import { proposeMember } from '../assignments/propose-member.ts'
import { bureauCounts } from '../bureau-overview.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { proposalsOf } from '../proposals-overview.ts'
import { showBureau } from '../show-bureau.ts'
import { aLocalElection, aMember, aTownToSeat, bureauDeps, candidatesAre } from '../testing.ts'
import { readCandidates } from './candidates-file.ts'
import { proposeSeating } from './propose-seating.ts'

let database: TestDatabase
const municipalityId = 1 as MunicipalityId
const by = 'test'

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const rules = { allowTestNumbers: true, today: new Date('2030-08-20') }
const aCandidate = (n: number, but: object = {}) => ({
  ...{ nationalNumber: testNumber(n), lastName: lastNameOf(n), ...but },
})
const lastNameOf = (n: number) => aRow(n).last_name!

async function read(...people: readonly object[]) {
  const answer = readCandidates(people, rules)
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults))
  return answer.candidates
}

test('a file of who the lists have fills what is free, hand changes stay, and each proposal says why', async () => {
  const deps = bureauDeps(database)
  const election = await aLocalElection(database, municipalityId)
  const town = { database, election, sections: 2, voters: 40, onListA: [30, 31] }
  await aTownToSeat(deps, { ...town, assessors: [2, 2], substitutes: 1 })
  const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(municipalityId), work)
  const kept = await inTown((db) => keptBureaus(db, election))
  const memberId = await aMember(deps, election, 39)
  const seatId = kept[0]!.seats[0]!.seatId
  const byHand = { election, seatId, memberId, origin: 'OTHER', by, authority: 'municipality' } as const
  expect((await proposeMember(deps, byHand)).ok).toBe(true)

  const everybody = Array.from({ length: 38 }, (_, n) => aCandidate(n))
  const facts = { election, candidates: await read(...everybody), by }
  const filled = async () =>
    [...(await inTown((db) => bureauCounts(db, election))).values()].reduce((sum, one) => sum + one.filled, 0)
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
  const proposals = (await proposalsOf(deps, { election, most: 100, by })).proposals
  const origins = Map.groupBy(proposals, ({ assignment }) => assignment.origin)
  expect([origins.get('CATEGORY')?.length, origins.get('DRAW')?.length]).toEqual([1, 6])
  expect(await proposeSeating(deps, facts), 'nobody is seated twice').toMatchObject({ seated: [] })
})

describe('who the lists have otherwise is told by place, and nothing is proposed', () => {
  const municipality = 2 as MunicipalityId
  let deps: ReturnType<typeof bureauDeps>
  let election: Election
  beforeAll(async () => {
    deps = bureauDeps(database)
    election = await aLocalElection(database, municipality)
    const town = { database, election, sections: 1, voters: 20, onListA: [3] }
    await aTownToSeat(deps, { ...town, assessors: [2] })
    await candidatesAre(deps, election, 5)
  })

  test.each<[string, object, string]>([
    ['a candidate', aCandidate(5), '0.nationalNumber'],
    ['another name', aCandidate(6, { lastName: 'Iemand anders' }), '0.lastName'],
    ['who is not on list A', aCandidate(6, { list: 'A' }), '0.list'],
    ['who was not drawn, for it is on list A', aCandidate(3, { list: 'B' }), '0.list'],
    ['another category', aCandidate(3, { category: 'lawyers' }), '0.category'],
    ['another place on the roll', aCandidate(3, { order: 9 }), '0.order'],
    ['another rank', aCandidate(6, { list: 'B', drawRank: 999 }), '0.drawRank'],
    ['another section', aCandidate(6, { section: 7 }), '0.section'],
    ['no Belgian', aCandidate(6, { belgian: false }), '0.belgian'],
    ['nobody that a list knows, with nothing said', aCandidate(77), '0.birthDate'],
  ])('%s', async (_, person, path) => {
    const candidates = await read(person)
    const answer = await proposeSeating(deps, { election, candidates, by })
    expect(answer).toMatchObject({ ok: false, because: 'not-valid' })
    expect('faults' in answer && answer.faults[0]!.path).toBe(path)
    expect(JSON.stringify(answer)).not.toContain(testNumber(6))
  })

  test('who votes elsewhere is taken with an address, and who signs is told', async () => {
    const address = { street: 'Dorp', houseNumber: '1', postcode: '9000', city: 'Gent' }
    const elsewhere = aCandidate(78, { birthDate: '1980-05-17', belgian: true, lastName: 'Maes', address })
    const [chair] = await database.inScope(staffOf(municipality), (db) => keptBureaus(db, election))
    expect(chair!.seats.length).toBeGreaterThan(0)
    const candidates = await read(elsewhere)
    const answer = await proposeSeating(deps, { election, candidates, by, isPreview: true })
    expect(answer.ok, 'a seat for voters of the municipality is not filled').toBe(true)
    expect(answer).toMatchObject({ seated: [] })
  })

  test('who comes before their turn is proposed, and who signs is told', async () => {
    const { rows } = await database.inScope(staffOf(municipality), (db) =>
      sql<{ number: number }>`
        select v.list_number as number from bureaus.drawn_person d
        join voters.voter v on v.nrn_index = d.nrn_index and v.election_id = d.election_id
          and v.municipality_id = d.municipality_id
        where d.rank > 8 and v.list_number <> 6 and d.municipality_id = ${municipality} order by d.rank limit 2`.execute(
        db,
      ),
    )
    const late = rows.map(({ number }) => aCandidate(number - 1))
    expect(await proposeSeating(deps, { election, candidates: await read(...late), by })).toMatchObject({
      ok: true,
    })
    const proposals = (await proposalsOf(deps, { election, most: 100, by })).proposals
    expect(proposals.map(({ remarks }) => remarks)).toEqual(proposals.map(() => ['not-next']))
    expect(proposals.length).toBeGreaterThan(0)
  })
})

test('a file with faults is told by place, without quoting a number', () => {
  const read = readCandidates([aCandidate(1), aCandidate(1), aCandidate(2, { nationalNumber: '123' })], rules)
  expect(read).toMatchObject({ faults: [{ path: '1.nationalNumber' }, { path: '2.nationalNumber' }] })
  expect(JSON.stringify(read)).not.toContain('123')
})
