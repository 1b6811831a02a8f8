import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type CsvRow, readCsv } from '../../platform/csv/read-csv.ts'
import { checkPlaces } from './check-places.ts'
import { type PlaceColumn, placeColumns } from './places-format.ts'

const page = readFileSync('docs/formats/places.md', 'utf8')

test('the page of the format names every column of the code, in its order, and no other', () => {
  const rows = placeColumns.map(
    ({ name, required, meaning, maxLength }) =>
      `| \`${name}\` | ${required ? 'yes' : 'no'} | ${meaning} (at most ${maxLength} characters) |`,
  )
  expect(page.split('\n').filter((line) => line.startsWith('| `'))).toEqual(rows)
})

test('the example of the page is a good list', async () => {
  async function* example(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(/```csv\n([\s\S]*?)```/.exec(page)![1]!)
  }
  const rows: CsvRow<PlaceColumn>[] = []
  for await (const row of readCsv(example(), { columns: placeColumns })) rows.push(row)
  const { faults, sections, places } = checkPlaces(rows, {
    districts: [],
    needsDistrict: false,
    hasSizeLeave: false,
  })
  expect(faults).toEqual([])
  expect([sections.length, places.length]).toEqual([3, 2])
})
