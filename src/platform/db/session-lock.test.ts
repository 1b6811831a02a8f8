import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { type Relay, relayTo } from '../../../test/relay.ts'
import { connectionOptions, endOrCut, openLines, PatientClient, sessionSettings } from './connection.ts'
import { isConnectionTrouble } from './connection-trouble.ts'
import { holdSessionLock } from './session-lock.ts'

const rhythm = { beatEveryMs: 50, missedBeats: 3, leaseSeconds: 1 }
let database: TestDatabase
let relay: Relay

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  relay = await relayTo(database.url)
})
afterEach(() => relay.close())

const isFree = async (name: string) => (await database.whileLocked(name, async () => true)) ?? false

async function becomesFree(name: string): Promise<void> {
  while (!(await isFree(name))) await sleep(50)
}

test('one holds it at a time, for as long as the work takes, and it is free at once afterwards', async () => {
  const held = await holdSessionLock({ url: relay.url, name: 'one', rhythm }, async ({ lost }) => {
    await sleep(rhythm.leaseSeconds * 2500)
    return { isFree: await isFree('one'), isLost: lost.aborted }
  })
  expect(held).toEqual({ isFree: false, isLost: false })
  expect(await isFree('one')).toBe(true)
})

test('over a wire that went dead, the holder knows before the server gives it to another', async () => {
  let silences = 0
  const onSilence = () => silences++
  await holdSessionLock({ url: relay.url, name: 'dead wire', rhythm, onSilence }, async ({ lost }) => {
    relay.goDead()
    await new Promise((resolve) => lost.addEventListener('abort', resolve))
    expect(await isFree('dead wire')).toBe(false)
    await becomesFree('dead wire')
  })
  expect(silences).toBe(1)
})

test('a holder that stands still loses it, and hears of that when it goes on', async () => {
  const still = { ...rhythm, beatEveryMs: 60_000 }
  await holdSessionLock({ url: database.url, name: 'still', rhythm: still }, async ({ lost }) => {
    await becomesFree('still')
    while (!lost.aborted) await sleep(10)
  })
})

test('a session that is ended by the server loses it at once', async () => {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await holdSessionLock({ url: database.url, name: 'ended' }, async ({ lost }) => {
    await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
                       where datname = current_database() and application_name = 'kiesloket lock'`)
    while (!lost.aborted) await sleep(10)
  })
  await owner.end()
  expect(await isFree('ended')).toBe(true)
})

test('what waits for an answer over a dead wire hears of it when the line is cut, and as trouble that passes', async () => {
  const lines = openLines()
  const client = new PatientClient(connectionOptions(relay.url, 'kiesloket', lines))
  client.on('error', () => {})
  await client.connect()
  relay.goDead()
  const waiting = client.query('select 1').catch((error: unknown) => error)
  lines.cut()
  expect(isConnectionTrouble(await waiting)).toBe(true)
  await endOrCut(client.end(), lines)
})

test('every session tells the server how to find out that its client is gone; what a server can’t do is passed over', async () => {
  const names = ['tcp_keepalives_idle', 'tcp_user_timeout', 'client_connection_check_interval']
  const shown = await database.withClient({ directory: true }, async (_, client) => {
    const { rows } = await client.query(
      `select name, setting || unit as value from pg_settings where name = any($1) order by name`,
      [names],
    )
    return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
  })
  expect(shown).toEqual({
    client_connection_check_interval: '10000ms',
    tcp_keepalives_idle: '10s',
    tcp_user_timeout: '20000ms',
  })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(sessionSettings({ tcp_user_timeout: 'nonsense', idle_session_timeout: '7s' }))
  expect((await client.query('show idle_session_timeout')).rows[0].idle_session_timeout).toBe('7s')
  await client.end()
})
