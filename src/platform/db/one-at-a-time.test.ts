import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfigError } from '../config-error.ts'
import { oneAtATime } from './one-at-a-time.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiesloket-one-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('one comes after the other, also when the first fails', async () => {
  const file = join(folder, 'shared')
  const steps: string[] = []
  const work = (name: string) => async () => {
    steps.push(`${name} begins`)
    await sleep(20)
    steps.push(`${name} ends`)
    if (name === 'one') throw new Error('failed')
  }
  const both = await Promise.allSettled([oneAtATime(file, work('one')), oneAtATime(file, work('two'))])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(steps.map((step) => step.split(' ')[1])).toEqual(['begins', 'ends', 'begins', 'ends'])
  await expect(readFile(file)).rejects.toThrow('ENOENT')
})

test('who is gone holds nobody up; who is there and does not finish is named, with what to do', async () => {
  const file = join(folder, 'left')
  const { pid } = spawnSync(process.execPath, ['--version'])
  await writeFile(file, String(pid))
  expect(await oneAtATime(file, async () => 'done')).toBe('done')
  await writeFile(file, String(process.pid))
  const waiting = oneAtATime(file, async () => 'done', 50)
  await expect(waiting).rejects.toThrow(ConfigError)
  await expect(waiting).rejects.toMatchObject({
    faults: [{ wrong: expect.stringContaining(String(process.pid)), remedy: expect.stringContaining(file) }],
  })
})
