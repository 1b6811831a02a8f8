import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstMunicipality, type TestDatabase, testDatabase } from '../../test/database.ts'
import { expectOk } from '../../test/expect-ok.ts'
import { readPdf } from '../../test/read-pdf.ts'
import type { Election } from '../elections/index.ts'
import { amendList } from '../letters/index.ts'
import { latestAuditEvents } from '../platform/audit.ts'
import { fixedClock } from '../platform/clock.ts'
import { staffOf } from '../platform/db/scope.ts'
import { createTypesetter } from '../platform/pdf/typesetter.ts'
import { acceptList, closeList, importVoters } from '../voters/index.ts'
import { anElection, aRow, csvOf, sourceOf, testDeps, testNumber } from '../voters/testing.ts'
import { type SectionListsWanted, writeSectionLists } from './write-section-lists.ts'

let database: TestDatabase
let election: Election
let deps: Omit<ReturnType<typeof testDeps>, 'onProgress'> & {
  typesetter: ReturnType<typeof createTypesetter>
}
let folder: string

const clock = fixedClock('2029-06-09T08:00:00Z')

const rows = [
  aRow(0, { last_name: 'Aerts', address_kind: 'PROTECTED' }),
  aRow(1, { last_name: '=Baele' }),
  aRow(2, { last_name: 'Claes' }),
  aRow(3, { last_name: 'D’Hondt', section: '2' }),
]
const mutations = [
  'kind;list_number;current_last_name;ground;decided_on;source;national_number;last_name;first_names;category;section;street;house_number;postcode;city',
  'strike;2;=Baele;deceased;2029-05-30;akte 17;;;;;;;;;',
  'correct;3;Claes;college-decision;2029-05-31;besluit 3;;Claeys;;;;;;;',
  `add;;;court-decision;2029-06-01;arrest 9;${testNumber(9)};Zoon;Mia;BELGIAN;1;Kersenlaan;9;9999;Zonnedorp`,
].join('\n')

beforeAll(async () => {
  database = await testDatabase()
  deps = { ...testDeps(database), clock, typesetter: createTypesetter() }
  election = await anElection(database, firstMunicipality)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-lists-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.close()
})

const write = (changes: Partial<SectionListsWanted> = {}) => {
  clock.moveTo(new Date(clock.now().getTime() + 1000).toISOString())
  return writeSectionLists(deps, { election, folder, by: 'test', ...changes })
}

test('a list that is not closed gives no lists for the chairs', async () => {
  expectOk(await importVoters(deps, { election, source: sourceOf(csvOf(rows)), by: 'test' }))
  expect(await write()).toMatchObject({ because: 'list-not-closed' })
  expectOk(await acceptList(deps, { election, by: 'test' }))
  expectOk(await closeList(deps, { election, by: 'test' }))
})

test('strikes stand where they stood, corrections in their place, additions at the end', async () => {
  const amended = await amendList(deps, {
    election,
    mutations: Readable.from([Buffer.from(mutations)]),
    by: 'test',
    dryRun: false,
  })
  expectOk(amended)
  const written = expectOk(await write())
  expect(written).toMatchObject({ sections: 2, voters: 4, struck: 1, added: 1, corrected: 1 })
  expect((await readdir(written.folder)).sort()).toEqual([
    ...['section-001.csv', 'section-001.pdf', 'section-002.csv', 'section-002.pdf'],
  ])
  const [head, ...lines] = (await readFile(join(written.folder, 'section-001.csv'), 'utf8'))
    .trimEnd()
    .split('\r\n')
  expect(head).toBe('\ufeffNr.;Naam;Voornamen;Hoofdverblijfplaats;Rijksregisternummer;Wijziging')
  expect(lines.map((line) => line.split(';').toSpliced(2, 1))).toEqual([
    ['1', 'Aerts', 'niet meegedeeld', dotted(0), ''],
    ['2', "'=Baele", 'Kersenlaan 2, 9999 Zonnedorp', dotted(1), 'geschrapt 30/05/2029'],
    ['3', 'Claeys', 'Kersenlaan 3, 9999 Zonnedorp', dotted(2), 'verbeterd 31/05/2029'],
    ['5', 'Zoon', 'Kersenlaan 9, 9999 Zonnedorp', dotted(9), 'toegevoegd 01/06/2029'],
  ])
  const pdf = await readPdf(await readFile(join(written.folder, 'section-001.pdf')))
  expect(pdf).toMatchObject({ title: 'Kiezerslijst van stemafdeling 1', language: 'nl' })
  for (const text of [
    dotted(1),
    'geschrapt',
    '30/05/2029',
    '3 kiezers mogen hier stemmen',
    'niet meegedeeld',
  ])
    expect(pdf.pages[0]!.text).toContain(text)
  expect(pdf.pages[0]!.text).not.toContain('Kersenlaan 1,')
})

test('only their owner can read the files, and the log counts what was opened', async () => {
  const { folder: lists } = expectOk(await write({ section: 2 }))
  expect(await readdir(lists)).toEqual(['section-002.csv', 'section-002.pdf'])
  expect((await stat(lists)).mode & 0o777).toBe(0o700)
  for (const name of await readdir(lists)) expect((await stat(join(lists, name))).mode & 0o777).toBe(0o600)
  const { municipalityId } = election
  const [last, begun] = await database.inScope(staffOf(municipalityId), (db) =>
    latestAuditEvents(db, municipalityId, 2),
  )
  expect(last).toMatchObject({
    action: 'voters.section-lists-written',
    details: { sections: 1, voters: 1, struck: 0 },
  })
  expect(begun).toMatchObject({ action: 'voters.section-lists-begun' })
})

test('stopped halfway nothing of it is left, nor of a run that was killed', async () => {
  const left = join(folder, `${election.code}-section-lists-20290601T000000Z.unfinished`)
  await mkdir(left)
  await writeFile(join(left, 'section-001.csv'), 'national numbers')
  const before = (await readdir(folder)).filter((name) => !name.endsWith('.unfinished'))
  expect(await write({ signal: AbortSignal.abort() })).toMatchObject({ because: 'stopped' })
  expect(await readdir(folder)).toEqual(before)
  expect(await write({ section: 9 })).toMatchObject({ because: 'no-such-section' })
})

test('in production the federal columns, which nobody verified, are not shown', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`update platform.installation set environment = 'production'`)
  expect(await write()).toMatchObject({ because: 'section-list-not-signed-off' })
  const { version } = election.ruleset
  const signOff = { source: 'Belgisch Staatsblad', checkedBy: 'jurist', checkedAt: '2029-04-01' }
  const signedOff = { rulesetVersion: version, values: { sectionList: signOff } }
  const signed = { ...election, settings: { ...election.settings, signedOff } }
  expectOk(await write({ election: signed, section: 2 }))
  await owner.query(`update platform.installation set environment = 'development'`)
  await owner.end()
})

function dotted(n: number): string {
  return testNumber(n).replace(/^(..)(..)(..)(...)(..)$/, '$1.$2.$3-$4.$5')
}
