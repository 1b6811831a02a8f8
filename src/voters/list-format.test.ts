import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRow } from './checking/check-row.ts'
import { rowSchema } from './checking/row-schema.ts'
import { type ColumnName, headerColumns, type ListColumn, listColumns } from './list-format.ts'
import { aRow, rulesOfTests } from './testing.ts'

const schemaFile = new URL('../../docs/schemas/voters-list-row.schema.json', import.meta.url)
const page = readFileSync(new URL('../../docs/formats/voters-list.md', import.meta.url), 'utf8')

test('the published schema is the one the columns make', () => {
  expect(JSON.parse(readFileSync(schemaFile, 'utf8'))).toEqual(rowSchema())
})

describe('a row that passes the checks fits the schema', () => {
  const fits = new Ajv2020().compile(rowSchema())
  test.each(listColumns.map(({ name }) => name))('%s', (name) => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', '1', 'BE', 'FR', 'nl', 'GONE', 'EU', '2000-01-01', '9999', 'x'.repeat(121)),
    )
    fc.assert(
      fc.property(cell, (text) => {
        const row = aRow(0, { [name]: text.trim() })
        if (checkRow(2, row, rulesOfTests).voter) expect(fits(row), JSON.stringify(fits.errors)).toBe(true)
      }),
    )
  })

  test('and the schema refuses what is not a cell of that column', () => {
    const wrong: Partial<Record<ColumnName, string>>[] = [
      { category: 'X' },
      { section: '0' },
      { country: 'fr' },
      { last_name: '' },
    ]
    for (const cells of wrong) expect(fits(aRow(0, cells))).toBe(false)
    expect(fits({ ...aRow(0), gender: 'x' })).toBe(false)
  })
})

test('the format page has a line for every column, in order, with what it says here', () => {
  const lines = [
    ...page.matchAll(/^\| `([a-z_]+)` \| (header and cell|header|optional) \| (\d+) \| (.*) \|$/gm),
  ]
  const columns: readonly ListColumn[] = listColumns
  expect(lines.map(([, name, need, maxLength, meaning]) => [name, need, Number(maxLength), meaning])).toEqual(
    columns.map(({ name, required, maxLength, meaning }) => {
      const inHeader = headerColumns.find((column) => column.name === name)!.required
      return [name, required ? 'header and cell' : inHeader ? 'header' : 'optional', maxLength, meaning]
    }),
  )
})

test('the example list on the format page is a good one, and its hash is what the recipe gives', () => {
  const example = /```csv\n([\s\S]*?)```/.exec(page)![1]!
  const [header, ...rows] = example
    .trim()
    .split('\n')
    .map((line) => line.split(';'))
  const table = rows.map((cells) => Object.fromEntries(header!.map((name, place) => [name, cells[place]])))
  const hash = createHash('sha256').update('kiesloket voters list 2\x1fjuni-2029\x1f2029-06-10\x1e')
  for (const row of table.sort((a, b) => Number(a.list_number) - Number(b.list_number)))
    hash.update(`${listColumns.map(({ name }) => row[name] ?? '').join('\x1f')}\x1e`)
  expect(page).toContain(hash.update(`${table.length}\x1e`).digest('hex'))
})
