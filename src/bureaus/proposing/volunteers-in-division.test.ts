import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId, VolunteerId } from '../../platform/ids.ts'
import type { NationalNumber } from '../../platform/national-number.ts'
import { testNumber } from '../../voters/testing.ts'
import { selectAssignments } from '../bureau-overview.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, aLocalElection, aPollingBureau, bureauDeps, withSections, withVoters } from '../testing.ts'
import { decideOffer } from '../volunteers/decide-offer.ts'
import { volunteersToSeat } from '../volunteers/next-volunteer.ts'
import { offerAtCounter } from '../volunteers/offer.ts'
import type { VolunteerFunction } from '../volunteers/volunteer.ts'
import { candidatesOfLists } from './candidates-of-lists.ts'
import { askProposals, askSeating } from './seating-run.ts'
import { lastSeatingRun } from './seating-run-store.ts'
import { divisionOf } from './seating-seat-store.ts'
import { aTownToSeat } from './testing.ts'
import { workSeatings } from './work-seatings.ts'

/** Volunteers in a division: after the lists, only where they offered to sit, and kept as volunteers. */

let database: TestDatabase
let deps: ReturnType<typeof bureauDeps>
let municipalityId = 0 as MunicipalityId
let election: Election
const by = 'clerk'

beforeAll(async () => {
  database = await testDatabase()
})
beforeEach(async () => {
  deps = bureauDeps(database)
  municipalityId = (municipalityId + 1) as MunicipalityId
  election = await aLocalElection(database, municipalityId)
})
afterAll(() => database.close())

const inTown = <T>(work: Parameters<typeof database.inScope<T>>[1]) =>
  database.inScope(staffOf(municipalityId), work)

/** Two bureaus with a chair and two assessors, one teacher on list A, and 40 voters of whom list B has the first twelve of each section. */
const town = () =>
  aTownToSeat(deps, { database, election, sections: 2, voters: 40, onListA: [1], assessors: [2, 2] })

/** Voters who are on no list. */
async function elsewhere(): Promise<number[]> {
  const { listA, listB } = await inTown((db) => candidatesOfLists(db, election, deps.vault))
  const listed = new Set([...listA, ...listB].map(({ person }) => person.id))
  return Array.from({ length: 40 }, (_, n) => n).filter((n) => !listed.has(indexOf(n)))
}

async function accepted(n: number, ...functions: VolunteerFunction[]): Promise<VolunteerId> {
  const application = {
    ...{ nationalNumber: testNumber(n) as NationalNumber, lastName: `Peeters ${n}`, firstNames: 'Lotte' },
    ...{ birthDate: '1985-03-27', contact: { phone: '0470112233' }, functions },
    ...{ training: [], satBefore: false },
  }
  const volunteerId = await offerAtCounter(deps, { election, application, language: 'nl', by })
  const decided = await decideOffer(deps, { election, volunteerId, accepts: true, reason: '', by })
  if (!decided.ok) throw new Error(decided.because)
  return volunteerId
}

async function divides() {
  await askSeating(deps, { election, wishes: {}, keepRest: false, by })
  await works()
  const run = (await inTown((db) => lastSeatingRun(db, election)))!
  const roles = new Map(
    (await inTown((db) => keptBureaus(db, election))).flatMap(({ seats }) =>
      seats.map(({ seatId, role }) => [seatId, role] as const),
    ),
  )
  const seats = await inTown((db) => divisionOf(db, election, run.runId))
  return { run, seats: seats.map((seat) => ({ ...seat, role: roles.get(seat.seatId) })) }
}
const works = () => workSeatings(deps, { municipalityId, signal: new AbortController().signal })
const indexOf = (n: number) => deps.vault.index(testNumber(n)).toString('hex')

test('a volunteer takes the chair that list A leaves empty, no seat of list B, and is proposed as a volunteer', async () => {
  await town()
  const [first, second, third] = await elsewhere()
  await accepted(first!, 'POLLING_MEMBER')
  await accepted(second!, 'CHAIR')
  await accepted(third!, 'CHAIR')
  const { run, seats } = await divides()
  const chairs = seats.filter(({ role }) => role === 'CHAIR')
  expect(new Set(chairs.map(({ person }) => person))).toEqual(new Set([indexOf(1), indexOf(second!)]))
  expect(chairs.find(({ list }) => list === 'OTHER')!.because).toContainEqual(
    expect.objectContaining({ code: 'by-offer', position: 2, of: 3 }),
  )
  expect(seats.filter(({ role }) => role === 'ASSESSOR').every(({ list }) => list === 'B')).toBe(true)
  await askProposals(deps, { election, runId: run.runId, by })
  await works()
  expect(await inTown((db) => lastSeatingRun(db, election))).toMatchObject({ proposalRefused: null })
  const origins = await inTown(async (db) => {
    const bureaus = (await keptBureaus(db, election)).map(({ bureauId }) => bureauId)
    return (await selectAssignments(db, election, { bureaus })).map(({ origin }) => origin)
  })
  expect(origins.toSorted()).toEqual(['CATEGORY', 'DRAW', 'DRAW', 'DRAW', 'DRAW', 'VOLUNTEER'])
  const left = await inTown((db) => volunteersToSeat(db, election))
  expect(left.map(({ volunteer }) => volunteer.nrnIndex.toString('hex'))).toEqual(
    [first, third].map((n) => indexOf(n!)),
  )
})

test('nobody who offered is divided while the list that goes first is not made', async () => {
  await withSections(database, election, [1])
  await adopted(deps, election, [aPollingBureau(1)])
  await withVoters(deps, election, 4)
  await accepted(2, 'CHAIR', 'POLLING_MEMBER')
  expect(await inTown((db) => volunteersToSeat(db, election))).toMatchObject([{ offers: [] }])
  const asked = await askSeating(deps, { election, wishes: {}, keepRest: false, by })
  expect(asked).toMatchObject({ because: 'nobody-on-the-lists' })
})

test('who is refused after all stops the proposal, and it is told that volunteers changed', async () => {
  await town()
  const volunteerId = await accepted((await elsewhere())[0]!, 'CHAIR')
  const { run } = await divides()
  await decideOffer(deps, { election, volunteerId, accepts: false, reason: 'kan die dag niet', by })
  await askProposals(deps, { election, runId: run.runId, by })
  await works()
  const ended = await inTown((db) => lastSeatingRun(db, election))
  expect(ended).toMatchObject({ proposed: null, proposalRefused: { changed: ['volunteers'] } })
})
