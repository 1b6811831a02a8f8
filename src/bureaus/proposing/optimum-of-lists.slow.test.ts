import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { expectOk } from '../../../test/expect-ok.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import type { MunicipalityId } from '../../platform/ids.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { aLocalElection, bureauDeps } from '../testing.ts'
import { askSeating } from './seating-run.ts'
import { lastSeatingRun } from './seating-run-store.ts'
import { divisionOf } from './seating-seat-store.ts'
import { aTownToSeat, placesAt } from './testing.ts'
import { workSeatings } from './work-seatings.ts'

/**
 * From the lists in the database to who sits where, against every division there is: who is on which list, who lives together and
 * where one votes is read here by other queries, and the best is looked for by trying all.
 */

let database: TestDatabase
let election: Election
let deps: ReturnType<typeof bureauDeps>
const municipalityId = 1 as MunicipalityId
const assessors = [2, 1, 1]
const householdIsWorth = 700

beforeAll(async () => {
  database = await testDatabase()
  deps = bureauDeps(database)
  election = await aLocalElection(database, municipalityId)
  const onListA = [3, 10, 6, 1, 8]
  await aTownToSeat(deps, { database, election, sections: 3, voters: 21, onListA, assessors })
})
afterAll(() => database.close())

const inTown = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(municipalityId), work)

const towns: readonly (readonly (readonly [number, number])[])[] = [
  [
    [0, 0],
    [1500, 0],
    [3000, 0],
  ],
  [
    [0, 0],
    [200, 100],
    [5000, 2500],
  ],
  [
    [900, 900],
    [1000, 900],
    [0, 0],
  ],
]

test.each(towns)('nothing is better: every division of a town of three bureaus', async (...places) => {
  await placesAt(database, election, places)
  const wishes = { household: householdIsWorth }
  expectOk(await askSeating(deps, { election, wishes, keepRest: false, by: 'clerk' }))
  await workSeatings(deps, { municipalityId, signal: new AbortController().signal })
  const run = (await inTown((db) => lastSeatingRun(db, election)))!
  expect(run).toMatchObject({ state: 'done', gap: 0 })
  const found = await foundIn(run.runId)
  const facts = await factsOf()
  expect(found.CHAIR.map(({ person }) => person).toSorted(), 'the first of the roll').toEqual(
    facts.roll.slice(0, 3).toSorted(),
  )
  expect(costOf(found.CHAIR, places, facts)).toBe(
    least(everyDivision(facts.roll.slice(0, 3), [1, 1, 1]), places, facts),
  )
  const [first, second] = [facts.rank(1), facts.rank(2)]
  const ways = choose(second, 4 - first.length).flatMap((more) =>
    everyDivision([...first, ...more], assessors),
  )
  expect(found.ASSESSOR.map(({ person }) => person)).toEqual(expect.arrayContaining([...first]))
  expect(costOf(found.ASSESSOR, places, facts, found.CHAIR)).toBe(least(ways, places, facts, found.CHAIR))
  expect(run.sum!.travel).toBe(metresOf([...found.CHAIR, ...found.ASSESSOR], places, facts))
})

interface Sits {
  readonly person: string
  /** From 1. */
  readonly section: number
}

async function foundIn(runId: Parameters<typeof divisionOf>[2]) {
  const bureaus = await inTown((db) => keptBureaus(db, election))
  const seats = new Map(
    bureaus.flatMap(({ section, seats }) =>
      seats.map((seat) => [seat.seatId, { ...seat, section }] as const),
    ),
  )
  const all = (await inTown((db) => divisionOf(db, election, runId))).map(({ seatId, person }) => ({
    ...{ person: person!, section: seats.get(seatId)!.section!, role: seats.get(seatId)!.role },
  }))
  const of = (role: string): Sits[] => all.filter((one) => one.role === role)
  return { CHAIR: of('CHAIR'), ASSESSOR: of('ASSESSOR') }
}

/** What the lists say, by queries that share nothing with the code. */
async function factsOf() {
  const voters = await inTown((db) =>
    sql<{ person: string; section: number; house: string }>`
      select encode(nrn_index, 'hex') as person, section, list_address->>'houseNumber' as house from voters.voter
      where municipality_id = ${municipalityId}`.execute(db),
  )
  const roll = await inTown((db) =>
    sql<{ person: string }>`
      select encode(p.nrn_index, 'hex') as person from bureaus.listed_person p join bureaus.list_entry e using (municipality_id, election_id, person_id)
      where municipality_id = ${municipalityId} order by e.place`.execute(db),
  )
  const drawn = await inTown((db) =>
    sql<{ person: string; rank: number }>`
      select encode(nrn_index, 'hex') as person, rank from bureaus.drawn_person where municipality_id = ${municipalityId}`.execute(
      db,
    ),
  )
  const known = new Map(voters.rows.map((one) => [one.person, one]))
  return {
    roll: roll.rows.map(({ person }) => person),
    rank: (rank: number) => drawn.rows.filter((one) => one.rank === rank).map(({ person }) => person),
    voter: (person: string) => known.get(person)!,
  }
}
type Facts = Awaited<ReturnType<typeof factsOf>>

function everyDivision(people: readonly string[], seats: readonly number[]): Sits[][] {
  const [person, ...rest] = people
  if (!person) return [[]]
  return seats.flatMap((free, at) =>
    free === 0
      ? []
      : everyDivision(rest, seats.with(at, free - 1)).map((way) => [{ person, section: at + 1 }, ...way]),
  )
}

function choose<T>(all: readonly T[], many: number): T[][] {
  if (many === 0) return [[]]
  return all.flatMap((one, at) => choose(all.slice(at + 1), many - 1).map((rest) => [one, ...rest]))
}

type Places = readonly (readonly [number, number])[]

function least(ways: readonly Sits[][], places: Places, facts: Facts, there: readonly Sits[] = []): number {
  return Math.min(...ways.map((way) => costOf(way, places, facts, there)))
}

function costOf(way: readonly Sits[], places: Places, facts: Facts, there: readonly Sits[] = []): number {
  const together = places.flatMap((_, at) => {
    const houses = (all: readonly Sits[]) =>
      all.filter(({ section }) => section === at + 1).map(({ person }) => facts.voter(person).house)
    const before = houses(there)
    const both = [...before, ...houses(way)]
    return both.length - new Set(both).size - (before.length - new Set(before).size)
  })
  const pairs = together.reduce((sum, one) => sum + one, 0)
  return metresOf(way, places, facts) + pairs * householdIsWorth
}

/** By the law of cosines on a sphere, of the coordinates as the places list has them. */
function metresOf(way: readonly Sits[], places: Places, facts: Facts): number {
  const at = ([east, north]: readonly [number, number]) => ({
    latitude: (Number((51 + north / 111_195).toFixed(6)) * Math.PI) / 180,
    longitude: (Number((4 + east / 69_977).toFixed(6)) * Math.PI) / 180,
  })
  return way.reduce((sum, { person, section }) => {
    const [a, b] = [at(places[facts.voter(person).section - 1]!), at(places[section - 1]!)]
    const cosine =
      Math.sin(a.latitude) * Math.sin(b.latitude) +
      Math.cos(a.latitude) * Math.cos(b.latitude) * Math.cos(a.longitude - b.longitude)
    return sum + Math.round(6_371_000 * Math.acos(Math.min(1, cosine)))
  }, 0)
}
