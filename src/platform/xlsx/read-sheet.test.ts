import { expect, test } from 'vitest'
import { packed, type TestWorkbook, workbookFiles, workbookOf } from '../../../test/workbook.ts'
import { readSheet, type SheetRow } from './read-sheet.ts'
import { openWorkbook } from './workbook.ts'

async function readFirst(bytes: Buffer) {
  const workbook = await openWorkbook(bytes)
  const reading = readSheet(workbook, workbook.sheets[0]!)
  const rows: SheetRow[] = []
  for await (const row of reading.rows) rows.push(row)
  return { ...reading, rows, hiddenColumns: [...reading.hiddenColumns] }
}

const readCells = async (cells: string, more: Partial<TestWorkbook> = {}) => {
  const xml = `<sheetData><row r="1">${cells}</row></sheetData>`
  return (await readFirst(workbookOf({ sheets: [{ xml }], ...more }))).rows[0]?.cells
}

const styles =
  '<numFmts><numFmt numFmtId="164" formatCode="dd&quot;d&quot;\\-mm\\-yyyy"/><numFmt numFmtId="165" formatCode="[Red]0.00&quot;day&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>'

test.each([
  ['a text of its own', '<c t="inlineStr"><is><t>D\'Hondt &amp; &#233;</t></is></c>', "D'Hondt & é"],
  ['a text with a line end', '<c t="inlineStr"><is><t>Huis_x000D_&#10;nr</t></is></c>', 'Huis\r\nnr'],
  ['a shared text in pieces', '<c t="s"><v>1</v></c>', 'van den Bröeck'],
  ['a shared text with its reading', '<c t="s"><v>2</v></c>', '東京'],
  ['a number', '<c><v>85612401720</v></c>', '85612401720'],
  ['a long number as it is stored', '<c><v>8.5612401719999999E10</v></c>', '85612401720'],
  ['a number with decimals', '<c><v>12.5</v></c>', '12.5'],
  ['a date', '<c s="1"><v>31071</v></c>', '1985-01-24'],
  ['a date in a format of one’s own', '<c s="2"><v>36526</v></c>', '2000-01-01'],
  ['a day before the false leap day', '<c s="1"><v>59</v></c>', '1900-02-28'],
  ['a date with an hour', '<c s="1"><v>31071.5</v></c>', '31071.5'],
  ['a number whose format speaks of days', '<c s="3"><v>31071</v></c>', '31071'],
  ['hours', '<c s="4"><v>31071</v></c>', '31071'],
  ['a date in letters', '<c t="d"><v>1985-01-24T00:00:00</v></c>', '1985-01-24'],
  ['what a formula came to', '<c t="str"><f>A1&amp;B1</f><v>Peeters</v></c>', 'Peeters'],
  ['a formula that came to nothing', '<c t="str"><f>A1</f><v></v></c>', undefined],
  ['a formula that was never worked out', '<c><f>A1</f></c>', '#FORMULA!'],
  ['an error', '<c t="e"><f>VLOOKUP(1,2,3)</f><v>#N/A</v></c>', '#N/A'],
  ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
  ['an empty cell with a style', '<c s="1"/>', undefined],
])('%s', async (_, cell, expected) => {
  const sharedStrings =
    '<si><t>x</t></si><si><r><t>van den </t></r><r><rPr><b/></rPr><t>Bröeck</t></r></si><si><t>東京</t><rPh><t>トウキョウ</t></rPh></si>'
  expect((await readCells(cell, { sharedStrings, styles }))?.[0]).toBe(expected)
})

test('days can count from 1904 on', async () => {
  expect(await readCells('<c s="1"><v>29609</v></c>', { styles, is1904: true })).toEqual(['1985-01-24'])
})

test('cells stand where they say, and behind each other where they say nothing', async () => {
  expect(await readCells('<c r="C1"><v>3</v></c><c><v>4</v></c><c r="AA1"><v>27</v></c>')).toEqual(
    Object.assign(Array(27).fill(''), { 2: '3', 3: '4', 26: '27' }),
  )
})

test('tags may have a namespace before their name', async () => {
  const files = workbookFiles({ sheets: [{ xml: '' }] })
  files['xl/worksheets/sheet1.xml'] =
    '<x:worksheet xmlns:x="y"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'
  expect((await readFirst(packed(files))).rows[0]?.cells).toEqual(['1'])
})

test('hidden rows, hidden columns and merged cells are told of', async () => {
  const xml =
    '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols><sheetData><row r="2"><c><v>1</v></c></row><row r="5" hidden="1"><c><v>2</v></c></row><row r="6" zeroHeight="1"><c><v>3</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C5:C9"/></mergeCells>'
  const { rows, hiddenColumns, mergedCells } = await readFirst(workbookOf({ sheets: [{ xml }] }))
  expect(rows.map(({ row, isHidden }) => [row, isHidden])).toEqual([
    [2, false],
    [5, true],
    [6, true],
  ])
  expect(hiddenColumns).toEqual([1, 2])
  expect(mergedCells).toEqual([
    { firstRow: 1, lastRow: 1 },
    { firstRow: 5, lastRow: 9 },
  ])
})

test.each([
  ['tags that do not match', '<sheetData><row></sheetData>'],
  ['a sheet that stops', '<sheetData><row r="1">'],
  ['rows that go back', '<sheetData><row r="5"/><row r="4"/></sheetData>'],
  ['a row beyond the last', '<sheetData><row r="1048577"/></sheetData>'],
  ['a cell beyond the last column', '<sheetData><row r="1"><c r="XFE1"/></row></sheetData>'],
  ['a cell without a place', '<sheetData><row r="1"><c r="1"/></row></sheetData>'],
  ['a shared text that is not there', '<sheetData><row r="1"><c t="s"><v>9</v></c></row></sheetData>'],
])('%s is a fault of the workbook', async (_, xml) => {
  await expect(readFirst(workbookOf({ sheets: [{ xml }] }))).rejects.toMatchObject({
    because: 'damaged-workbook',
  })
})

test('a thousand rows and more go by, wherever the chunks are cut', async () => {
  const row = (n: number) =>
    `<row r="${n}"><c><v>${n}</v></c><c t="inlineStr"><is><t>é &amp; ${n}</t></is></c></row>`
  const xml = `<sheetData>${Array.from({ length: 30_000 }, (_, n) => row(n + 1)).join('')}</sheetData>`
  const { rows } = await readFirst(workbookOf({ sheets: [{ xml }] }))
  expect(rows.length).toBe(30_000)
  expect(rows.every(({ row: n, cells }) => cells[0] === String(n) && cells[1] === `é & ${n}`)).toBe(true)
})
