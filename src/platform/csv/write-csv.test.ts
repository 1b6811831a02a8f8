import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { csvRows, withoutApostrophe } from './write-csv.ts'

const starts = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']
const before = ['', ' ', '\u00a0', '\ufeff', "'", '"', ` '" `, '\n']
const wicked = starts.flatMap((start) => before.map((text) => `${text}${start}SUM(A1);"x"`))

test('no cell is run as a formula, whatever stands before it, and each is read back as it was', () => {
  const cells = [...wicked, '', "'s-Gravenwezel", 'Peeters-Maes', '(+32) 3', 'a=b', ' Jan', '"Ann"']
  const read = parse(csvRows(cells.map((cell) => [cell])), { delimiter: ';', skip_empty_lines: false })
  const written = read.map(([cell]) => cell as string)
  expect(written.filter((cell) => cell.startsWith("'"))).toHaveLength(wicked.length + 1)
  for (const cell of written) expect(cell).not.toMatch(/^\s*"?[=+@＝＋－＠-]/)
  expect(written.map(withoutApostrophe)).toEqual(cells)
})

test('a number below zero stays a number', () => {
  expect(csvRows([[-1, '-1']])).toBe("-1;'-1\r\n")
})
