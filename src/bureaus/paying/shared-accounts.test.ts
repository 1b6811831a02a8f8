import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { AssignmentId } from '../../platform/ids.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, afterPollingDay, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import { listClaims, showClaim } from './claims-overview.ts'
import { exportClaims } from './export-claims.ts'
import { noteClaim } from './note-claim.ts'
import { sharedAccounts } from './shared-accounts.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
let claims: AssignmentId[]
const by = 'clerk'
const [ofTwo, ofOne] = ['BE68539007547034', 'BE71096123456769']

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(12, 3, 2)])
  const [bureau] = await database.inScope(staffOf(firstMunicipality), (db) => keptBureaus(db, election))
  const seats = bureau!.seats.filter(({ role }) => role === 'ASSESSOR')
  claims = []
  for (const [at, iban] of [ofTwo, ofTwo, ofOne].entries()) {
    const [seatId, memberId] = [seats[at]!.seatId, await aMember(deps, election, at + 1)]
    const arrivedAt = new Date('2030-10-13T05:10:00Z')
    claims.push(await afterPollingDay(deps, { election, seatId, memberId, arrivedAt, iban }))
  }
  deps.clock.moveTo('2030-10-15T08:00:00Z')
})
afterAll(() => database.close())

const shared = () =>
  database.inScope(staffOf(firstMunicipality), (db) => sharedAccounts(db, deps.vault, election))

test('two members of one account are found, and one of another is not', async () => {
  const [one, other, alone] = claims as [AssignmentId, AssignmentId, AssignmentId]
  expect(await shared()).toEqual(
    new Map([
      [one, [other]],
      [other, [one]],
    ]),
  )
  const asked = { election, state: 'shared', most: 1, by } as const
  const first = await listClaims(deps, asked)
  const rest = await listClaims(deps, { ...asked, after: first.claims[0]!.assignmentId })
  expect([first.hasMore, rest.hasMore]).toEqual([true, false])
  expect([...first.claims, ...rest.claims].map((claim) => claim.assignmentId)).toEqual([one, other].sort())
  expect((await showClaim(deps, { election, assignmentId: alone, by }))!.sharesAccountWith).toEqual([])
})

test('what the clerk notes counts, and when all are handed over nothing is pointed out', async () => {
  const note = (assignmentId: AssignmentId, iban?: string) =>
    noteClaim(deps, { election, assignmentId, note: { livesHere: true, needed: false, iban }, by })
  const [one, other, alone] = claims as [AssignmentId, AssignmentId, AssignmentId]
  await note(other, ofOne)
  expect((await shared()).get(alone)).toEqual([other])
  expect((await shared()).get(one)).toBeUndefined()
  await note(one)
  await note(alone)
  const payer = { name: 'Provincie Middelland', iban: ofOne }
  expect(await exportClaims(deps, { election, payer, payOn: '2030-11-15', by })).toMatchObject({
    ...{ ok: true, payments: 3 },
  })
  expect(await shared()).toEqual(new Map())
})
