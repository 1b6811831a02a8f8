import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  aFederalElection,
  aNaming,
  bureauDeps,
  importNamings,
  withSections,
  withVoters,
} from '../src/bureaus/testing.ts'
import { refusalText } from '../src/commands/refusal-texts.ts'
import { type Ran, runKiesloket } from './command-line.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from './database.ts'

/** Lists, the draw, the plan and who is seated from a file, by the command line. */

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-lists-'))
  const deps = bureauDeps(database, '2029-04-20T08:00:00Z')
  const election = await aFederalElection(database, firstMunicipality)
  await withSections(database, election, [1, 2])
  await withVoters(deps, election, 30, (n) => 1 + (n % 2))
  await importNamings(deps, election, aNaming(1), aNaming(2))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

function kiesloket(...args: string[]): Promise<Ran> {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    KIESLOKET_DATA_KEY: `1:${Buffer.alloc(32, 1).toString('base64')}`,
    ...{ KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'warn' },
  }
  return runKiesloket(args, env)
}
const refusedFor = (because: string) =>
  expect.stringContaining(refusalText({ ok: false, because }).slice(0, 40))

test('a list that was adopted is written as CSV and as PDF, for its owner only; before that there is none', async () => {
  const csv = join(folder, 'list-a.csv')
  expect(await kiesloket('bureaus', 'list-export', 'A', csv)).toMatchObject({
    ...{ status: 1, stderr: refusedFor('no-such-list') },
  })
  const adopted = await kiesloket('bureaus', 'adopt-list', 'A', '--decision', 'CBS 1', '--on', '2029-04-20')
  expect([adopted.status, adopted.stdout.includes('Adopted with 2 people')]).toEqual([0, true])
  const written = await kiesloket('bureaus', 'list-export', 'A', csv)
  expect(written.stdout).toContain('It holds national numbers')
  expect((await readFile(csv, 'utf8')).trim().split('\r\n')).toHaveLength(3)
  expect((await stat(csv)).mode & 0o777).toBe(0o600)
  const pdf = join(folder, 'list-a.pdf')
  expect((await kiesloket('bureaus', 'list-export', 'A', pdf)).status).toBe(0)
  expect((await readFile(pdf)).toString('latin1', 0, 5)).toBe('%PDF-')
  expect((await kiesloket('bureaus', 'list-export', 'A', join(folder, 'a.txt'))).status).toBe(2)
  const sent = await kiesloket('bureaus', 'send-list', 'A', '--authority', '1999000744')
  expect(sent).toMatchObject({ status: 1, stderr: refusedFor('no-such-authority') })
})

test('a plan that the law forbids is refused by row, also when it is only looked at', async () => {
  const file = join(folder, 'bureaus.csv')
  const header = 'kind;number;code;section;place;voting_mode;chair;secretary;assessor;substitute'
  const bureau = (section: number, chairs: number) =>
    `POLLING;${section};;${section};De Linde;PAPER;${chairs};1;4;4`
  await writeFile(file, [header, bureau(1, 1), bureau(2, 5), bureau(9, 1), ''].join('\n'))
  for (const more of [['--preview'], []]) {
    const { status, stderr } = await kiesloket('bureaus', 'import', file, ...more)
    expect(status).toBe(1)
    expect(stderr).toMatch(/row 3, chair.*KWB 95 § 9/s)
    expect(stderr).toMatch(/row 4, section/)
  }
  await writeFile(file, [header, bureau(1, 1), bureau(2, 1), ''].join('\n'))
  expect((await kiesloket('bureaus', 'import', file)).status).toBe(0)
})

test('people of a file are held against the lists, and nobody is proposed when one is not as they say', async () => {
  const file = join(folder, 'people.json')
  await writeFile(file, JSON.stringify([{ nationalNumber: '85610100148', lastName: 'Niemand', list: 'A' }]))
  const { status, stderr } = await kiesloket('bureaus', 'seat', file)
  expect([status, /0\.(nationalNumber|list|lastName)/.test(stderr)]).toEqual([1, true])
})
