import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigError } from '../config-error.ts'
import { sha256 } from '../hash.ts'
import { startEmbeddedServer } from './embedded-server.ts'

let parent: string
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'kiesloket-embedded-')) // closed to other users, as a home folder can be
})
afterAll(async () => {
  const setAside = ['shared', 'joined', 'thrown-away', 'at-once', 'broken'].map((name) => {
    const hash = sha256(join(parent, name)).toString('hex').slice(0, 12)
    return join(tmpdir(), `kiesloket-data-${hash}`)
  })
  for (const folder of [parent, ...setAside])
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select 1 as one')
  await client.end()
  return rows[0].one === 1
}

test('two processes share a server, and the last to leave stops it', async () => {
  const folder = join(parent, 'shared')
  const first = await startEmbeddedServer(folder, { durable: false })
  const second = await startEmbeddedServer(folder, { durable: false })
  const url = second.applicationUrl('postgres')
  expect(first.applicationUrl('postgres')).toBe(url)
  const busy = new pg.Client({ connectionString: url })
  await busy.connect()
  await first.leave()
  expect((await busy.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await busy.end()
  await second.leave()
  await expect(answers(url)).rejects.toThrow()
})

test('one that joined is not left without a server before its first connection', async () => {
  const folder = join(parent, 'joined')
  const first = await startEmbeddedServer(folder, { durable: false })
  const second = await startEmbeddedServer(folder, { durable: false })
  const url = second.applicationUrl('postgres')
  await first.leave()
  expect(await answers(url)).toBe(true)
  await second.leave()
  await expect(answers(url)).rejects.toThrow()
})

test('processes that start it at the same moment come one after the other, on a new folder and on a stopped one', async () => {
  const folder = join(parent, 'at-once')
  for (const _ of ['new', 'stopped']) {
    const servers = await Promise.all([1, 2, 3].map(() => startEmbeddedServer(folder, { durable: false })))
    const urls = new Set(servers.map((server) => server.applicationUrl('postgres')))
    expect(urls.size).toBe(1)
    expect(await answers([...urls][0]!)).toBe(true)
    await Promise.all(servers.map((server) => server.leave()))
    await expect(answers([...urls][0]!)).rejects.toThrow()
  }
})

test('one that does not start says where is written why, and what to do', async () => {
  const folder = join(parent, 'broken')
  const server = await startEmbeddedServer(folder, { durable: false })
  await server.leave()
  await appendFile(join(server.folder, 'postgresql.conf'), 'no_such_setting = on\n')
  const starting = startEmbeddedServer(folder, { durable: false })
  await expect(starting).rejects.toThrow(ConfigError)
  await expect(starting).rejects.toMatchObject({
    faults: [{ path: 'DATABASE_URL', remedy: expect.stringContaining(join(server.folder, 'server.log')) }],
  })
})

test('a data folder that was thrown away starts afresh, wherever its cluster lay', async () => {
  const folder = join(parent, 'thrown-away')
  const before = await startEmbeddedServer(folder, { durable: false })
  await before.leave()
  await rm(folder, { recursive: true })
  const after = await startEmbeddedServer(folder, { durable: false })
  expect(await answers(after.applicationUrl('postgres'))).toBe(true)
  expect((await stat(join(folder, 'postgres-password'))).mode & 0o077).toBe(0)
  await after.leave()
})
