import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aMessage, aSender, aToken, multipartOf, newKey, post } from './testing.ts'

const from = aSender()
let folder: string
let running: ChildProcess[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ebox-'))
  running = []
  writeFileSync(join(folder, 'clients.json'), JSON.stringify([from.client]))
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

async function start(...more: string[]) {
  const main = join(import.meta.dirname, 'main.ts')
  const files = ['--clients', join(folder, 'clients.json'), '--data-file', join(folder, 'ebox.jsonl')]
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...files, ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  running.push(child)
  const [line] = await once(child.stdout, 'data')
  return { child, url: (JSON.parse(String(line)) as { url: string }).url }
}

test('killed in the middle, it has lost nothing that it had answered', async () => {
  const first = await start()
  const token = await aToken(first.url, from)
  const keys = Array.from({ length: 20 }, newKey)
  const posts = keys.map(async (key) => {
    const reply = await post(first.url, token, multipartOf(aMessage()), { key }).catch(() => undefined)
    return reply?.status === 201 ? key : undefined
  })
  await Promise.race(posts)
  first.child.kill('SIGKILL')
  const answered = (await Promise.all(posts)).filter((key) => key !== undefined)

  const second = await start()
  const again = await aToken(second.url, from)
  for (const key of answered) {
    expect((await post(second.url, again, multipartOf(aMessage()), { key })).status).toBe(409)
  }
  expect(answered.length).toBeGreaterThan(0)
})

test('it stops by itself when whoever started it is gone', async () => {
  const { child } = await start('--until-stdin-closes')
  child.stdin?.end()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})
