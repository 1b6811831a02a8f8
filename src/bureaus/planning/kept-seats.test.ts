import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { adopted, aLocalElection, bureauDeps, withSections } from '../testing.ts'
import { keptBureaus } from './bureau-store.ts'
import { withKeptSeats } from './kept-seats.ts'
import { councilsToAsk, planElection, type TypedForPlan } from './plan-election.ts'
import { wantedBureaus } from './wanted-bureau.ts'

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let election: Election
beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await withSections(database, election, [1, 2, 3])
})
afterAll(() => database.close())

async function planned(typed: Partial<TypedForPlan> = {}) {
  const answer = await planElection(deps, election, { seatsToFill: {}, ...typed })
  if (!answer.ok) throw new Error(answer.because)
  const kept = await database.inScope(staffOf(firstMunicipality), (db) => keptBureaus(db, election))
  return { bare: answer.plan, ...withKeptSeats(answer.plan, kept, election.votingMode) }
}
const seatsOf = (plan: Awaited<ReturnType<typeof planned>>['plan'], wanted: string) =>
  plan.bureaus.find(({ number }) => number === wanted)!.seats

/** LPKD 45: a council of 31 seats is counted by four assessors, one of 8 by two. */
const many = (assessors: number) => ({ CHAIR: 1, SECRETARY: 1, ASSESSOR: assessors, SUBSTITUTE: assessors })

test('without anything kept or typed the seats of counting bureaus are not known', async () => {
  const { plan, kinds } = await planned()
  expect(kinds).toEqual([])
  expect(councilsToAsk(plan)).toEqual(['G', 'P'])
})

test('seats that were adopted are in a plan for which nothing is typed; what is typed is planned', async () => {
  const { bare } = await planned({ seatsToFill: { G: 31 }, mainBureaus: ['MAIN_MUNICIPAL'] })
  await adopted(deps, election, wantedBureaus(bare, 'PAPER'))
  const { plan, kinds } = await planned()
  expect(kinds).toEqual(['G'])
  expect(seatsOf(plan, 'G1')).toEqual(many(4))
  expect(councilsToAsk(plan), 'P was kept without seats').toEqual(['P'])
  const typed = await planned({ seatsToFill: { G: 8, P: 8 } })
  expect(typed.kinds).toEqual([])
  expect([seatsOf(typed.plan, 'G1'), seatsOf(typed.plan, 'P1')]).toEqual([many(2), many(2)])
})

test('a kind that the rules do not have is refused, with those that they have', async () => {
  const typed = (wrong: Partial<TypedForPlan>) => planElection(deps, election, { seatsToFill: {}, ...wrong })
  expect(await typed({ mainBureaus: ['MAIN_CANTON'] })).toMatchObject({
    ...{ because: 'no-such-main-bureau', detail: expect.stringMatching(/^MAIN_CANTON; .*MAIN_MUNICIPAL/) },
  })
  expect(await typed({ seatsToFill: { G: 31, X: 8 } })).toMatchObject({
    ...{ because: 'no-such-council', detail: expect.stringMatching(/^X; there are: .*G.*P/) },
  })
  const { bare } = await planned()
  expect(bare.main, 'the one that was kept is still planned').toMatchObject([{ code: 'MAIN_MUNICIPAL' }])
})
