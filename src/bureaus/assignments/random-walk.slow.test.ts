import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import type { Election } from '../../elections/index.ts'
import type { Db } from '../../platform/db/database.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { canonicalJson } from '../../platform/hash.ts'
import type { AssignmentId, MemberId, SeatId } from '../../platform/ids.ts'
import { keptBureaus } from '../planning/bureau-store.ts'
import { adopted, aLocalElection, aMember, aPollingBureau, bureauDeps } from '../testing.ts'
import { appointOnTheSpot } from './appoint-on-the-spot.ts'
import type { SeatedAssignment } from './assignment.ts'
import { timelineOf } from './assignment-store.ts'
import { type Axes, isLive } from './axes.ts'
import { proposeMember } from './propose-member.ts'
import { afterStep, allTransitions, reachableFrom, runStep } from './testing.ts'
import { authorities, type Opening, openings, ruleOf, type Transition } from './transitions.ts'

/**
 * Some workers at once take any step of any assignment, in order and out of it. Whatever they did, what the database holds
 * afterwards is allowed, and its timeline tells how it came about. `WALK_SEED` and `WALK_STEPS` walk otherwise.
 */

const seed = Number(process.env.WALK_SEED ?? 20_301_013)
const stepsOfWorker = Number(process.env.WALK_STEPS ?? 100)
const workers = 5
/** While people are called, after the time for excuses, at the opening of polling day, later that day, and after it. */
const moments = [
  ...['2030-08-20T08:00:00Z', '2030-08-25T08:00:00Z', '2030-09-10T08:00:00Z'],
  ...['2030-10-13T05:20:00Z', '2030-10-13T06:30:00Z', '2030-10-20T08:00:00Z'],
]

let database: TestDatabase
let election: Election
let seats: readonly SeatId[]
const members: MemberId[] = []
/** As a worker saw them last: others may have gone on since. */
const seen = new Map<AssignmentId, SeatedAssignment>()
const taken = new Set<string>()
const refusals = new Set<string>()

const inScope = <T>(work: (db: Db) => Promise<T>) => database.inScope(staffOf(firstMunicipality), work)

beforeAll(async () => {
  database = await testDatabase()
  const deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await adopted(
    deps,
    election,
    [1, 2, 3, 4, 5, 6].map((section) => aPollingBureau(section)),
  )
  const kept = await inScope((db) => keptBureaus(db, election))
  seats = kept.flatMap((bureau) => bureau.seats.map(({ seatId }) => seatId))
  for (let n = 1; n <= 24; n++) members.push(await aMember(deps, election, n))
})
afterAll(() => database.close())

/** The same numbers for the same seed (a linear congruential generator, of Numerical Recipes). */
function chance(start: number) {
  let state = start >>> 0
  const below = (bound: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  return { below, oneOf: <T>(all: readonly T[]): T => all[below(all.length)]! }
}

async function walk(worker: number, moment: number): Promise<void> {
  const dice = chance(seed + worker * 1009 + moment)
  const deps = bureauDeps(database, moments[moment])
  // The opening is short, so that some are still to come later that day.
  const steps = moment === 3 ? stepsOfWorker / 5 : stepsOfWorker
  for (let step = 0; step < steps; step++) {
    const act = { election, by: `worker ${worker}`, reason: 'by chance' }
    if (seen.size === 0 || dice.below(moment === 0 ? 4 : 12) === 0) {
      const who = { ...act, seatId: dice.oneOf(seats), memberId: dice.oneOf(members) }
      const onTheSpot = moment >= 3 && dice.below(2) === 0
      note(
        onTheSpot
          ? await appointOnTheSpot(deps, { ...who, authority: 'chair' })
          : await proposeMember(deps, { ...who, authority: 'municipality', origin: 'VOLUNTEER' }),
      )
    } else {
      const { assignmentId, transition } = nextStep(dice)
      const authority = dice.below(10) === 0 ? dice.oneOf(authorities) : dice.oneOf(ruleOf(transition).by)
      const where = { assignmentId, toSeat: dice.oneOf(seats) }
      note(await runStep(transition, deps, { ...act, authority, ...where }))
    }
  }
}

/** Mostly a step that was possible when it was last seen, and seldom one that ends it; now and then any. */
function nextStep({ below, oneOf }: ReturnType<typeof chance>) {
  const all = [...seen.values()]
  const live = all.filter(({ axes }) => isLive(axes))
  const { assignmentId, axes } = oneOf(below(8) === 0 || live.length === 0 ? all : live)
  const possible = allTransitions.filter((transition) => afterStep(axes, transition))
  const rarely = ['withdraw', 'grant', 'revoke', 'move']
  const goingOn = possible.filter((transition) => !rarely.includes(transition))
  const chosen = below(8) === 0 ? allTransitions : below(8) === 0 || goingOn.length === 0 ? possible : goingOn
  return { assignmentId, transition: oneOf(chosen.length > 0 ? chosen : allTransitions) }
}

function note(answer: Awaited<ReturnType<typeof runStep>>): void {
  if (answer.ok) seen.set(answer.assignment.assignmentId, answer.assignment)
  else refusals.add(answer.because)
}

test('five workers walk at once, and nothing breaks', async () => {
  for (const moment of moments.keys())
    await Promise.all(Array.from({ length: workers }, (_, worker) => walk(worker, moment)))
  const { rows } = await inScope((db) =>
    sql<{ transition: string }>`select distinct transition from bureaus.assignment_event`.execute(db),
  )
  for (const { transition } of rows) taken.add(transition)
  expect(taken.size, 'it was no walk on the spot').toBeGreaterThan(20)
  expect([...refusals]).toEqual(
    expect.arrayContaining(['not-in-this-state', 'not-in-your-power', 'seat-taken', 'person-has-seat']),
  )
})

test('no seat has two people, and nobody has two seats', async () => {
  const { rows } = await inScope((db) =>
    sql<{ seat_id: string; member_id: string; out: boolean }>`
      select seat_id, member_id, attendance in ('ABSENT', 'DISMISSED', 'LEFT') as out from bureaus.assignment
      where designation in ('PROPOSED', 'DESIGNATED')`.execute(db),
  )
  expect(rows.length).toBeGreaterThan(5)
  const inSeats = rows.filter(({ out }) => !out).map(({ seat_id }) => seat_id)
  const people = rows.map(({ member_id }) => member_id)
  expect(new Set(inSeats).size).toBe(inSeats.length)
  expect(new Set(people).size).toBe(people.length)
})

test('every place that was come to is one that the rules lead to, by the very steps that were written down', async () => {
  const reachable = reachableFrom(Object.keys(openings) as Opening[])
  const { rows } = await inScope((db) =>
    sql<Axes & { id: AssignmentId; version: number }>`
      select assignment_id as id, version, designation, delivery, reply, confirmed, attendance, payment, sanction
      from bureaus.assignment`.execute(db),
  )
  expect(rows).toHaveLength(seen.size)
  const halls = new Set<string>()
  for (const { id, version, ...axes } of rows) {
    expect(reachable.has(canonicalJson(axes)), `${id} stands at ${JSON.stringify(axes)}`).toBe(true)
    halls.add(canonicalJson(axes))
    const timeline = await inScope((db) => timelineOf(db, election, id))
    expect(timeline.map((event) => event.version)).toEqual(Array.from({ length: version }, (_, at) => at + 1))
    expect(timeline.at(-1)!.axes).toEqual(axes)
    for (const [at, { transition, axes: after }] of timeline.entries())
      if (at > 0)
        expect(after, transition).toEqual(afterStep(timeline[at - 1]!.axes, transition as Transition))
  }
  expect(halls.size).toBeGreaterThan(12)
})
