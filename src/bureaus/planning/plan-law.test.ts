import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { loadBureauRules } from '../load-bureau-rules.ts'
import { readPlanCsv } from './plan-file.ts'

/** What the law forbids of a plan is refused row by row, with its article; what it leaves free is taken. */

const header =
  'kind;number;code;section;counts;place;voting_mode;chair;deputy_chair;secretary;adjunct_secretary;assessor;substitute'
const sections = [1, 2, 3, 4, 5, 6, 7, 8]
const polling = (section: number, seats = '1;;1;;4;4', mode = 'PAPER') =>
  `POLLING;${section};;${section};;De Linde;${mode};${seats}`
const counting = (number: string, counts: string, seats = '1;;1;;2;2', mode = 'PAPER') =>
  `COUNTING;${number};${number.replace(/\d+$/, '')};;${counts};;${mode};${seats}`
const many = (count: number) => sections.slice(0, count).map((section) => polling(section))

const faultsOf = async (
  rows: readonly string[],
  {
    regime = 'LPKD',
    voters = new Map<number, number>(),
  }: { regime?: 'LPKD' | 'KWB'; voters?: Map<number, number> } = {},
) => {
  const law = {
    rules: loadBureauRules({ regime }),
    sections: new Map(sections.map((section) => [section, 'De Linde'])),
    voters,
  }
  const file = Readable.from([Buffer.from([header, ...rows, ''].join('\n'))])
  const answer = await readPlanCsv(file, { placeCodes: new Set(), law })
  if (answer.ok) return []
  if (!('faults' in answer)) throw new Error(answer.because)
  return answer.faults.map(({ row, column, code, article }) => [row, column, code, article])
}

describe('seats', () => {
  test.each<[string, string, 'LPKD' | 'KWB', unknown[]]>([
    ['five chairs', polling(1, '5;;1;;4;4'), 'LPKD', ['chair', 'seats-by-law', 'LPKD 48']],
    ['too few assessors', polling(1, '1;;1;;3;4'), 'LPKD', ['assessor', 'seats-by-law', 'LPKD 48']],
    ['one that may not be added', polling(1, '1;;1;;4+1;4'), 'LPKD', ['assessor', 'seats-by-law', 'LPKD 48']],
    [
      'a deputy chair in a bureau',
      polling(1, '1;1;1;;4;4'),
      'LPKD',
      ['deputy_chair', 'seats-by-law', 'LPKD 48'],
    ],
    [
      'four where the computers want five',
      polling(1, '1;;1;;4;5', 'DIGITAL'),
      'LPKD',
      ['assessor', 'seats-by-law', 'DKD 7'],
    ],
    [
      'a federal bureau on paper with five',
      polling(1, '1;;1;;5;4'),
      'KWB',
      ['assessor', 'seats-by-law', 'KWB 95 § 9'],
    ],
    [
      'two chairs in a reserve of chairs',
      'RESERVE;RP;POLLING;;;;PAPER;2;1;;;;',
      'LPKD',
      ['chair', 'seats-by-law', expect.stringContaining('LPKD 46')],
    ],
    [
      'a main bureau without a deputy',
      'MAIN;HG;MAIN_MUNICIPAL;;;;PAPER;1;;1;;3;4',
      'LPKD',
      ['deputy_chair', 'seats-by-law', 'LPKD 37 § 1'],
    ],
    [
      'a main bureau of the other law',
      'MAIN;HK;MAIN_CANTON;;;;PAPER;1;;1;;4;4',
      'LPKD',
      ['code', 'code-of-no-bureau', undefined],
    ],
  ])('%s', async (_, row, regime, expected) => {
    expect(await faultsOf([row], { regime })).toEqual([[2, ...expected]])
  })

  test('of a counting bureau are those of one of its councils, and no mixture of two', async () => {
    const rows = many(3)
    for (const seats of ['1;;1;;2;2', '1;;1;;3;3', '1;;1;;4;4'])
      expect(await faultsOf([...rows, counting('G1', '1|2|3', seats)]), seats).toEqual([])
    const mixed = await faultsOf([...rows, counting('G1', '1|2|3', '1;;1;;2;3')])
    expect(mixed).toHaveLength(1)
    expect(mixed[0]!.slice(0, 1)).toEqual([5])
    expect(await faultsOf([...rows, counting('G1', '1|2|3', '5;;1;;2;2')])).toMatchObject([
      [5, 'chair', 'seats-by-law', expect.stringContaining('LPKD 45')],
    ])
  })

  test('that may be added are free where there are so many voters, or where nobody knows', async () => {
    const bureau = (seats: string) => [polling(1, seats, 'DIGITAL')]
    const with900 = { regime: 'KWB', voters: new Map([[1, 900]]) } as const
    for (const seats of ['1;;1;;4;4', '1;;1;;4+1;4', '1;;1;;5;4', '1;;1;1;4;4'])
      for (const more of [with900, { regime: 'KWB' } as const])
        expect(await faultsOf(bureau(seats), more), seats).toEqual([])
    expect(await faultsOf(bureau('1;;1;;6;4'), with900)).toHaveLength(1)
    expect(await faultsOf(bureau('1;;1;;4+1;4'), { regime: 'KWB', voters: new Map([[1, 700]]) })).toEqual([
      [2, 'assessor', 'seats-by-law', 'KWB 95 § 9'],
    ])
  })

  test('that are not known yet are no fault, and a reserve is as large as somebody wants', async () => {
    expect(await faultsOf([polling(1, ';;;;;'), 'RESERVE;RP;POLLING;;;;PAPER;;7;;;;'])).toEqual([])
  })
})

describe('sections', () => {
  test('that do not exist are refused, each in its row', async () => {
    expect(await faultsOf([polling(1), polling(70), polling(71)])).toEqual([
      [3, 'section', 'section-unknown', undefined],
      [4, 'section', 'section-unknown', undefined],
    ])
  })

  test('say where a polling bureau sits: another building in the file is refused', async () => {
    const elsewhere = polling(2).replace('De Linde', 'Sporthal')
    expect(await faultsOf([polling(1), elsewhere])).toEqual([[3, 'place', 'place-of-section', undefined]])
  })
})

describe('counting', () => {
  test('where people vote digitally nobody counts', async () => {
    const digital = sections.slice(0, 3).map((section) => polling(section, '1;;1;;5;5', 'DIGITAL'))
    const source = expect.stringContaining('Vlaanderen Kiest')
    expect(await faultsOf([...digital, counting('G1', '1|2|3', '1;;1;;2;2', 'DIGITAL')])).toMatchObject([
      [5, 'voting_mode', 'not-counted-by-people', source],
    ])
    expect(await faultsOf([...digital, counting('G1', '1|2|3')])).toMatchObject([
      [5, 'counts', 'counts-digital', source],
    ])
  })

  test('is over three polling bureaus, and what is left over over two', async () => {
    const faults = async (polling: number, ...groups: string[]) =>
      (await faultsOf([...many(polling), ...groups.map((one, at) => counting(`G${at + 1}`, one))])).map(
        ([row, column, code, article]) => [Number(row) - polling - 1, column, code, article],
      )
    expect(await faults(6, '1|2|3', '4|5|6')).toEqual([])
    expect(await faults(5, '1|2|3', '4|5')).toEqual([])
    expect(await faults(4, '1|2', '3|4')).toEqual([])
    expect(await faults(4, '1|2|3|4')).toEqual([[1, 'counts', 'counts-too-many', 'LPKD 42-43']])
    expect(await faults(4, '1|2|3', '4')).toEqual([[2, 'counts', 'counts-too-few', 'LPKD 42-43']])
    expect(await faults(6, '1|2', '3|4', '5|6')).toHaveLength(3)
    expect(await faults(2, '1|2')).toEqual([[1, 'kind', 'main-bureau-counts', 'LPKD 42-43']])
  })

  test('is of a kind that the election has; federally the canton joins them, and how is free', async () => {
    expect(await faultsOf([...many(3), counting('X1', '1|2|3')])).toEqual([
      [5, 'code', 'no-counting-kind', 'LPKD 45'],
    ])
    const free = [...many(8), counting('A1', '1|2|3|4|5|6|7|8', '1;;1;;4;4')]
    expect(await faultsOf(free, { regime: 'KWB' })).toEqual([])
  })
})
