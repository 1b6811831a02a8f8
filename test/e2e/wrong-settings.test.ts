import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runKiesloket } from '../command-line.ts'
import { type TestDatabase, testDatabase } from '../database.ts'

/** An operator who sets one thing wrong: each is named, with what to do, for people and for programs. */

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-settings-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const nobodyThere = 'postgres://kiesloket@127.0.0.1:1/kiesloket'

function run(env: NodeJS.ProcessEnv, ...args: string[]) {
  const own = { DATABASE_URL: database.url, KIESLOKET_DATA_DIR: folder, LOG_LEVEL: 'warn' }
  return runKiesloket(args, { ...process.env, ...own, ...env })
}

test.each([
  [
    'EBOX_API',
    'pigeon',
    /EBOX_API: expected one of .*federal-v3.* → Give: one of federal-v3, .*\. Route to the e-Box/,
  ],
  ['PORT', 'tachtig', /PORT: is not a number → Give: a whole number from 0 to 65535, .*\. Port of the pages/],
  ['KIESLOKET_DATA_KEY', '1:short', /KIESLOKET_DATA_KEY: data key 1 is not .* → Give: Keys for national/],
  ['KIESLOKET_SIGNING_KEY_FILE', '/no/such.pem', /KIESLOKET_SIGNING_KEY_FILE: ENOENT.* → Give: Ed25519/],
  ['KIESLOKET_EARLIER_KEYS_FILE', '/no/such.json', /KIESLOKET_EARLIER_KEYS_FILE: .* → Give a file/],
  ['DATABASE_URL', nobodyThere, /database is not there.*Check DATABASE_URL[\s\S]*ECONNREFUSED/],
])('%s=%s is refused in one breath, and nothing runs', async (name, value, says) => {
  const { status, stderr } = await run({ [name]: value }, 'municipality', 'list')
  expect(stderr).toMatch(says)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(status).toBe(1)
})

test('with --json a wrong setting is a fault, and a database that is not there a refusal', async () => {
  const setting = await run({ EBOX_API: 'pigeon' }, 'municipality', 'list', '--json')
  expect(JSON.parse(setting.stdout)).toMatchObject({
    ...{ ok: false, because: 'configuration' },
    faults: [{ path: 'EBOX_API', remedy: expect.stringContaining('Route to the e-Box') }],
  })
  const gone = await run({ DATABASE_URL: nobodyThere }, 'municipality', 'list', '--json')
  expect(JSON.parse(gone.stdout)).toMatchObject({ ok: false, because: 'no-database' })
})

test('doctor shows the settings also when they are wrong, and never a secret', async () => {
  const env = { EBOX_API: 'pigeon', KIESLOKET_DATA_KEY: '1:geheim' }
  const { status, stdout } = await run(env, 'doctor', '--json')
  expect(status).toBe(1)
  const { settings, findings } = JSON.parse(stdout)
  expect(settings).toContainEqual(expect.objectContaining({ name: 'EBOX_API', value: 'pigeon' }))
  expect(findings).toEqual([expect.objectContaining({ what: 'EBOX_API', state: 'wrong' })])
  expect(stdout).not.toContain('geheim')
})

test('doctor of a new installation: where the stand-ins lie, and that no e-Box was looked at', async () => {
  const { status, stdout } = await run({}, 'doctor')
  expect(status).toBe(0)
  expect(stdout).toContain(`(not set) stand-in: ${join(folder, 'keys/data-key')}`)
  expect(stdout).toMatch(/✓ database: PostgreSQL/)
  expect(stdout).toMatch(/! e-Box: not looked at.*npx kiesloket municipality add FILE/)
})
