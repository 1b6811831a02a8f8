import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { firstMunicipality, secondMunicipality } from '../../test/database.ts'
import type { Mailbox, MailboxAnswer } from './mailbox.ts'
import type { Place } from './senders.ts'
import { accepted, scriptedMailbox } from './testing.ts'
import { createTraffic } from './traffic.ts'

const go = new AbortController().signal
const answering = (answer: MailboxAnswer) => async () => answer
const fast = { concurrency: 3, ratePerSecond: 100_000 }
const mailbox = scriptedMailbox(() => accepted)

function paceOf(limits = fast, to: Mailbox = mailbox, place: () => Place | undefined = () => only) {
  const senders = { join: async () => ({ leave() {} }), placeIn: place, close: async () => {} }
  const traffic = createTraffic(limits, senders)
  return traffic.paceOf(to, firstMunicipality)
}
const only = { rank: 0, count: 1 }

test('no more travel at once than the limit says', async () => {
  const pace = paceOf()
  let [now, most] = [0, 0]
  const call = async () => {
    most = Math.max(most, ++now)
    await sleep(5)
    now--
    return accepted
  }
  await Promise.all(Array.from({ length: 20 }, () => pace.travel(go, call)))
  expect(most).toBe(3)
})

test('a municipality with a limit of its own keeps to it, and leaves the rest of the road to others', async () => {
  const traffic = createTraffic(fast)
  const modest = { ...mailbox, ownLimits: { concurrency: 1 } }
  const underWay: number[] = []
  const most = { modest: 0, all: 0 }
  const call = (whose: number) => async () => {
    underWay.push(whose)
    most.all = Math.max(most.all, underWay.length)
    most.modest = Math.max(most.modest, underWay.filter((each) => each === firstMunicipality).length)
    await sleep(5)
    underWay.splice(underWay.indexOf(whose), 1)
    return accepted
  }
  const send = (to: Mailbox, whose: typeof firstMunicipality) =>
    Array.from({ length: 10 }, () => traffic.paceOf(to, whose).travel(go, call(whose)))
  await Promise.all([...send(modest, firstMunicipality), ...send(mailbox, secondMunicipality)])
  expect(most).toEqual({ modest: 1, all: 3 })
})

test('a municipality that had its share rests; nothing of it leaves, and it says until when', async () => {
  const pace = paceOf(fast, { ...mailbox, ownLimits: { ratePerSecond: 0.5 } })
  expect(pace.left).toBe(5)
  let left = 0
  const call = async () => {
    left++
    return accepted
  }
  await Promise.all(Array.from({ length: 8 }, () => pace.travel(go, call)))
  expect(left).toBe(5)
  expect(pace.left).toBe(0)
  expect(pace.restsUntil).toBeGreaterThan(Date.now())
})

test('with several processes each has its part; the last of more than there are seats rests', () => {
  let place: Place | undefined = { rank: 0, count: 2 }
  const pace = paceOf(fast, mailbox, () => place)
  expect(pace.concurrency).toBe(2)
  place = { rank: 1, count: 2 }
  expect(pace.concurrency).toBe(1)
  expect(pace.restsUntil).toBeUndefined()
  place = { rank: 3, count: 4 }
  expect(pace.concurrency).toBe(0)
  expect(pace.restsUntil).toBeGreaterThan(Date.now())
})

test('cut off from the others, nothing leaves', async () => {
  const pace = paceOf(fast, mailbox, () => undefined)
  expect(await pace.travel(go, () => Promise.reject(new Error('it left')))).toBeUndefined()
})

test('a long pause of the road rests whoever takes it; a short one is waited out', async () => {
  const pace = paceOf({ ...fast, concurrency: 1 })
  const busy = (retryAfterSeconds: number) =>
    answering({ kind: 'later', code: 'http-429', httpStatus: 429, retryAfterSeconds })
  await pace.travel(go, busy(0.1))
  expect(pace.restsUntil).toBeUndefined()
  expect(await pace.travel(go, answering(accepted))).toEqual(accepted)
  await pace.travel(go, busy(60))
  expect(pace.restsUntil).toBeGreaterThan(Date.now() + 50_000)
  expect(await pace.travel(go, answering(accepted))).toBeUndefined()
})

test('a stop wakes who waits for a turn, and nothing leaves', async () => {
  const pace = paceOf({ ...fast, concurrency: 1 })
  await pace.travel(go, answering({ kind: 'later', code: 'busy', httpStatus: 503, retryAfterSeconds: 4 }))
  const stop = new AbortController()
  const waiting = pace.travel(stop.signal, () => Promise.reject(new Error('it left')))
  stop.abort()
  expect(await waiting).toBeUndefined()
})
