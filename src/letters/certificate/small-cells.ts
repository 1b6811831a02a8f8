/**
 * Counts for publication. A small count (from 1 up to `smallest` − 1) could point at a person, so it is left out,
 * and so are enough others that it cannot be computed from the totals.
 *
 * How that is sure: a cell is left out together with three others that form a rectangle with it. Moving one voter
 * around that rectangle leaves every published number as it is, so each of the four has at least two possible values.
 */
export interface CountRow {
  /** The sections that this row counts together. */
  readonly sections: readonly number[]
  /** Row total; published always, so rows below `smallest` are put together first. */
  readonly voters: number
  readonly cells: readonly number[]
}

/** `null`: left out. `total` is the sum over the rows; a row's cells add up to its `voters`. */
export interface PublishedTable {
  readonly rows: readonly PublishedRow[]
  readonly total: readonly (number | null)[]
}

export interface PublishedRow {
  readonly sections: readonly number[]
  readonly voters: number
  readonly cells: readonly (number | null)[]
}

/**
 * The rows as they may be published. Asks for two columns or more. `undefined` when all rows together hold fewer
 * than `smallest` voters: then nothing can be said.
 */
export function publishTable(rows: readonly CountRow[], smallest: number): PublishedTable | undefined {
  const merged = mergeSmallRows(rows, smallest)
  if (!merged) return undefined
  const grid = [...merged.map((row) => row.cells), columnTotals(merged)]
  const hidden = hideSmall(grid, smallest)
  const shown = grid.map((cells, row) => cells.map((count, column) => (hidden[row]![column] ? null : count)))
  return {
    rows: merged.map(({ sections, voters }, row) => ({ sections, voters, cells: shown[row]! })),
    total: shown.at(-1)!,
  }
}

/**
 * Counts by reason that may stand beside their published total: small ones are put together under `other`.
 * `undefined` when nothing is left to tell apart.
 */
export function publishReasons(
  reasons: Readonly<Record<string, number>>,
  smallest: number,
): Readonly<Record<string, number>> | undefined {
  const falling = Object.entries(reasons).sort(([, a], [, b]) => b - a)
  let other = 0
  while (falling.length > 0 && (isSmall(falling.at(-1)![1], smallest) || isSmall(other, smallest)))
    other += falling.pop()![1]
  if (falling.length === 0) return undefined
  return Object.fromEntries(other > 0 ? [...falling, ['other', other]] : falling)
}

export function isSmall(count: number, smallest: number): boolean {
  return count > 0 && count < smallest
}

/** Puts each row with too few voters together with the smallest other row. */
function mergeSmallRows(rows: readonly CountRow[], smallest: number): CountRow[] | undefined {
  const merged = rows.filter((row) => row.voters > 0)
  for (;;) {
    merged.sort((a, b) => a.voters - b.voters)
    const [least, next, ...rest] = merged
    if (!least) return undefined
    if (least.voters >= smallest) return merged.sort((a, b) => a.sections[0]! - b.sections[0]!)
    if (!next) return undefined
    merged.splice(0, merged.length, joinRows(least, next), ...rest)
  }
}

function joinRows(a: CountRow, b: CountRow): CountRow {
  return {
    sections: [...a.sections, ...b.sections].sort((x, y) => x - y),
    voters: a.voters + b.voters,
    cells: a.cells.map((count, column) => count + b.cells[column]!),
  }
}

function columnTotals(rows: readonly CountRow[]): number[] {
  const width = rows[0]!.cells.length
  return Array.from({ length: width }, (_, column) => rows.reduce((sum, row) => sum + row.cells[column]!, 0))
}

type Grid = readonly (readonly number[])[]

interface Rectangle {
  readonly rows: readonly [number, number]
  readonly columns: readonly [number, number]
}

function hideSmall(grid: Grid, smallest: number): boolean[][] {
  const hidden = grid.map((cells) => cells.map(() => false))
  grid.forEach((cells, row) => {
    cells.forEach((count, column) => {
      if (!isSmall(count, smallest) || hidden[row]![column]) return
      const { rows, columns } = cheapestRectangle(grid, hidden, row, column, smallest)
      for (const r of rows) for (const c of columns) hidden[r]![c] = true
    })
  })
  return hidden
}

/** The rectangle through a cell that can move by one voter and hides the least that readers want to know. */
function cheapestRectangle(
  grid: Grid,
  hidden: readonly (readonly boolean[])[],
  row: number,
  column: number,
  smallest: number,
): Rectangle {
  const totals = grid.length - 1
  const cost = (r: number, c: number) =>
    (hidden[r]![c] ? 0 : 1 + Math.log2(1 + grid[r]![c]!)) * (r === totals ? 4 : 1)
  let best: Rectangle | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (let r = 0; r < grid.length; r++) {
    if (r === row) continue
    for (let c = 0; c < grid[row]!.length; c++) {
      if (c === column) continue
      const rectangle: Rectangle = { rows: [row, r], columns: [column, c] }
      if (!canMove(grid, rectangle, 1)) continue
      const vague = canMove(grid, rectangle, smallest, 'up') ? 0 : 1000
      const price = cost(row, column) + cost(row, c) + cost(r, column) + cost(r, c) + vague
      if (price < bestCost) [best, bestCost] = [rectangle, price]
    }
  }
  return best!
}

/**
 * Can that many voters move around the rectangle without a count below nought? Up: the first corner grows. The
 * row of totals moves along with a section's row, against it between two sections.
 */
function canMove(grid: Grid, { rows, columns }: Rectangle, by: number, direction?: 'up'): boolean {
  const totals = grid.length - 1
  const sign = (r: number, c: number) =>
    (r === totals ? -1 : 1) *
    (r === rows[0] ? 1 : -1) *
    (c === columns[0] ? 1 : -1) *
    (rows[0] === totals ? -1 : 1)
  const holds = (way: 1 | -1) =>
    rows.every((r) => columns.every((c) => grid[r]![c]! + way * sign(r, c) * by >= 0))
  return holds(1) || (direction !== 'up' && holds(-1))
}
