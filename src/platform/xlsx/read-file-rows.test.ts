import { expect, test } from 'vitest'
import { sheetOf, workbookOf } from '../../../test/workbook.ts'
import { readFileRows, withZeros } from './read-file-rows.ts'

const columns = [
  { name: 'code', required: true },
  { name: 'place', required: false },
] as const

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function rowsOf(bytes: Buffer, size: number) {
  const rows: unknown[] = []
  for await (const row of readFileRows(pieces(bytes, size), { columns })) rows.push(row)
  return rows as object[]
}

const workbook = workbookOf({
  sheets: [sheetOf([['Titel'], ['Code', 'Place', 'anders'], [' A ', 'hier', 'x'], ['  ']])],
})
const csv = Buffer.from('Titel\nCode;Place;anders\nA;hier;x\n;;\n')

test.each([1, 3, 100_000])(
  'a list is the same rows from a workbook as from text, in pieces of %i bytes',
  async (size) => {
    const [fromWorkbook] = await rowsOf(workbook, size)
    const [fromText, ...others] = await rowsOf(csv, size)
    expect(others).toEqual([])
    expect(fromText).toEqual({ row: 3, fields: { code: 'A', place: 'hier' } })
    expect(fromWorkbook).toEqual({ ...fromText, sheet: 'Blad1' })
  },
)

test('a file that is not read to its end is let go', async () => {
  let isClosed = false
  async function* source() {
    try {
      yield csv
      yield csv
    } finally {
      isClosed = true
    }
  }
  for await (const _ of readFileRows(source(), { columns })) break
  expect(isClosed).toBe(true)
})

test.each([
  ['1123456', '1123456'],
  ['10203001', '00010203001'],
  ['5061012345', '05061012345'],
  ['85061012345', '85061012345'],
  ['05.06', '05.06'],
])('of %s the zeros at the front come back: %s', (cell, whole) => {
  expect(withZeros(cell)).toBe(whole)
})
