import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type App, openApp } from '../../src/app.ts'
import { aLettersTrial, type LettersTrial } from '../../src/letters/testing.ts'
import { purgeDue } from '../../src/purge-due.ts'
import { purgeSteps, stays } from '../../src/retention/index.ts'
import { needlesOf, wholeCampaign } from '../../src/retention/testing.ts'
import { startWorker } from '../../src/worker.ts'
import { runKiesloket, startKiesloket } from '../command-line.ts'
import { readPdf } from '../read-pdf.ts'
import { scanDatabase } from '../scan-database.ts'

/** Goodbye to the data of an election, while the process that erases it is killed again and again, as by `kill -9`. */

const voters = 40
let trial: LettersTrial
let app: App
let env: NodeJS.ProcessEnv
let folder: string
let owner: pg.Client
let needles: string[]
const said: object[] = []

beforeAll(async () => {
  trial = await aLettersTrial(voters)
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-goodbye-'))
  await wholeCampaign(trial, join(folder, 'campaign'))
  const { persons, ciphers, indexes } = await needlesOf(trial.database.ownerUrl, trial.election)
  needles = [...persons, ...ciphers, ...indexes]
  owner = new pg.Client({ connectionString: trial.database.ownerUrl })
  await owner.connect()
  // A purge as a process of its own goes by the machine's clock: the election was long ago.
  await owner.query(`update elections.election set polling_day = '2024-06-09'`)
  const own = { DATABASE_URL: trial.database.url, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'error' }
  env = { ...process.env, ...own }
  const note = (facts: object) => void said.push(facts)
  app = await openApp(env, { log: { info: note, warn: note, error: note } as unknown as App['log'] })
})
afterAll(async () => {
  await owner.end()
  await app.close()
  await rm(folder, { recursive: true })
  await trial.database.close()
})

async function stepsDone(): Promise<number> {
  const { rows } = await owner.query('select count(*)::int as steps from retention.purged')
  return rows[0].steps
}

async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await isSo()) return
    await sleep(50)
  }
  throw new Error('it did not happen within half a minute')
}

async function reports(): Promise<string[]> {
  const all = await readdir(join(folder, 'reports/zonnedorp')).catch(() => [])
  return all.filter((name) => !name.endsWith('.unfinished'))
}

/** Locks in this database of which this is so; other tests have databases of their own on the same server. */
async function hasLocks(condition: string): Promise<boolean> {
  const { rows } = await owner.query(
    `select from pg_locks l join pg_database d on d.oid = l.database
     where d.datname = current_database() and ${condition}`,
  )
  return rows.length > 0
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close')
  child.kill('SIGKILL')
  await ended
}

/** Starts a purge, holds it at this table, and kills it there. */
async function killedAt(table: string): Promise<void> {
  await owner.query('begin')
  await owner.query(`lock table ${table} in access exclusive mode`)
  const child = startKiesloket(['election', 'purge'], env)
  await eventually(() => hasLocks('not l.granted'))
  await killed(child)
  await owner.query('rollback')
  // The server keeps the locks of a process until it has noticed that nobody is there any more.
  await eventually(async () => !(await hasLocks(`l.locktype = 'advisory'`)))
}

test('the worker leaves alone what was not validated', async () => {
  await purgeDue(app, new AbortController().signal)
  expect(await stepsDone()).toBe(0)
  expect(said, 'and makes no fuss about it').toEqual([])
})

test('killed in the middle of a step, the next run finds that step undone and those before it done', async () => {
  const validated = ['election', 'validated', '2024-06-28', '--source', 'Chamber, session of 28 June']
  expect(await runKiesloket(validated, env)).toMatchObject({ status: 0 })
  for (const table of ['voters.voter', 'letters.paper_letter']) {
    await killedAt(table)
    expect(await stepsDone()).toBe(purgeSteps.findIndex((step) => step.table === table))
  }
  expect(await reports()).toEqual([])
})

test('in production the worker goes on with what is sure, and says that nobody signed off the rest', async () => {
  await owner.query(`update platform.installation set environment = 'production'`)
  await purgeDue(app, new AbortController().signal)
  const which = { municipality: 'zonnedorp', election: '2029' }
  expect(said).toEqual([{ ...which, steps: expect.any(Number), report: expect.any(String) }])
  expect(await stepsDone()).toBe(purgeSteps.filter(({ part }) => part === 'list').length)
  await purgeDue(app, new AbortController().signal)
  expect(said.at(-1)).toEqual({ ...which, because: 'period-not-signed-off' })
  await owner.query(`update platform.installation set environment = 'development'`)
})

test('killed before its report, the worker writes that at its next turn, once', async () => {
  await killedAt('letters.plate')
  await killedAt('letters.release')
  const ofThis = purgeSteps.filter(({ part }) => part === 'list' || part === 'letters')
  expect(await stepsDone(), 'all of them, without bureaus: only the report reads that table').toBe(
    ofThis.length,
  )
  const { length: before } = await reports()
  for (let turn = 0; turn < 2; turn++) {
    const worker = await startWorker(app)
    await eventually(async () => (await reports()).length > before)
    await worker.stop()
  }
  expect(await reports()).toHaveLength(before + 1)
})

test('the report is whole and genuine, and names every step', async () => {
  const report = join(folder, 'reports/zonnedorp', (await reports()).sort().at(-1)!)
  const verified = await runKiesloket(['report', 'verify', join(report, 'purge-report.json')], env)
  expect(verified.status, verified.stderr).toBe(0)
  const { pages } = await readPdf(await readFile(join(report, 'purge-report.pdf')))
  expect(pages[0]!.text).toContain('Alle gegevens van kiezers zijn gewist.')
  const { rows } = await owner.query('select count(distinct report_id)::int as reports from retention.purged')
  expect(rows[0].reports).toBe(2)
})

test('no voter is left in any table, nor in a file that the purge wrote', async () => {
  expect(needles.length).toBeGreaterThan(voters)
  expect(await scanDatabase(trial.database.ownerUrl, needles)).toEqual([])
  const kept = new Set(stays.map(({ table }) => table))
  for (const table of await tablesOfElections()) {
    const { rows } = await owner.query(`select count(*)::int as left from ${table} where election_id = $1`, [
      trial.election.electionId,
    ])
    if (!kept.has(table)) expect(rows[0].left, table).toBe(0)
  }
  const written = join(folder, 'reports')
  for (const name of await readdir(written, { recursive: true })) {
    const text = await readFile(join(written, name), 'latin1').catch(() => '')
    for (const needle of needles) expect(text.includes(needle), name).toBe(false)
  }
})

async function tablesOfElections(): Promise<string[]> {
  const { rows } = await owner.query(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where a.attname = 'election_id' and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  )
  expect(rows.length).toBeGreaterThan(10)
  return rows.map(({ name }) => name)
}
