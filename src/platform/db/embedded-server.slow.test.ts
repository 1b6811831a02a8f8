import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../hash.ts'
import { startEmbeddedServer } from './embedded-server.ts'

let parent: string
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'kiesloket-embedded-')) // closed to other users, as a home folder can be
})
afterAll(async () => {
  const setAside = ['shared', 'thrown-away'].map((name) => {
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
