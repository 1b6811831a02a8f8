import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fixedClock } from '../platform/clock.ts'
import { createMemory } from './remembered.ts'

const deps = { database: {}, clock: fixedClock('2029-05-02T10:00:00Z') }

test('ten who look at once have it counted once; later it is counted again', async () => {
  const remembered = createMemory()
  let counted = 0
  const count = async () => {
    await sleep(5)
    return ++counted
  }
  const seen = await Promise.all(Array.from({ length: 10 }, () => remembered(deps, 'sum', count)))
  expect(new Set(seen.map(({ value }) => value))).toEqual(new Set([1]))
  await expect.poll(async () => (await remembered(deps, 'sum', count)).value).toBeGreaterThan(1)
})

test('a failure is told to who asked, and not remembered', async () => {
  const remembered = createMemory()
  await expect(remembered(deps, 'sum', () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect((await remembered(deps, 'sum', async () => 7)).value).toBe(7)
})

test('another database has its own', async () => {
  const remembered = createMemory()
  const one = await remembered(deps, 'sum', async () => 1)
  const other = await remembered({ ...deps, database: {} }, 'sum', async () => 2)
  expect([one.value, other.value]).toEqual([1, 2])
})
