import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../../test/database.ts'
import { rowsXml, sheetOf, workbookOf } from '../../../test/workbook.ts'
import type { Election } from '../../elections/index.ts'
import { staffOf } from '../../platform/db/scope.ts'
import { importVoters, type ListSource, loadPreset, votersOfSection } from '../index.ts'
import { type ListRow, listColumns } from '../list-format.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps } from '../testing.ts'

let database: TestDatabase
let election: Election

beforeAll(async () => {
  database = await testDatabase()
  election = await anElection(database, firstMunicipality)
})
afterAll(() => database.close())

const imported = (source: ListSource) => importVoters(testDeps(database), { election, source, by: 'clerk' })

async function votersAfter(source: ListSource) {
  const outcome = await imported(source)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  const { municipalityId, electionId } = election
  const voters = await database.inScope(staffOf(municipalityId), (db) =>
    votersOfSection(db, municipalityId, electionId, outcome.listId, 1, 0, 10_000),
  )
  return voters.map(({ nrnCipher, ...voter }) => voter)
}

function presetNamed(name: string) {
  const loaded = loadPreset(name)
  if (!loaded.ok) throw new Error(loaded.because)
  return loaded.preset
}

const byPosition = (row: ListRow) =>
  [
    row.section.padStart(4, '0'),
    row.list_number.padStart(6, '0'),
    row.national_number,
    row.last_name,
    row.first_names,
    '00000000',
    '1',
    `${row.street} ${row.house_number}${row.box && ` bus ${row.box}`}`,
    row.postcode,
    row.city,
    '',
  ].join('\t')

const people = Array.from({ length: 2000 }, (_, n) => aRow(n, n % 7 === 0 ? { box: 'A2' } : {}))

test('people who come in through a preset are stored as if the list were ours', async () => {
  const ours = await votersAfter(sourceOf(csvOf(people)))
  const theirs = await votersAfter({
    ...sourceOf(people.map(byPosition).join('\r\n'), 'export.txt'),
    preset: presetNamed('imitation-codes-by-position'),
  })
  expect(theirs).toEqual(ours)
})

test('and so are those whose address stands in another file', async () => {
  const ours = await votersAfter(sourceOf(csvOf(people)))
  const persons = people.map((row, n) =>
    [
      row.list_number,
      row.national_number,
      row.last_name,
      row.first_names,
      '',
      '',
      'BE',
      '1',
      `A${n}`,
      `P${n}`,
      '',
    ].join(','),
  )
  const addresses = people.map((row, n) =>
    [`A${n}`, row.street, row.house_number, row.box, row.postcode, row.city, 'BE'].join(','),
  )
  const header =
    'nr,insz,family_name,given_name,other_given_names,birth_date,voter_type,section,address_id,person_id,language'
  const theirs = await votersAfter({
    ...sourceOf([header, ...persons].join('\n')),
    preset: presetNamed('imitation-persons-and-addresses'),
    joined: {
      addresses: Readable.from([
        Buffer.from(['id,street,number,box,postcode,city,country', ...addresses].join('\n')),
      ]),
      moved: Readable.from([Buffer.from('person_id,street,number,box,postcode,city,country\n')]),
    },
  })
  expect(theirs).toEqual(ours)
})

test('a wrong row is refused by its line in the export', async () => {
  const lines = people.slice(0, 30).map(byPosition)
  lines[11] = lines[11]!.replace('\t1\t', '\t9\t')
  const outcome = await imported({
    ...sourceOf(lines.join('\n')),
    preset: presetNamed('imitation-codes-by-position'),
  })
  expect(outcome).toMatchObject({
    because: 'rows-refused',
    report: { counts: { 'unknown-category': 1 }, findings: [{ row: 12, column: 'category' }, {}] },
  })
})

test('a joined file that was not given refuses the list, and nothing is kept', async () => {
  const outcome = await imported({
    ...sourceOf('nr\n'),
    preset: presetNamed('imitation-persons-and-addresses'),
  })
  expect(outcome).toMatchObject({ because: 'not-a-list', fault: 'missing-file' })
})

test('our own format in a workbook, under a title and another extension, is stored as if it were CSV', async () => {
  const ours = await votersAfter(sourceOf(csvOf(people)))
  const names = listColumns.map(({ name }) => name)
  const rows = people.map((row) => names.map((name) => row[name]))
  const header = names.map((name) => name.toUpperCase().replace('_', ' '))
  const bytes = workbookOf({ sheets: [sheetOf([['Kiezerslijst'], [], header, ...rows])] })
  const theirs = await votersAfter(sourceOf(bytes, 'kiezers.csv'))
  expect(theirs).toEqual(ours)
})

test('a hidden row of it refuses the list, with its row and what to do', async () => {
  const names = listColumns.map(({ name }) => name)
  const rows = people.slice(0, 5).map((row) => names.map((name) => row[name]))
  const xml = `<sheetData>${rowsXml([names, ...rows], { hidden: [4] })}</sheetData>`
  const outcome = await imported(sourceOf(workbookOf({ sheets: [{ xml }] }), 'kiezers.xlsx'))
  expect(outcome).toMatchObject({
    because: 'rows-refused',
    report: {
      errors: 1,
      findings: expect.arrayContaining([expect.objectContaining({ row: 4, code: 'hidden-row' })]),
    },
  })
})
