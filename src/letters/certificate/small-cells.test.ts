import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CountRow, isSmall, type PublishedTable, publishReasons, publishTable } from './small-cells.ts'

function row(section: number, ...cells: number[]): CountRow {
  return { sections: [section], voters: cells.reduce((sum, count) => sum + count, 0), cells }
}

const smallest = 5

describe('a published table', () => {
  test('shows everything when nothing is small; nought is not small', () => {
    const table = publishTable([row(1, 400, 90, 0), row(2, 380, 70, 12)], smallest)!
    expect(table.rows.map((each) => each.cells)).toEqual([
      [400, 90, 0],
      [380, 70, 12],
    ])
    expect(table.total).toEqual([780, 160, 12])
  })

  test('leaves out a small count together with what would give it away', () => {
    const table = publishTable([row(1, 400, 90, 3), row(2, 380, 70, 12), row(3, 500, 80, 40)], smallest)!
    expect(table.rows[0]!.cells[2]).toBeNull()
    expect(table.rows[0]!.cells.filter((count) => count === null)).toHaveLength(2)
    expect(table.rows[2]!.cells).toContain(500)
    expect(table.total).toEqual([1280, 240, 55])
  })

  test('puts a section with too few voters together with another one', () => {
    const table = publishTable([row(7, 2, 1), row(8, 300, 50), row(9, 900, 90)], smallest)!
    expect(table.rows.map(({ sections, voters }) => ({ sections, voters }))).toEqual([
      { sections: [7, 8], voters: 353 },
      { sections: [9], voters: 990 },
    ])
  })

  test('says nothing of fewer voters than that', () => {
    expect(publishTable([row(1, 2, 1), row(2, 1, 0)], smallest)).toBeUndefined()
    expect(publishTable([], smallest)).toBeUndefined()
  })

  test('also works for a municipality of one section', () => {
    const table = publishTable([row(1, 60, 10, 3)], smallest)!
    expect(table.rows[0]!.cells).toEqual(table.total)
    expect(table.total.filter((count) => count === null)).toHaveLength(2)
  })
})

const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) },
  fc.integer({ min: 0, max: 60 }),
)
const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map((grid) => grid.map((cells, place) => row(place + 1, ...cells)))

describe('for any table', () => {
  test('no small count is published, no count is changed, and sections are put together, not lost', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const table = publishTable(rows, smallest)
        const voters = rows.reduce((sum, each) => sum + each.voters, 0)
        expect(table === undefined).toBe(voters < smallest)
        if (!table) return
        for (const published of table.rows) {
          const own = rows.filter((each) => published.sections.includes(each.sections[0]!))
          expect(published.voters).toBe(own.reduce((sum, each) => sum + each.voters, 0))
          published.cells.forEach((shown, column) => {
            if (shown === null) return
            expect(isSmall(shown, smallest)).toBe(false)
            expect(shown).toBe(own.reduce((sum, each) => sum + each.cells[column]!, 0))
          })
        }
        for (const shown of table.total) expect(shown !== null && isSmall(shown, smallest)).toBe(false)
        expect(table.rows.reduce((sum, each) => sum + each.voters, 0)).toBe(voters)
      }),
      { numRuns: 500 },
    )
  })

  test('no count that is left out can be computed from what is published', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const table = publishTable(rows, smallest)
        if (!table) return
        const truth = table.rows.map(({ sections }) => addUp(rows, sections))
        const determined = countsWithOneValue(table, truth)
        expect(determined).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

function addUp(rows: readonly CountRow[], sections: readonly number[]): number[] {
  const own = rows.filter((each) => sections.includes(each.sections[0]!))
  return own[0]!.cells.map((_, column) => own.reduce((sum, each) => sum + each.cells[column]!, 0))
}

/**
 * Tries every other filling of the table in which hidden counts differ by at most one from the truth, and names the
 * hidden counts (row, column; the last row is the totals) for which no filling that fits what is published differs.
 */
function countsWithOneValue(table: PublishedTable, truth: readonly (readonly number[])[]): string[] {
  const width = table.total.length
  const stuck = new Set<string>()
  for (const [r, cells] of [...table.rows.map((each) => each.cells), table.total].entries())
    for (const [c, shown] of cells.entries()) if (shown === null) stuck.add(`${r},${c}`)
  const rowFillings = table.rows.map(({ cells }, r) =>
    stepsThatCancel(cells.map((shown) => shown === null)).filter((steps) =>
      steps.every((step, c) => truth[r]![c]! + step >= 0),
    ),
  )
  const visit = (r: number, steps: number[][]): void => {
    if (r < rowFillings.length) {
      for (const filling of rowFillings[r]!) visit(r + 1, [...steps, filling])
      return
    }
    const moved = Array.from({ length: width }, (_, c) => steps.reduce((sum, each) => sum + each[c]!, 0))
    if (moved.some((step, c) => step !== 0 && table.total[c] !== null)) return
    for (const [row, each] of [...steps, moved].entries())
      for (const [c, step] of each.entries()) if (step !== 0) stuck.delete(`${row},${c}`)
  }
  visit(0, [])
  return [...stuck]
}

/** Every way to move the hidden counts of a row by −1, 0 or 1 so that its total stays. */
function stepsThatCancel(hidden: readonly boolean[]): number[][] {
  let ways: number[][] = [[]]
  for (const isHidden of hidden)
    ways = ways.flatMap((way) => (isHidden ? [-1, 0, 1] : [0]).map((step) => [...way, step]))
  return ways.filter((way) => way.reduce((sum, step) => sum + step, 0) === 0)
}

describe('published reasons', () => {
  test('puts small ones together under other, until that is not small either', () => {
    expect(publishReasons({ a: 100, b: 20, c: 3, d: 3 }, smallest)).toEqual({ a: 100, b: 20, other: 6 })
    expect(publishReasons({ a: 100, b: 20, c: 3 }, smallest)).toEqual({ a: 100, other: 23 })
    expect(publishReasons({ a: 100, b: 20 }, smallest)).toEqual({ a: 100, b: 20 })
  })

  test('says nothing when nothing is left to tell apart', () => {
    expect(publishReasons({ a: 3 }, smallest)).toBeUndefined()
    expect(publishReasons({ a: 100, b: 1 }, smallest)).toBeUndefined()
    expect(publishReasons({}, smallest)).toBeUndefined()
  })
})
