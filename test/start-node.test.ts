import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { startNode } from './start-node.ts'

const helper = pathToFileURL(join(import.meta.dirname, 'start-node.ts')).href
const forEver = 'setInterval(() => {}, 1000)'

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a process that a test started ends with the test, also when that is killed', async () => {
  const script = `
    const { startNode } = await import(${JSON.stringify(helper)})
    console.log(startNode(['-e', ${JSON.stringify(forEver)}], process.env).pid)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [text] = await once(parent.stdout, 'data')
  const pid = Number(String(text))
  expect(isThere(pid)).toBe(true)
  parent.kill('SIGKILL')
  while (isThere(pid)) await sleep(20)
})

test('meanwhile it lives as long as it has something to do, and no longer', async () => {
  const working = startNode(['-e', forEver], process.env)
  const done = startNode(['-e', '0'], process.env)
  expect(await once(done, 'exit')).toEqual([0, null])
  expect(working.exitCode).toBeNull()
  working.kill()
  await once(working, 'exit')
})
