import { Readable } from 'node:stream'
import { type Election, importPlaces } from '../../elections/index.ts'
import type { Database } from '../../platform/db/database.ts'
import { acceptList, closeList, importVoters } from '../../voters/index.ts'
import { aRow, csvOf, sourceOf } from '../../voters/testing.ts'
import { freezeDraw } from '../drawing/freeze-draw.ts'
import { holdDraw } from '../drawing/hold-draw.ts'
import { adoptList } from '../listing/adopt-list.ts'
import { aKeeper, aNaming, importNamings, listDeps } from '../listing/testing.ts'
import { adopted, aPollingBureau } from '../planning/testing.ts'
import type { bureauDeps } from '../testing.ts'

/** Data for tests: a town of which the lists are adopted and drawn, so that people can be divided over its bureaus. */

type Deps = ReturnType<typeof bureauDeps>

/** Each section in a building of its own, so many metres east and north of the church. */
export async function placesAt(
  database: Database,
  election: Election,
  places: readonly (readonly [east: number, north: number])[],
): Promise<void> {
  const header = 'section;room;place_code;place_name;street;house_number;postcode;city;latitude;longitude\n'
  const rows = places.map(([east, north], at) => {
    const point = `${(51 + north / 111_195).toFixed(6)};${(4 + east / 69_977).toFixed(6)}`
    return `${at + 1};Zaal;p${at + 1};Gebouw ${at + 1};Dorpsstraat;${at + 1};9999;Zonnedorp;${point}\n`
  })
  const stream = Readable.from([Buffer.from(header + rows.join(''))])
  const read = await importPlaces({ database }, { election, stream, by: 'test' })
  if (!read.ok) throw new Error(JSON.stringify(read))
}

interface Town {
  readonly database: Database
  readonly election: Election
  readonly sections: number
  readonly voters: number
  /** Teachers, in the order of their roll. */
  readonly onListA: readonly number[]
  readonly assessors: readonly number[]
  readonly substitutes?: number
}

/** Bureaus, voters, list A as the college adopted it, and list B as it was drawn. The clock stands after the draw. */
export async function aTownToSeat(
  deps: Deps,
  { database, election, sections, voters, onListA, assessors, substitutes = 0 }: Town,
): Promise<void> {
  await placesAt(
    database,
    election,
    Array.from({ length: sections }, (_, at) => [at * 1500, 0] as const),
  )
  await adopted(
    deps,
    election,
    assessors.map((many, at) => aPollingBureau(at + 1, many, substitutes)),
  )
  // Two by two they live in the same house.
  const rows = Array.from({ length: voters }, (_, n) =>
    aRow(n, { section: String(1 + (n % sections)), house_number: String(1 + Math.floor(n / 2)) }),
  )
  const by = 'clerk'
  const all = listDeps(deps)
  ok(await importVoters(all, { election, source: sourceOf(csvOf(rows)), by }))
  for (const step of [acceptList, closeList]) ok(await step(deps, { election, by }))
  ok(await importNamings(deps, election, ...onListA.map((n, at) => aNaming(n, { place: String(at + 1) }))))
  ok(await adoptList(deps, { election, kind: 'A', decision: 'CBS 1', decidedOn: '2030-08-19', by }))
  const knownAt = new Date(deps.clock.now().getTime() + 3_600_000)
  const announced = { publicSource: 'Lotto', knownAt, dice: 2, twoPeople: true }
  ok(await freezeDraw(deps, { election, staff: aKeeper(election, 'clerk'), ...announced }))
  deps.clock.moveTo(new Date(knownAt.getTime() + 60_000).toISOString())
  const spoken = { publicValue: '4 8 15 16 23 42', dice: [3, 6] }
  ok(await holdDraw(deps, { election, staff: aKeeper(election, 'registrar'), ...spoken }))
}

function ok(answer: { readonly ok: boolean }): void {
  if (!answer.ok) throw new Error(JSON.stringify(answer))
}
