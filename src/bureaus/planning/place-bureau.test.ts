import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { adopted, aLocalElection, aPollingBureau, bureauDeps, placesAt } from '../testing.ts'
import { keptBureaus } from './bureau-store.ts'
import { placeBureau } from './place-bureau.ts'
import { planCsv, readPlanCsv } from './plan-file.ts'
import { planGround } from './plan-law.ts'
import type { WantedBureau } from './wanted-bureau.ts'

let database: TestDatabase
let election: Election
const municipalityId = 1 as MunicipalityId
const counting: WantedBureau = {
  ...{ kind: 'COUNTING', code: 'G', number: 'G1', votingMode: 'PAPER', counts: [1, 2] },
  seats: { CHAIR: 1 },
}

beforeAll(async () => {
  database = await testDatabase()
  election = await aLocalElection(database, municipalityId)
  await placesAt(database, election, [
    [0, 0],
    [2000, 0],
  ])
  await adopted(bureauDeps(database), election, [aPollingBureau(1), aPollingBureau(2), counting])
})
afterAll(() => database.close())

const keptNow = () => database.inScope(staffOf(municipalityId), (db) => keptBureaus(db, election))
const places = (number: string, placeCode: string) =>
  placeBureau({ database }, { election, number, placeCode, by: 'clerk' })

test('a counting bureau has a building of the places list, and keeps it when the plan is adopted again', async () => {
  expect(await places('G1', 'p2')).toEqual({ ok: true })
  const again = { ...counting, room: 'Zaal 3' }
  await adopted(bureauDeps(database), election, [aPollingBureau(1), aPollingBureau(2), again])
  expect((await keptNow()).find(({ number }) => number === 'G1')).toMatchObject({
    ...{ placeCode: 'p2', place: 'Gebouw 2', room: 'Zaal 3' },
  })
})

const ground = async () => {
  const { placeCodes } = await database.inScope(staffOf(municipalityId), (db) => planGround(db, election))
  return { placeCodes }
}

test('the file of the bureaus holds it and reads it back', async () => {
  const file = planCsv(await keptNow())
  expect(file).toContain('place_code')
  const read = await readPlanCsv(Readable.from([Buffer.from(file)]), await ground())
  if (!read.ok) throw new Error(JSON.stringify(read))
  expect(read.wanted.find(({ number }) => number === 'G1')?.placeCode).toBe('p2')
  const ofPolling = file.replace('Gebouw 1;', 'Gebouw 1;p1')
  expect(await readPlanCsv(Readable.from([Buffer.from(ofPolling)]), await ground())).toMatchObject({
    ok: false,
  })
  const elsewhere = file.replace(';p2;', ';p9;')
  expect(await readPlanCsv(Readable.from([Buffer.from(elsewhere)]), await ground())).toMatchObject({
    faults: [{ row: 4, column: 'place_code', code: 'no-such-place' }],
  })
})

test.each([
  ['1', 'p1', 'no-such-bureau'],
  ['G9', 'p1', 'no-such-bureau'],
  ['G1', 'p9', 'no-such-place'],
])('of bureau %s in building %s: %s', async (number, placeCode, because) => {
  expect(await places(number, placeCode)).toMatchObject({ ok: false, because })
})
