import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectOk } from '../../../test/expect-ok.ts'
import { assignSeats } from './assign-seats.ts'
import type { BureauToFill, ListedPerson, SoftWishes } from './seating.ts'
import { aBureau, aPerson, aPlace, ofLocal } from './testing.ts'

/**
 * Assessors of small towns, against every division there is: the best is looked for here by another road, which shares
 * nothing with the code but the distances, and those are computed here anew.
 */

const person = fc.record({
  drawRank: fc.integer({ min: 1, max: 9 }),
  east: fc.integer({ min: 0, max: 60 }).map((step) => step * 100),
  north: fc.integer({ min: 0, max: 60 }).map((step) => step * 100),
  elsewhere: fc.integer({ min: 0, max: 5 }).map((roll) => roll === 0),
  candidate: fc.integer({ min: 0, max: 7 }).map((roll) => roll === 0),
  household: fc.constantFrom(undefined, 'oak', 'elm'),
  experienced: fc.boolean(),
})

const town = fc.record({
  seats: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }),
  people: fc.array(person, { minLength: 1, maxLength: 6 }),
  wishes: fc.record({
    experience: fc.constantFrom(0, 700, 5000),
    household: fc.constantFrom(0, 900, 5000),
  }),
})
type Town = typeof town extends fc.Arbitrary<infer T> ? T : never

test('nothing is better: every division of small towns, tried one by one', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(town, async (drawn) => {
      const { bureaus, people } = built(drawn)
      const { assignment } = expectOk(
        await assignSeats({ rules: ofLocal, bureaus, people, wishes: drawn.wishes }),
      )
      const places = new Map(assignment.seated.map(({ seat, person }) => [person, seat.split('-')[0]!]))
      const found = judged(
        bureaus,
        people,
        drawn.wishes,
        people.map(({ id }) => places.get(id)),
      )
      const best = everyDivision(bureaus, people, drawn.wishes)
      expect({ found, gap: assignment.gap }).toEqual({ found: best, gap: 0 })
    }),
    { seed: 20_261_129, numRuns: 250 },
  )
})

function built({ seats, people }: Town): { bureaus: BureauToFill[]; people: ListedPerson[] } {
  return {
    bureaus: seats.map((ASSESSOR, at) =>
      aBureau(String(at + 1), { ASSESSOR }, { place: aPlace(at * 2500, at * 900) }),
    ),
    people: people.map(({ east, north, elsewhere, ...one }, at) =>
      aPerson(`p${at}`, {
        ...one,
        home: aPlace(east, north),
        voterOf: { municipality: elsewhere ? 'maandorp' : 'zonnedorp' },
      }),
    ),
  }
}

/** How many of each draw rank sit, the first rank first, and what it costs. */
interface Judged {
  readonly ranks: readonly number[]
  readonly cost: number
}

function everyDivision(bureaus: BureauToFill[], people: ListedPerson[], wishes: SoftWishes): Judged {
  const ways = people.reduce<(string | undefined)[][]>(
    (before, { candidate, voterOf }) =>
      before.flatMap((way) => {
        const open = candidate || voterOf.municipality !== 'zonnedorp' ? [] : bureaus.map(({ id }) => id)
        return [undefined, ...open]
          .filter(
            (id) => id === undefined || way.filter((other) => other === id).length < seatsOf(bureaus, id),
          )
          .map((id) => [...way, id])
      }),
    [[]],
  )
  return ways.map((way) => judged(bureaus, people, wishes, way)).reduce((a, b) => (isBetter(b, a) ? b : a))
}

function seatsOf(bureaus: BureauToFill[], id: string): number {
  return bureaus.find((bureau) => bureau.id === id)!.seats.length
}

function isBetter(a: Judged, b: Judged): boolean {
  const at = a.ranks.findIndex((seated, rank) => seated !== b.ranks[rank])
  return at === -1 ? a.cost < b.cost : a.ranks[at]! > b.ranks[at]!
}

function judged(
  bureaus: BureauToFill[],
  people: ListedPerson[],
  { experience = 0, household = 0 }: SoftWishes,
  way: (string | undefined)[],
): Judged {
  const sitting = people.flatMap((one, at) => (way[at] ? [{ ...one, bureau: way[at] }] : []))
  let cost = 0
  for (const { home, bureau } of sitting)
    cost += metres(home!, bureaus.find(({ id }) => id === bureau)!.place!)
  for (const { id } of bureaus) {
    const here = sitting.filter(({ bureau }) => bureau === id)
    if (!here.some(({ experienced }) => experienced)) cost += experience
    for (const name of ['oak', 'elm'])
      cost += household * Math.max(0, here.filter((one) => one.household === name).length - 1)
  }
  const ranks = Array.from(
    { length: 9 },
    (_, at) => sitting.filter(({ drawRank }) => drawRank === at + 1).length,
  )
  return { ranks, cost }
}

/** By the law of cosines on a sphere, where the code uses the haversine. */
function metres(
  a: { latitude: number; longitude: number },
  b: { latitude: number; longitude: number },
): number {
  const [p, q, l] = [a.latitude, b.latitude, b.longitude - a.longitude].map(
    (degrees) => (degrees * Math.PI) / 180,
  )
  const cosine = Math.sin(p!) * Math.sin(q!) + Math.cos(p!) * Math.cos(q!) * Math.cos(l!)
  return Math.round(6_371_000 * Math.acos(Math.min(1, cosine)))
}
