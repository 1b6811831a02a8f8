import { setImmediate as soon } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createNewestOnly } from './newest-only.ts'

/** Work that is ready when it is told to be; remembers in which order it began. */
function workshop() {
  const begun: string[] = []
  const ends = new Map<string, { done(): void; fail(): void }>()
  const make = (name: string) => () => {
    begun.push(name)
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    ends.set(name, { done: () => resolve(name), fail: () => reject(new Error(name)) })
    return promise
  }
  return {
    begun,
    make,
    end: (name: string) => ends.get(name)!.done(),
    fail: (name: string) => ends.get(name)!.fail(),
  }
}

test('of one person one is made at a time, and of those that wait the newest only', async () => {
  const newestOnly = createNewestOnly()
  const { begun, make, end } = workshop()
  const first = newestOnly('an', make('first'))
  await soon()
  const second = newestOnly('an', make('second'))
  const third = newestOnly('an', make('third'))
  const last = newestOnly('an', make('last'))
  expect(await Promise.all([second, third]), 'told while the first is still being made').toEqual([
    undefined,
    undefined,
  ])
  await soon()
  expect(begun).toEqual(['first'])
  end('first')
  expect(await first).toBe('first')
  await soon()
  end('last')
  expect(await last).toBe('last')
  expect(begun).toEqual(['first', 'last'])
})

test('nobody waits for somebody else', async () => {
  const newestOnly = createNewestOnly()
  const { begun, make } = workshop()
  void newestOnly('an', make('an'))
  void newestOnly('bo', make('bo'))
  await soon()
  expect(begun).toEqual(['an', 'bo'])
})

test('what failed keeps nobody waiting', async () => {
  const newestOnly = createNewestOnly()
  const { make, end, fail } = workshop()
  const first = newestOnly('an', make('first'))
  await soon()
  const next = newestOnly('an', make('next'))
  fail('first')
  await expect(first).rejects.toThrow('first')
  await soon()
  end('next')
  expect(await next).toBe('next')
})
