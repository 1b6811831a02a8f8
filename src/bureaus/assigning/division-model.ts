import type { Highs, Model } from 'highs'
import type { Division } from './division.ts'
import { addColumns, addRows, type Bounds, emptyModel } from './linear-model.ts'

/** One person in one place. */
export interface Pair {
  readonly person: number
  readonly place: number
}

/** A division as a linear model that has a column only for the pairs that were asked for so far. */
export interface DivisionModel {
  readonly model: Model
  /** The pair of a column; the other columns are what a circle has too few or too many. */
  readonly pairs: ReadonlyMap<number, Pair>
  readonly has: (pair: Pair) => boolean
  readonly add: (asked: readonly Pair[]) => void
  /** What a person in each place would change of the sum, at the prices that the solver found for the rows. */
  readonly reducedCosts: (person: number, prices: Float64Array) => Float64Array
}

/** A row for each person, place and group, then one for each circle in a place. */
export function divisionModel(highs: Highs, division: Division): DivisionModel {
  const { cost, capacity, circles } = division
  const model = emptyModel(highs)
  const pairs = new Map<number, Pair>()
  const asked = new Set<number>()
  const circleRows = circles.map(() => new Map<number, number>())
  const { groupRow, circlesOf } = belongings(division)
  addRows(model, baseRows(division))
  circles.forEach(({ least = [] }, circle) => {
    for (const [place, few] of least.entries()) if (few > 0) addCircleRow(circle, place)
  })
  return { model, pairs, has: (pair) => asked.has(keyOf(pair)), add, reducedCosts }

  function add(pairsAsked: readonly Pair[]): void {
    const fresh = pairsAsked.filter((pair) => !asked.has(keyOf(pair)))
    for (const pair of fresh) {
      asked.add(keyOf(pair))
      // Nobody is too many where no pair was asked for, so the row comes with the first.
      for (const circle of circlesOf[pair.person]!)
        if (circles[circle]!.most && !circleRows[circle]!.has(pair.place)) addCircleRow(circle, pair.place)
    }
    const columns = fresh.map((pair) => ({ cost: costOf(pair), rows: rowsOf(pair), counts: 1 as const }))
    const first = addColumns(model, columns)
    for (const [at, pair] of fresh.entries()) pairs.set(first + at, pair)
  }

  function addCircleRow(circle: number, place: number): void {
    const { least, most, penalty } = circles[circle]!
    const row = addRows(model, [[least?.[place] ?? -highs.infinity, most?.[place] ?? highs.infinity]])
    circleRows[circle]!.set(place, row)
    addColumns(model, [{ cost: penalty, rows: [row], counts: most ? -1 : 1 }])
  }

  function reducedCosts(person: number, prices: Float64Array): Float64Array {
    const own = groupRow[person]!.reduce((sum, row) => sum + prices[row]!, prices[person]!)
    const rest = cost[person]!.map((costs, place) => costs - own - prices[cost.length + place]!)
    for (const circle of circlesOf[person]!)
      for (const [place, row] of circleRows[circle]!) rest[place]! -= prices[row]!
    return rest
  }

  function rowsOf({ person, place }: Pair): number[] {
    const inCircles = circlesOf[person]!.flatMap((circle) => circleRows[circle]!.get(place) ?? [])
    return [person, cost.length + place, ...groupRow[person]!, ...inCircles]
  }

  function costOf({ person, place }: Pair): number {
    return cost[person]![place]!
  }

  function keyOf({ person, place }: Pair): number {
    return person * capacity.length + place
  }
}

function baseRows({ cost, capacity, groups }: Division): Bounds[] {
  const mayBeLeftOut = new Set(groups.flatMap(({ people }) => people))
  return [
    ...cost.map((_, person): Bounds => [mayBeLeftOut.has(person) ? 0 : 1, 1]),
    ...capacity.map((seats): Bounds => [0, seats]),
    ...groups.map(({ seated }): Bounds => [seated, seated]),
  ]
}

function belongings({ cost, capacity, groups, circles }: Division) {
  const groupRow: number[][] = cost.map(() => [])
  for (const [group, { people }] of groups.entries())
    for (const person of people) groupRow[person]!.push(cost.length + capacity.length + group)
  const circlesOf: number[][] = cost.map(() => [])
  for (const [circle, { people }] of circles.entries())
    for (const person of people) circlesOf[person]!.push(circle)
  return { groupRow, circlesOf }
}
