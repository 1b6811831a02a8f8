import { expect, test } from 'vitest'
import type { MailboxAnswer } from './mailbox.ts'
import { createRoad, shortPauseMs } from './road.ts'
import { accepted } from './testing.ts'
import { createTurns } from './turns.ts'

const go = new AbortController().signal
const later = (facts: Partial<MailboxAnswer>): MailboxAnswer =>
  ({ kind: 'later', code: 'x', ...facts }) as MailboxAnswer
const tooMuch = later({ httpStatus: 429, retryAfterSeconds: 0 })

function roadOf(ratePerSecond: number, concurrency = 1) {
  return createRoad({ partyTurns: createTurns(() => ratePerSecond), concurrency })
}

test('no more leave in a second than the limit says, over all roads to one party', async () => {
  const partyTurns = createTurns(() => 100)
  const roads = [1, 2].map(() => createRoad({ partyTurns, concurrency: 50 }))
  const started = Date.now()
  await Promise.all(roads.flatMap((road) => Array.from({ length: 20 }, () => road.turn(go))))
  expect(Date.now() - started).toBeGreaterThanOrEqual(300)
})

test('when asked to wait, the whole road waits; a long wait sends documents back', async () => {
  const road = roadOf(100_000, 2)
  const started = Date.now()
  road.hear(later({ httpStatus: 429, retryAfterSeconds: 0.2 }))
  expect(await road.turn(go)).toBe(true)
  expect(Date.now() - started).toBeGreaterThanOrEqual(195)
  road.hear(later({ httpStatus: 429, retryAfterSeconds: shortPauseMs / 1000 + 60 }))
  expect(await road.turn(go)).toBe(false)
})

test('told that it is too much, the road goes half as fast; messages that are taken make it faster again', async () => {
  const road = roadOf(1000)
  for (let n = 0; n < 5; n++) {
    await road.turn(go)
    road.hear(tooMuch)
  }
  const slower = road.ratePerSecond
  expect(slower).toBeLessThanOrEqual(500)
  road.hear(later({ httpStatus: 503, retryAfterSeconds: 0 }))
  expect(road.ratePerSecond).toBe(slower)
  for (let n = 0; n < 5; n++) road.hear(accepted)
  expect(road.ratePerSecond).toBeGreaterThan(slower)
})

test('while nothing can be reached the pauses double; the first that gets through ends that', async () => {
  const road = roadOf(100_000)
  const down = later({ code: 'ECONNREFUSED' })
  const pauseAfter = async (answer: MailboxAnswer) => {
    await road.turn(go)
    road.hear(answer)
    return road.opensAt - Date.now()
  }
  const first = await pauseAfter(down)
  const second = await pauseAfter(down)
  expect(second).toBeGreaterThan(first * 1.5)
  await pauseAfter(accepted)
  expect(await pauseAfter(down)).toBeLessThan(second * 0.75)
})

test('a stop wakes who waits for a turn', async () => {
  const road = roadOf(100_000)
  road.hear(later({ httpStatus: 503, retryAfterSeconds: 4 }))
  const stop = new AbortController()
  const turn = road.turn(stop.signal)
  stop.abort()
  expect(await turn).toBe(false)
})

test('a process that others left nothing does not wait for a turn', async () => {
  expect(await roadOf(0).turn(go)).toBe(false)
})
