import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { selectBatches } from '../src/bureaus/paying/batch-store.ts'
import { noteClaim } from '../src/bureaus/paying/note-claim.ts'
import { keptBureaus } from '../src/bureaus/planning/bureau-store.ts'
import {
  adopted,
  afterPollingDay,
  aLocalElection,
  aMember,
  aPollingBureau,
  bureauDeps,
} from '../src/bureaus/testing.ts'
import { refusalText } from '../src/commands/refusal-texts.ts'
import type { Election } from '../src/elections/index.ts'
import { staffOf } from '../src/platform/db/scope.ts'
import type { AssignmentId } from '../src/platform/ids.ts'
import { testNumber } from '../src/voters/testing.ts'
import { type Ran, runKiesloket } from './command-line.ts'
import { firstMunicipality, type TestDatabase, testDatabase } from './database.ts'

/** What members are owed, by the command line: counted, put in batches, written to files, read back. */

let database: TestDatabase
let folder: string
let deps: ReturnType<typeof bureauDeps>
let election: Election
const called: { assignmentId: AssignmentId }[] = []
const iban = 'BE68539007547034'
const order = [
  'pay',
  '--payer',
  'Provincie Middelland',
  '--account',
  'BE71 0961 2345 6769',
  '--on',
  '2030-11-15',
]

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-pay-'))
  deps = bureauDeps(database)
  election = await aLocalElection(database, firstMunicipality)
  await adopted(deps, election, [aPollingBureau(12, 3, 1)])
  const [bureau] = await database.inScope(staffOf(firstMunicipality), (db) => keptBureaus(db, election))
  const arrivedAt = new Date('2030-10-13T05:10:00Z')
  let n = 0
  for (const { seatId, role } of bureau!.seats) {
    const member = { seatId, memberId: await aMember(deps, election, ++n) }
    const account = role === 'SUBSTITUTE' ? undefined : iban
    const assignmentId = await afterPollingDay(deps, { ...member, election, arrivedAt, iban: account })
    if (role !== 'SUBSTITUTE') called.push({ assignmentId })
  }
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

function bureaus(...args: string[]): Promise<Ran> {
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    KIESLOKET_DATA_KEY: `1:${Buffer.alloc(32, 1).toString('base64')}`,
    ...{ KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'warn' },
  }
  return runKiesloket(['bureaus', ...args], env)
}

/** Everybody lives elsewhere as far as known: the clerk writes down that they do not. */
async function everybodyLivesHere(): Promise<void> {
  for (const { assignmentId } of called) {
    const note = { livesHere: true, needed: false }
    await noteClaim(bureauDeps(database, new Date().toISOString()), {
      election,
      assignmentId,
      note,
      by: 'clerk',
    })
  }
}

const refusedFor = (because: string) => expect.stringContaining(refusalText({ ok: false, because }))
const batchIn = ({ stdout }: Ran) => /KLB\w+/.exec(stdout)![0]

test('claims are counted with what is missing, and nothing is paid before it is complete', async () => {
  const counted = await bureaus('claims')
  expect(counted.status).toBe(0)
  expect(counted.stdout).toContain('4 incomplete')
  expect(counted.stdout).toContain('1 not-owed')
  expect(counted.stdout).toContain('4 claims without distance')
  const none = await bureaus(...order)
  expect(none).toMatchObject({ status: 1, stderr: refusedFor('no-claims') })
})

test('what is no account, or a day that is past, makes no batch', async () => {
  await everybodyLivesHere()
  const noAccount = await bureaus(...order.with(4, 'BE71096123456760'))
  expect(noAccount).toMatchObject({ status: 1, stderr: refusedFor('payer-account') })
  const noNumber = await bureaus(...order, '--enterprise', '1'.repeat(60))
  expect(noNumber).toMatchObject({ status: 1, stderr: refusedFor('not-an-enterprise') })
  const past = await bureaus(...order.with(6, '2020-01-01'))
  expect(past).toMatchObject({ status: 1, stderr: refusedFor('day-past') })
  expect((await bureaus('claims')).stdout).toContain('4 complete')
})

test('a batch leaves once; its files are the same bytes each time, and only its owner reads them', async () => {
  const paid = await bureaus(...order)
  expect(paid).toMatchObject({ status: 0, stdout: expect.stringContaining('4 payments, 200.00 euro') })
  const batch = batchIn(paid)
  expect(await bureaus(...order)).toMatchObject({ status: 1, stderr: refusedFor('no-claims') })

  const [xml, again, csv] = ['een.xml', 'twee.xml', 'een.csv'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  for (const file of [xml, again, csv])
    expect(await bureaus('pay-file', batch, file)).toMatchObject({ status: 0 })
  expect((await stat(csv)).mode & 0o777).toBe(0o600)
  expect(await readFile(xml)).toEqual(await readFile(again))
  expect((await readFile(xml, 'utf8')).match(/<EndToEndId>/g)).toHaveLength(4)

  const no = await bureaus('pay-file', 'KLB0123456789abcdef0123456789abcdef', xml)
  expect(no).toMatchObject({ status: 1, stderr: refusedFor('no-such-batch') })
  const nowhere = await bureaus('pay-file', batch, join(folder, 'nergens', 'een.xml'))
  expect(nowhere).toMatchObject({ status: 1, stderr: refusedFor('not-writable') })
})

test('what came back is read once; rows that cannot be used are told', async () => {
  const csv = join(folder, 'een.csv')
  const [header, ...rows] = (await readFile(csv, 'utf8')).trimEnd().split('\r\n')
  const batch = await theBatch()
  const states = ['betaald', 'betaald', 'geweigerd', 'misschien']
  const answer = join(folder, 'antwoord.csv')
  const said = [`${header};toestand`, ...rows.map((row, place) => `${row};${states[place]}`)]
  await writeFile(answer, said.join('\r\n'))

  const read = await bureaus('pay-report', batch, answer)
  expect(read.stdout).toContain('2 paid, 1 came back, 0 pending; 0 known already.')
  expect(read.stdout).toContain('unknown-state')
  const again = await bureaus('pay-report', batch, answer)
  expect(again.stdout).toContain('0 paid, 0 came back, 0 pending; 3 known already.')
  const counted = await bureaus('claims')
  expect(counted.stdout).toContain('2 paid')
  expect(counted.stdout).toContain('1 exported')
  expect(counted.stdout).toContain('1 claim without came-back')
})

test('a report of another batch, one that is not there and one that is no report change nothing', async () => {
  const batch = await theBatch()
  const missing = await bureaus('pay-report', batch, join(folder, 'weg.xml'))
  expect(missing).toMatchObject({ status: 1, stderr: refusedFor('no-such-file') })
  const damaged = join(folder, 'stuk.xml')
  await writeFile(damaged, '<Document><half')
  expect(await bureaus('pay-report', batch, damaged)).toMatchObject({
    status: 1,
    stderr: refusedFor('not-pain-002'),
  })
  const other = await bureaus(
    'pay-report',
    'KLB0123456789abcdef0123456789abcdef',
    join(folder, 'antwoord.csv'),
  )
  expect(other).toMatchObject({ status: 1, stderr: refusedFor('no-such-batch') })
  expect((await bureaus('claims')).stdout).toContain('2 paid')
})

test('services: not before the day is over, a file of the register whole or not at all, and a list for it without accounts', async () => {
  expect(await bureaus('services')).toMatchObject({ status: 1, stderr: refusedFor('day-not-over') })
  expect(await bureaus('services-import', join(folder, 'weg.csv'))).toMatchObject({ status: 1 })
  const file = join(folder, 'diensten.csv')
  const header = 'national_number;polling_day;bureau;role;served'
  const row = `${testNumber(2)};2024-06-09;POLLING;ASSESSOR`
  await writeFile(file, `${header}\n${row};misschien\n`)
  const refused = await bureaus('services-import', file)
  expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('row 2, served') })
  await writeFile(file, `${header}\n${row};ja\n`)
  expect((await bureaus('services-import', file)).stdout).toContain('1 service taken over.')
  const list = join(folder, 'namenlijst.csv')
  expect((await bureaus('services-list', list)).stdout).toContain('5 people in')
  expect(await readFile(list, 'utf8')).toContain(`${testNumber(1)};Peeters 1`)
  expect((await stat(list)).mode & 0o777).toBe(0o600)
})

async function theBatch(): Promise<string> {
  const [batch] = await database.inScope(staffOf(firstMunicipality), (db) =>
    selectBatches(db, election, { most: 1 }),
  )
  return batch!.batchId
}
