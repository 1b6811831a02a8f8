import type { Highs, Model } from 'highs'

export type Bounds = readonly [lower: number, upper: number]

/** What one unit costs, and what it counts in which rows. */
export interface Column {
  readonly cost: number
  readonly rows: readonly number[]
  readonly counts: 1 | -1
}

/** Smaller than the last figure of a cost. */
export const tolerance = 1e-9

export function emptyModel(highs: Highs): Model {
  const model = highs.createModel()
  model.options.set({
    output_flag: false,
    presolve: 'off',
    primal_feasibility_tolerance: tolerance,
    dual_feasibility_tolerance: tolerance,
  })
  return model
}

/** Adds rows in which nothing counts yet, and says which number the first has. */
export function addRows(model: Model, bounds: readonly Bounds[]): number {
  const { numRows: first, numCols } = model.getDimensions()
  model.addRows({
    lower: Float64Array.from(bounds, ([lower]) => lower),
    upper: Float64Array.from(bounds, ([, upper]) => upper),
    matrix: {
      format: 'csr',
      numRows: bounds.length,
      numCols,
      starts: new Int32Array(bounds.length + 1),
      indices: new Int32Array(),
      values: new Float64Array(),
    },
  })
  return first
}

/** Adds columns, and says which number the first has. */
export function addColumns(model: Model, columns: readonly Column[]): number {
  const { numCols: first, numRows } = model.getDimensions()
  const starts = new Int32Array(columns.length + 1)
  columns.forEach(({ rows }, at) => {
    starts[at + 1] = starts[at]! + rows.length
  })
  model.addCols({
    cost: Float64Array.from(columns, ({ cost }) => cost),
    lower: new Float64Array(columns.length),
    upper: new Float64Array(columns.length).fill(Number.POSITIVE_INFINITY),
    matrix: {
      format: 'csc',
      numRows,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(columns.flatMap(({ rows }) => rows)),
      values: Float64Array.from(columns.flatMap(({ rows, counts }) => rows.map(() => counts))),
    },
  })
  return first
}
