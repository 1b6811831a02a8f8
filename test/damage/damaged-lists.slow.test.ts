import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Dice, diceFrom } from '../../dev/demo/random.ts'
import type { Election } from '../../src/elections/index.ts'
import { staffOf } from '../../src/platform/db/scope.ts'
import { findingText, importVoters, listColumns, loadPreset, type Preset } from '../../src/voters/index.ts'
import { anElection, aRow, sourceOf, testDeps } from '../../src/voters/testing.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from '../database.ts'
import { packed, sheetOf, workbookFiles } from '../workbook.ts'
import { type Cells, cellsOf, damagedFile, damagedRow } from './damage.ts'

/** `npm run damage` takes a million; a seed that failed goes into `DAMAGE_SEED`. */
const rowsInAll = Number(process.env.DAMAGED_ROWS ?? 20_000)
const seed = Number(process.env.DAMAGE_SEED ?? 1)
const rowsInFile = 400
const timeout = 600_000 + rowsInAll * 4

const names = listColumns.map(({ name }) => name)
let database: TestDatabase
let election: Election

beforeAll(async () => {
  database = await testDatabase()
  election = await anElection(database, firstMunicipality)
})
afterAll(() => database.close())

async function stored() {
  const { rows } = await database.inScope(staffOf(firstMunicipality), (db) =>
    sql<{ voters: number; lists: string }>`select (select count(*)::int from voters.voter) as voters,
      (select string_agg(list_id || state, ',') from voters.voters_list) as lists`.execute(db),
  )
  return rows[0]!
}

/** Imports, and holds what is stored against the answer: all of a list, or nothing of it. */
async function imported(bytes: Buffer, preset?: Preset) {
  const before = await stored()
  const source = { ...sourceOf(bytes), preset }
  const outcome = await importVoters(testDeps(database), { election, source, by: 'damage' })
  const after = await stored()
  if (outcome.ok) {
    expect(after.voters).toBe(outcome.report.voters)
    expect(after.lists).toContain(outcome.listId)
    return { ...outcome, because: 'stored' as const }
  }
  expect(after).toEqual(before)
  if (outcome.because === 'not-a-list') expect(findingText(outcome.fault, 'nl').remedy).toMatch(/\.$/)
  else expect(outcome.because).toBe('rows-refused')
  return outcome
}

/** Found in the whole list, about rows that are right by themselves. */
const ofTheList = /^(?:double-|numbering-gap|section-without|fewer-voters|unknown-column)/

function rowsAnswered(answer: Awaited<ReturnType<typeof imported>>): number {
  if (!('report' in answer)) return 0
  const { findings, voters } = answer.report
  const noVoters = findings.filter(
    ({ code, severity }) =>
      !ofTheList.test(code) && (severity === 'error' || ['total-line', 'repeated-header'].includes(code)),
  )
  return voters + new Set(noVoters.map(({ row }) => row)).size
}

const tally = new Map<string, number>()
const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1)

const goodRows = (start: number) =>
  Array.from({ length: rowsInFile }, (_, n) => cellsOf(aRow(start + n), names))

const isBlank = (cells: Cells) => cells.every((text) => text.trim() === '')
const csv = (rows: readonly Cells[]) => [names, ...rows].map((cells) => cells.join(';')).join('\n')

test('every damaged row is answered by itself, and the list stored whole or not at all', {
  timeout,
}, async () => {
  const dice = diceFrom(seed)
  for (let start = 0; start < rowsInAll; start += rowsInFile) {
    const share = dice.pick([0.001, 0.01, 0.5, 1])
    const rows = goodRows(start % 200_000).map((cells) =>
      dice.roll() < share ? damagedRow(cells, dice) : cells,
    )
    const answer = await imported(Buffer.from(csv(rows)))
    count(answer.because)
    const told = `seed ${seed}, rows from ${start}`
    expect(rowsAnswered(answer), told).toBe(rows.filter((cells) => !isBlank(cells)).length)
  }
  console.log(`${rowsInAll} rows:`, Object.fromEntries(tally))
})

const presetNames = [
  'imitation-codes-by-position',
  'imitation-fixed-length',
  'imitation-dutch-headers',
] as const

test('a file whose bytes are damaged is read or refused with a name, as ours or by any preset', {
  timeout,
}, async () => {
  const dice = diceFrom(seed + 1)
  const presets = presetNames.map((name) => {
    const loaded = loadPreset(name)
    if (!loaded.ok) throw new Error(name)
    return loaded.preset
  })
  for (let start = 0; start < rowsInAll; start += rowsInFile) {
    const bytes = damagedFile(Buffer.from(csv(goodRows(start % 200_000))), dice)
    const answer = await imported(bytes, dice.roll() < 0.3 ? dice.pick(presets) : undefined)
    count('fault' in answer ? answer.fault : answer.because)
  }
  console.log('damaged files:', Object.fromEntries(tally))
})

test('a workbook is too, damaged in its cells, its XML or its bytes', { timeout }, async () => {
  const dice = diceFrom(seed + 2)
  for (let start = 0; start < rowsInAll; start += rowsInFile * 4) {
    const rows = goodRows(start % 200_000)
    const answer = await imported(damagedWorkbook(rows, dice))
    count(`workbook ${'fault' in answer ? answer.fault : answer.because}`)
  }
  console.log('workbooks too:', Object.fromEntries(tally))
})

function damagedWorkbook(rows: readonly Cells[], dice: Dice): Buffer {
  const kind = dice.pick(['cells', 'xml', 'bytes'])
  const cells = rows.map((row) => (kind === 'cells' && dice.roll() < 0.1 ? damagedRow(row, dice) : row))
  const files = workbookFiles({ sheets: [sheetOf([names, ...cells.map((row) => row.map(writable))])] })
  if (kind === 'xml') {
    const part = dice.pick(Object.keys(files))
    files[part] = damagedFile(Buffer.from(files[part]!), dice).toString('utf8')
  }
  return kind === 'bytes' ? damagedFile(packed(files), dice) : packed(files)
}

/** XML has no half characters. */
const writable = (text: string) => text.toWellFormed()
