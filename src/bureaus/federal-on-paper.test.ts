import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { addElection, type Election } from '../elections/index.ts'
import { keepMunicipality } from '../municipalities/testing.ts'
import type { Db } from '../platform/db/database.ts'
import { staffOf } from '../platform/db/scope.ts'
import type { AssignmentId } from '../platform/ids.ts'
import { testTypesetter } from '../platform/pdf/testing.ts'
import { testNumber, testVault } from '../voters/testing.ts'
import { answerCall } from './answering/answer-call.ts'
import { myCalls } from './answering/my-calls-overview.ts'
import { checkIn } from './assignments/check-in.ts'
import { confirm } from './assignments/confirm.ts'
import { designate } from './assignments/designate.ts'
import { noteDelivered } from './assignments/note-delivered.ts'
import type { SeatRole } from './bureau-rules.ts'
import { convoke } from './convoking/convoke.ts'
import { memberLetterView } from './convoking/member-letter.ts'
import { lettersOf } from './convoking/member-letter-store.ts'
import { loadBureauRules } from './load-bureau-rules.ts'
import { showClaim } from './paying/claims-overview.ts'
import { noteClaim } from './paying/note-claim.ts'
import { adoptPlan } from './planning/adopt-plan.ts'
import { keptBureaus } from './planning/bureau-store.ts'
import { placeBureau, placeElsewhere } from './planning/place-bureau.ts'
import { planElection, type TypedForPlan } from './planning/plan-election.ts'
import { wantedBureaus } from './planning/wanted-bureau.ts'
import { aMember, aProposal, bureauDeps, withSections } from './testing.ts'

/** A federal election on paper, from the plan with its counting bureaus at the capital of the canton to what their members are owed. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps> & { typesetter: typeof testTypesetter; portalUrl: string }
let election: Election
const authority = 'de voorzitter van het kantonhoofdbureau'
const capital = { street: 'Marktplein', houseNumber: '1', postcode: '9997', city: 'Maandorp' }
const people = new Map<string, AssignmentId>()

beforeAll(async () => {
  database = await testDatabase()
  const now = bureauDeps(database, '2029-05-20T08:00:00Z')
  deps = { ...now, typesetter: testTypesetter, portalUrl: 'https://kiesloket.example' }
  await keepMunicipality(database, firstMunicipality)
  const added = await addElection(deps, {
    ...{ municipalityId: firstMunicipality, by: 'test' },
    document: {
      ...{ code: 'juni-2029', name: 'Verkiezingen van 10 juni 2029', rulesetId: 'kwb-2029' },
      ...{ pollingDay: '2029-06-10', votingMode: 'PAPER' },
    },
  })
  if (!added.ok) throw new Error(JSON.stringify(added))
  election = added.election
  await withSections(database, election, [1, 2, 3, 4])
})
afterAll(() => database.close())

const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)
const kept = () => inTown((db) => keptBureaus(db, election))

async function adopts(typed: Partial<TypedForPlan> = {}) {
  const planned = await planElection(deps, election, { seatsToFill: {}, ...typed })
  if (!planned.ok) throw new Error(planned.because)
  const wanted = wantedBureaus(planned.plan, election.votingMode)
  return adoptPlan(deps, { election, wanted, by: 'clerk' })
}

async function sits(number: string, role: SeatRole, n: number): Promise<AssignmentId> {
  const bureau = (await kept()).find((one) => one.number === number)!
  const { seatId } = bureau.seats.find((seat) => seat.role === role && !seat.isTaken)!
  const assignmentId = await aProposal(deps, { election, seatId, memberId: await aMember(deps, election, n) })
  const signed = await designate(deps, { election, assignmentId, by: 'judge', authority: 'magistrate' })
  expect(signed).toMatchObject({ ok: true })
  people.set(`${number} ${role}`, assignmentId)
  return assignmentId
}

const letterTo = async (who: string) =>
  (await inTown((db) => lettersOf(db, election, [people.get(who)!])))[0]!

test('the plan has polling bureaus, counting bureaus of each type and the main bureau of the canton', async () => {
  expect(await adopts({ firstNumber: 17, firstCounting: 7, mainBureaus: ['MAIN_CANTON'] })).toMatchObject({
    ok: true,
  })
  const bureaus = await kept()
  expect(bureaus.map(({ number, counts }) => (counts ? `${number}: ${counts.join(' ')}` : number))).toEqual([
    ...['17', '18', '19', '20'],
    ...['A7: 1 2', 'A8: 3 4', 'B7: 1 2', 'B8: 3 4', 'C7: 1 2', 'C8: 3 4'],
    'HK',
  ])
  expect(bureaus.map(({ seats }) => seats.length)).toEqual(Array(11).fill(10))
})

test('a main bureau or council that the Electoral Code does not know is refused, and nothing goes', async () => {
  const refusal = async (typed: Partial<TypedForPlan>) =>
    planElection(deps, election, { seatsToFill: {}, ...typed })
  const known = loadBureauRules(election.ruleset).mainBureaus.map(({ key }) => key)
  expect(known).toContain('MAIN_CANTON')
  expect(await refusal({ mainBureaus: ['MAIN_CANTON', 'MAIN_MUNICIPAL'] })).toEqual({
    ...{ ok: false, because: 'no-such-main-bureau' },
    detail: `MAIN_MUNICIPAL; there are: ${known.join(', ')}.`,
  })
  expect(await refusal({ seatsToFill: { A: 31 } }), 'its seats follow from no council').toEqual({
    ...{ ok: false, because: 'no-such-council' },
    detail: 'A; there are none.',
  })
  expect(await adopts()).toMatchObject({ ok: true, difference: { dropped: [] } })
})

test('a plan of later keeps the numbers of the canton, and another number moves people along with their bureau', async () => {
  await sits('A7', 'CHAIR', 1)
  await sits('A8', 'ASSESSOR', 2)
  const before = await kept()
  expect(await adopts()).toMatchObject({ ok: true, difference: { added: [], changed: [], dropped: [] } })
  const moved = await adopts({ firstNumber: 22, firstCounting: 8 })
  expect(moved).toMatchObject({ ok: true, difference: { added: [], dropped: [], lost: [] } })
  const after = await kept()
  expect(after.map(({ number }) => number)).toEqual([
    ...['22', '23', '24', '25', 'A8', 'A9', 'B8', 'B9', 'C8', 'C9', 'HK'],
  ])
  const idOf = (bureaus: typeof after, number: string) =>
    bureaus.find((one) => one.number === number)!.bureauId
  expect(idOf(after, 'A8')).toBe(idOf(before, 'A7'))
  expect(idOf(after, 'A9')).toBe(idOf(before, 'A8'))
  people.set('A8 CHAIR', people.get('A7 CHAIR')!).set('A9 ASSESSOR', people.get('A8 ASSESSOR')!)
})

test('nobody is called to a counting bureau of which no place is known; one elsewhere is named with its address', async () => {
  await sits('22', 'CHAIR', 3)
  const call = () => convoke(deps, { election, authority, by: 'clerk' })
  expect(await call()).toMatchObject({
    called: 1,
    notCalled: [{ because: 'no-place' }, { because: 'no-place' }],
  })
  const where = { election, place: 'Cultuurhuis', address: capital, by: 'clerk' }
  expect(await placeElsewhere(deps, { ...where, number: '22' })).toMatchObject({ because: 'no-such-bureau' })
  const withNumber = { ...where, place: 'Zaal 85.61.01-001.47', number: 'A8' }
  expect(await placeElsewhere(deps, withNumber)).toMatchObject({ because: 'number-in-text' })
  for (const number of ['A8', 'A9'])
    expect(await placeElsewhere(deps, { ...where, number })).toEqual({ ok: true })
  expect(await call()).toMatchObject({ called: 2, notCalled: [] })
  const { facts } = await letterTo('A8 CHAIR')
  expect(facts).toMatchObject({
    ...{ regime: 'KWB', kind: 'COUNTING', role: 'CHAIR', bureau: 'Telbureau A8', fee: '40 euro' },
    where: { place: 'Cultuurhuis', address: capital, meetingTime: '15:00' },
  })
  expect((await letterTo('A9 ASSESSOR')).facts.fee).toBe('25 euro')
  expect(memberLetterView(facts).title).toContain('voorzitter van een telbureau')
  expect((await letterTo('22 CHAIR')).facts.where?.place).toBe('De Linde')
  const mine = await database.inScope({ person: testVault.index(testNumber(1) as never) }, (db) =>
    myCalls(db, testVault.index(testNumber(1) as never)),
  )
  expect(mine[0]).toMatchObject({
    place: { name: 'Cultuurhuis', addressLines: ['Marktplein 1', '9997 Maandorp'] },
  })
})

test('the same plan again leaves them there, and a building of the own list takes the address away', async () => {
  expect(await adopts()).toMatchObject({ ok: true, difference: { changed: [] } })
  const at = async () => (await kept()).find(({ number }) => number === 'A9')!
  expect((await at()).placeAddress).toEqual(capital)
  await placeBureau(deps, { election, number: 'A9', placeCode: 'school', by: 'clerk' })
  const now = await at()
  expect(now).toMatchObject({ place: 'De Linde', placeCode: 'school' })
  expect(now).not.toHaveProperty('placeAddress')
})

test.each([
  ['A8 CHAIR', 40_00],
  ['A9 ASSESSOR', 25_00],
])('who counted is owed by the State as its page of 2024 says: %s %d cents', async (who, fee) => {
  const step = { election, assignmentId: people.get(who)! }
  await noteDelivered(deps, { ...step, by: 'clerk', authority: 'municipality' })
  await answerCall(deps, { ...step, contact: { phone: '+32470000000' }, by: 'citizen', authority: 'person' })
  await confirm(deps, { ...step, by: 'clerk', authority: 'municipality' })
  const before = deps.clock.now()
  deps.clock.moveTo('2029-06-10T20:00:00Z')
  const arrivedAt = new Date('2029-06-10T12:50:00Z')
  const came = await checkIn(deps, { ...step, arrivedAt, by: 'chair', authority: 'chair' })
  expect(came).toMatchObject({ ok: true })
  deps.clock.moveTo(before.toISOString())
  await noteClaim(deps, {
    ...step,
    note: { needed: false, livesHere: true, iban: 'BE68539007547034' },
    by: 'clerk',
  })
  const shown = await showClaim(deps, { ...step, by: 'clerk' })
  expect(shown!.claim).toMatchObject({ fee, travel: 0 })
})
