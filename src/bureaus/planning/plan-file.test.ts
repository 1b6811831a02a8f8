import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { rowsXml, sheetOf, type TestSheet, workbookOf } from '../../../test/workbook.ts'
import { planCsv, planJson, readPlanCsv, readPlanJson } from './plan-file.ts'
import { planColumns } from './plan-file-format.ts'
import { type KeptBureau, seatPlaces, type WantedBureau } from './wanted-bureau.ts'

const wanted: readonly WantedBureau[] = [
  {
    ...{ kind: 'POLLING', code: '', number: '12', section: 1, votingMode: 'PAPER' },
    ...{ place: '=De Linde', room: 'Zaal; links', seats: { CHAIR: 1, ASSESSOR: 4 }, extra: { ASSESSOR: 1 } },
  },
  { kind: 'COUNTING', code: 'G', number: 'G1', votingMode: 'PAPER', counts: [1] },
  {
    ...{ kind: 'RESERVE', code: 'POLLING', number: 'RP', votingMode: 'PAPER' },
    seats: { DEPUTY_CHAIR: 2 },
  },
]
const kept = wanted.map(({ seats = {}, extra, ...bureau }, at) => ({
  ...bureau,
  bureauId: `bureau ${at}`,
  seats: seatPlaces(seats, extra).map((place) => ({
    ...place,
    seatId: 'seat',
    isTaken: false,
    takenBy: null,
  })),
})) as unknown as KeptBureau[]

const noPlaces = { placeCodes: new Set<string>() }
const read = (text: string) => readPlanCsv(Readable.from([Buffer.from(text)]), noPlaces)
const header = 'kind;number;code;section;counts;place;room;voting_mode;chair;assessor'
const faultsOf = async (...rows: string[]) => {
  const answer = await read([header, ...rows, ''].join('\n'))
  if (answer.ok || !('faults' in answer)) return []
  return answer.faults.map(({ row, column }) => [row, column])
}
const right = 'POLLING;1;;1;;De Linde;Zaal;PAPER;1;4'

test('what is written is read back, as CSV and as JSON', async () => {
  expect(await read(planCsv(kept))).toEqual({ ok: true, wanted })
  expect(readPlanJson(planJson(kept), noPlaces)).toEqual({ ok: true, wanted })
})

test('a workbook is read as the CSV is', async () => {
  const rows = planCsv(kept)
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'))
  const simple = rows.filter((cells) => cells[0] !== 'POLLING')
  const read = async (more: Partial<TestSheet> = {}) =>
    readPlanCsv(Readable.from([workbookOf({ sheets: [sheetOf(simple, more)] })]), noPlaces)
  expect(await read({ name: 'Blad1' })).toMatchObject({
    because: 'rows-refused',
    faults: [{ code: 'counts-unknown' }],
  })
  const hidden = `<sheetData>${rowsXml(simple, { hidden: [2] })}</sheetData>`
  expect(await read({ xml: hidden })).toMatchObject({ faults: [{ row: 2, code: 'hidden-row' }] })
})

describe('what is wrong is told row by row', () => {
  test.each<[string, string, string]>([
    ['no kind', 'POLING;2;;2;;De Linde;Zaal;PAPER;1;4', 'kind'],
    ['no number', 'POLLING;twee;;2;;De Linde;Zaal;PAPER;1;4', 'number'],
    ['a number that is there', 'POLLING;1;;2;;De Linde;Zaal;PAPER;1;4', 'number'],
    ['no section', 'POLLING;2;;;;De Linde;Zaal;PAPER;1;4', 'section'],
    ['a section that is there', 'POLLING;2;;1;;De Linde;Zaal;PAPER;1;4', 'section'],
    ['no place', 'POLLING;2;;2;;;Zaal;PAPER;1;4', 'place'],
    ['no way of voting', 'POLLING;2;;2;;De Linde;Zaal;;1;4', 'voting_mode'],
    ['seats in words', 'POLLING;2;;2;;De Linde;Zaal;PAPER;1;vier', 'assessor'],
    ['too many seats', 'POLLING;2;;2;;De Linde;Zaal;PAPER;1;99', 'assessor'],
    ['counts what is not there', 'COUNTING;G1;G;;1|7;;;PAPER;1;4', 'counts'],
    ['counts nothing', 'COUNTING;G1;G;;;;;PAPER;1;4', 'counts'],
    ['of no kind', 'MAIN;M1;;;;;;PAPER;1;4', 'code'],
    ['a cell too few', 'POLLING;2;;2;;De Linde', 'kind'],
  ])('%s', async (_, row, column) => {
    expect(await faultsOf(right, row)).toEqual([[3, column]])
  })

  test('all of it in one go, and the file is not quoted', async () => {
    const answer = await read([header, 'POLLING;twee;;;;;Zaal;PAPER;1;4', ''].join('\n'))
    expect(answer).toMatchObject({ because: 'rows-refused', detail: '3 faults' })
    expect(JSON.stringify(answer)).not.toMatch(/twee|Zaal/)
  })

  test('ballots that two bureaus of a kind would count', async () => {
    const twice = ['COUNTING;G1;G;;1;;;PAPER;1;4', 'COUNTING;G2;G;;1;;;PAPER;1;4']
    expect(await faultsOf(right, ...twice)).toEqual([[4, 'counts']])
    expect(await faultsOf(right, twice[0]!, 'COUNTING;P1;P;;1;;;PAPER;1;4')).toEqual([])
  })

  test('what is no list at all', async () => {
    expect(await read('a;b\n1;2\n')).toMatchObject({ because: 'not-a-list' })
    expect(await read(`${header}\n`)).toMatchObject({ because: 'not-a-list' })
    expect(readPlanJson({ kind: 'POLLING' }, noPlaces)).toMatchObject({ because: 'not-a-list' })
    expect(readPlanJson([{ kind: 'POLLING', number: 12 }], noPlaces)).toMatchObject({
      because: 'rows-refused',
    })
  })
})

test('the page about the file names its columns, and no other', () => {
  const page = readFileSync('docs/formats/bureaus.md', 'utf8')
  const cells = [...page.matchAll(/^\| (`[a-z_`, ]+) \|/gm)].flatMap(([, cell]) => cell!.match(/[a-z_]+/g)!)
  expect(cells.sort()).toEqual(planColumns.map(({ name }) => name).sort())
})
