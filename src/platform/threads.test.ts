import { expect, test } from 'vitest'
import { inOrder } from './threads.ts'

async function* upTo(count: number, onTaken: (n: number) => void = () => {}) {
  for (let n = 0; n < count; n++) {
    onTaken(n)
    yield n
  }
}
async function all<T>(outcomes: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const outcome of outcomes) found.push(outcome)
  return found
}
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

test('outcomes come in the order of the items, whichever is ready first', async () => {
  const outcomes = inOrder(upTo(20), 5, async (n) => {
    await later((20 - n) % 7)
    return n * 2
  })
  expect(await all(outcomes)).toEqual(Array.from({ length: 20 }, (_, n) => n * 2))
})

test('works on as many at once as it may, and reads no further ahead', async () => {
  let underWay = 0
  let most = 0
  let taken = 0
  const outcomes = inOrder(
    upTo(50, () => taken++),
    4,
    async (n) => {
      most = Math.max(most, ++underWay)
      await later(2)
      underWay--
      return n
    },
  )
  let given = 0
  for await (const _ of outcomes) expect(taken - ++given).toBeLessThanOrEqual(4)
  expect(most).toBe(4)
})

test('a failure is the first in order, closes the source, and leaves none unheard of', async () => {
  let closed = false
  async function* source() {
    try {
      yield* upTo(100)
    } finally {
      closed = true
    }
  }
  const outcomes = inOrder(source(), 3, async (n) => {
    if (n >= 4) throw new Error(`item ${n}`)
    return n
  })
  await expect(all(outcomes)).rejects.toThrow('item 4')
  expect(closed).toBe(true)
  await later(5) // an unhandled rejection would end the test run
})
