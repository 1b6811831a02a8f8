import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { MailboxAnswer } from './mailbox.ts'
import { createPace, shortPauseMs } from './pace.ts'
import { accepted } from './testing.ts'

const open = new AbortController().signal
const answering = (answer: MailboxAnswer) => async () => answer

test('no more travel at once than the limit says', async () => {
  const pace = createPace({ concurrency: 3, ratePerSecond: 100_000 })
  let now = 0
  let most = 0
  const call = async () => {
    most = Math.max(most, ++now)
    await sleep(5)
    now--
    return accepted
  }
  await Promise.all(Array.from({ length: 20 }, () => pace.travel(open, call)))
  expect(most).toBe(3)
})

test('no more leave in a second than the limit says', async () => {
  const pace = createPace({ concurrency: 50, ratePerSecond: 100 })
  const started = Date.now()
  await Promise.all(Array.from({ length: 40 }, () => pace.travel(open, answering(accepted))))
  expect(Date.now() - started).toBeGreaterThanOrEqual(300)
})

test('when asked to wait, the whole road waits; a long wait sends documents back', async () => {
  const pace = createPace({ concurrency: 2, ratePerSecond: 100_000 })
  const busy = (retryAfterSeconds: number) =>
    answering({ kind: 'later', code: 'http-429', httpStatus: 429, retryAfterSeconds })
  const started = Date.now()
  await pace.travel(open, busy(0.2))
  expect(await pace.travel(open, answering(accepted))).toEqual(accepted)
  expect(Date.now() - started).toBeGreaterThanOrEqual(195)
  await pace.travel(open, busy(shortPauseMs / 1000 + 60))
  expect(await pace.travel(open, answering(accepted))).toBeUndefined()
})

test('told that it is too much, the road goes half as fast; messages that are taken make it faster again', async () => {
  const pace = createPace({ concurrency: 1, ratePerSecond: 1000 })
  const tooMuch = answering({ kind: 'later', code: 'http-429', httpStatus: 429, retryAfterSeconds: 0 })
  for (let n = 0; n < 5; n++) await pace.travel(open, tooMuch)
  const slower = pace.ratePerSecond
  expect(slower).toBeLessThanOrEqual(500)
  await pace.travel(
    open,
    answering({ kind: 'later', code: 'http-503', httpStatus: 503, retryAfterSeconds: 0 }),
  )
  expect(pace.ratePerSecond).toBe(slower)
  for (let n = 0; n < 5; n++) await pace.travel(open, answering(accepted))
  expect(pace.ratePerSecond).toBeGreaterThan(slower)
})

test('while nothing can be reached the pauses double; the first that gets through ends that', async () => {
  const pace = createPace({ concurrency: 1, ratePerSecond: 100_000 })
  const down = answering({ kind: 'later', code: 'ECONNREFUSED' })
  await pace.travel(open, down)
  const firstPause = pace.opensAt - Date.now()
  await pace.travel(open, down)
  const secondPause = pace.opensAt - Date.now()
  expect(secondPause).toBeGreaterThan(firstPause * 1.5)
  await pace.travel(open, answering(accepted))
  await pace.travel(open, down)
  expect(pace.opensAt - Date.now()).toBeLessThan(secondPause * 0.75)
})

test('a stop wakes who waits for a turn, and nothing leaves', async () => {
  const pace = createPace({ concurrency: 1, ratePerSecond: 100_000 })
  await pace.travel(open, answering({ kind: 'later', code: 'busy', httpStatus: 503, retryAfterSeconds: 4 }))
  const stop = new AbortController()
  let left = false
  const waiting = pace.travel(stop.signal, async () => {
    left = true
    return accepted
  })
  stop.abort()
  expect(await waiting).toBeUndefined()
  expect(left).toBe(false)
})
