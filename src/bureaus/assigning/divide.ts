import type { Highs, Model } from 'highs'
import type { Divided, Division } from './division.ts'
import { type DivisionModel, divisionModel, type Pair } from './division-model.ts'
import { tolerance } from './linear-model.ts'

/** Places for which each person is asked at first, and more in each round. */
const atFirst = 10
const inRound = 5
/** Branches that are looked at before the best so far is taken: a number, since a time would give another answer each time. */
const mostBranches = 1000

/**
 * The cheapest division. Only near pairs are in the model at first; the prices that the solver finds tell which others could
 * make it cheaper, until none can: then no pair that was left out belongs to a cheaper one.
 */
export function divide(highs: Highs, division: Division, branches = mostBranches): Divided {
  if (division.cost.length === 0) return { places: [], searched: false, gap: 0 }
  const grown = divisionModel(highs, division)
  try {
    grown.add(firstPairs(division))
    const linear = solveLinear(grown, division)
    if (isWhole(grown, linear.values))
      return { places: placesOf(grown, division, linear.values), searched: false, gap: 0 }
    return solveWhole(grown, division, linear, branches)
  } finally {
    grown.model.dispose()
  }
}

interface Linear {
  readonly values: Float64Array
  readonly prices: Float64Array
  readonly sum: number
}

function firstPairs({ cost, start }: Division): Pair[] {
  return cost.flatMap((costs, person) => {
    const nearest = openPlaces(costs).toSorted((a, b) => costs[a]! - costs[b]!)
    const from = start[person]
    const places = new Set([...nearest.slice(0, atFirst), ...(from === undefined ? [] : [from])])
    return [...places].map((place) => ({ person, place }))
  })
}

function solveLinear(grown: DivisionModel, { cost }: Division): Linear {
  for (;;) {
    run(grown.model)
    const { colValue: values, rowDual: prices } = grown.model.getSolution()
    const cheaper = cost.flatMap((_, person) =>
      cheaperPairs(grown, person, prices, -2 * tolerance).slice(0, inRound),
    )
    if (cheaper.length === 0) return { values, prices, sum: grown.model.getObjectiveValue() }
    grown.add(cheaper)
  }
}

/** Pairs not in the model that would change the sum by less than a limit, the best first. */
function cheaperPairs(grown: DivisionModel, person: number, prices: Float64Array, limit: number): Pair[] {
  const changes = grown.reducedCosts(person, prices)
  const cheaper: Pair[] = []
  for (const [place, change] of changes.entries())
    if (change < limit && !grown.has({ person, place })) cheaper.push({ person, place })
  return cheaper.toSorted((a, b) => changes[a.place]! - changes[b.place]!)
}

/**
 * Households and experience can ask for halves of people. Then branches are searched; a pair that was left out can be in a
 * better division only if by the prices it costs less than what lies between the linear sum and the best found.
 */
function solveWhole(grown: DivisionModel, division: Division, linear: Linear, branches: number): Divided {
  const { model } = grown
  for (;;) {
    const columns = [...grown.pairs.keys()]
    model.changeColsIntegrality({ kind: 'set', indices: columns }, new Int32Array(columns.length).fill(1))
    model.options.set({ presolve: 'on', mip_rel_gap: 0, mip_abs_gap: 0, mip_max_nodes: branches })
    model.setSolution(startOf(grown, division))
    const finished = run(model)
    const between = model.getObjectiveValue() - linear.sum
    const missing = finished
      ? division.cost.flatMap((_, person) => cheaperPairs(grown, person, linear.prices, between + tolerance))
      : []
    if (missing.length === 0) {
      const places = placesOf(grown, division, model.getSolution().colValue)
      return { places, searched: true, gap: finished ? 0 : between }
    }
    grown.add(missing)
  }
}

function startOf({ pairs }: DivisionModel, { start }: Division) {
  const columns = [...pairs].filter(([, { person, place }]) => start[person] === place)
  return { indices: columns.map(([column]) => column), values: columns.map(() => 1) }
}

/** Whether it came to an end, and not to its limit of branches. */
function run(model: Model): boolean {
  const { optimal, solutionLimit } = statuses
  const { modelStatus } = model.run()
  if (modelStatus !== optimal && modelStatus !== solutionLimit)
    throw new Error(`a division that exists was not found: status ${modelStatus} of the solver`)
  return modelStatus === optimal
}

/** Of HiGHS; a limit of branches is a limit of solutions there. */
const statuses = { optimal: 7, solutionLimit: 16 } as const

function isWhole({ pairs }: DivisionModel, values: Float64Array): boolean {
  return [...pairs.keys()].every((column) => Math.abs(values[column]! - Math.round(values[column]!)) < 1e-6)
}

function placesOf(
  { pairs }: DivisionModel,
  { cost }: Division,
  values: Float64Array,
): (number | undefined)[] {
  const places: (number | undefined)[] = cost.map(() => undefined)
  for (const [column, { person, place }] of pairs) if (values[column]! > 0.5) places[person] = place
  return places
}

function openPlaces(costs: Float64Array): number[] {
  return [...costs.keys()].filter((place) => costs[place]! < Number.POSITIVE_INFINITY)
}
