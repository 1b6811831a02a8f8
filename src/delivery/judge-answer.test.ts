import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DocumentId, newId } from '../platform/ids.ts'
import { backoffSeconds, usualBackoff } from './backoff.ts'
import { type Attempt, judgeAnswer, mostClosedDoors, type Route } from './judge-answer.ts'
import type { MailboxAnswer } from './mailbox.ts'

const documentId = newId<DocumentId>()
const first: Attempt = { documentId, failures: 0, closedDoors: 0, mayHaveArrived: false }
const now = new Date('2029-05-20T08:00:00Z')
const keys: Route = { hasKeys: true, backoff: usualBackoff, now }
const noKeys: Route = { ...keys, hasKeys: false }
const lost: MailboxAnswer = { kind: 'unconfirmed', code: 'http-502', httpStatus: 502 }

describe('an answer becomes an outcome', () => {
  test('accepted: delivered, or inactive where the box was never opened', () => {
    const accepted = { kind: 'accepted', receipt: 'm-1', inactive: false, httpStatus: 201 } as const
    expect(judgeAnswer(accepted, first, keys)).toMatchObject({ state: 'delivered', receipt: 'm-1' })
    expect(judgeAnswer({ ...accepted, inactive: true }, first, keys)).toMatchObject({ state: 'inactive' })
  })

  test('a key that was used: ours when an earlier attempt may have arrived, else an alarm', () => {
    const there = { kind: 'already-there', httpStatus: 409 } as const
    expect(judgeAnswer(there, { ...first, mayHaveArrived: true }, keys)).toMatchObject({
      state: 'delivered',
      reason: 'receipt-lost',
      receipt: null,
    })
    expect(judgeAnswer(there, first, keys)).toMatchObject({ state: 'unconfirmed', reason: 'key-clash' })
  })

  test('a lost answer: again under the same key, or named and never again', () => {
    expect(judgeAnswer(lost, first, keys)).toMatchObject({
      state: 'waiting',
      reason: 'http-502',
      failures: 1,
    })
    expect(judgeAnswer(lost, first, noKeys)).toMatchObject({ state: 'unconfirmed', reason: 'http-502' })
  })

  test('too busy: not before the time that was asked for', () => {
    const busy = { kind: 'later', code: 'http-429', httpStatus: 429, retryAfterSeconds: 120 } as const
    for (const route of [keys, noKeys]) {
      const verdict = judgeAnswer(busy, first, route)
      expect(verdict.state).toBe('waiting')
      expect(verdict.nextAttemptAt!.getTime()).toBe(now.getTime() + 120_000)
    }
  })

  test('the document is refused, or the door is closed for a document once too often', () => {
    const permanent = { kind: 'permanent', code: 'INVALID_INPUT', httpStatus: 400 } as const
    expect(judgeAnswer(permanent, first, keys)).toMatchObject({ state: 'refused', reason: 'INVALID_INPUT' })
    const closed = { kind: 'closed', code: 'http-403', httpStatus: 403 } as const
    expect(judgeAnswer(closed, first, keys).state).toBe('waiting')
    const shutOut = { ...first, failures: mostClosedDoors - 1, closedDoors: mostClosedDoors - 1 }
    expect(judgeAnswer(closed, shutOut, keys).state).toBe('refused')
  })

  test('what failed often for other reasons is not refused for one door that is shut', () => {
    const closed = { kind: 'closed', code: 'http-403', httpStatus: 403 } as const
    expect(judgeAnswer(closed, { ...first, failures: 20 }, keys).state).toBe('waiting')
  })

  test('turned away, but an earlier attempt may have arrived: nobody knows what the person has', () => {
    const permanent = { kind: 'permanent', code: 'INVALID_INPUT', httpStatus: 400 } as const
    const closed = { kind: 'closed', code: 'http-404', httpStatus: 404 } as const
    const shut = mostClosedDoors - 1
    const before = { ...first, failures: shut, closedDoors: shut, mayHaveArrived: true }
    for (const answer of [permanent, closed])
      expect(judgeAnswer(answer, before, keys)).toMatchObject({ state: 'unconfirmed', reason: answer.code })
  })

  test('not sent: waits, and no failure is counted', () => {
    const verdict = judgeAnswer({ kind: 'not-sent', retryAfterSeconds: 30 }, first, noKeys)
    expect(verdict).toMatchObject({ state: 'waiting', failures: 0 })
    expect(verdict.nextAttemptAt!.getTime()).toBe(now.getTime() + 30_000)
  })
})

const uuid = fc.uuid().map((text) => text as DocumentId)

test('waits double up to the cap, spread a quarter either way, the same every time', () => {
  fc.assert(
    fc.property(uuid, fc.integer({ min: 1, max: 10_000 }), (id, failures) => {
      const seconds = backoffSeconds(usualBackoff, failures, id)
      const middle = Math.min(2 ** (failures - 1), usualBackoff.capSeconds)
      expect(seconds).toBeGreaterThanOrEqual(middle * 0.75)
      expect(seconds).toBeLessThanOrEqual(middle * 1.25)
      expect(backoffSeconds(usualBackoff, failures, id)).toBe(seconds)
    }),
  )
})

test('without keys, no answer of an attempt that left ever sends a document again by itself', () => {
  const status = fc.option(fc.integer({ min: 400, max: 599 }), { nil: undefined })
  fc.assert(
    fc.property(
      status,
      fc.integer({ min: 0, max: 30 }),
      fc.boolean(),
      (httpStatus, failures, mayHaveArrived) => {
        const answer: MailboxAnswer = { kind: 'unconfirmed', code: 'x', ...(httpStatus && { httpStatus }) }
        expect(
          judgeAnswer(answer, { documentId, failures, closedDoors: failures, mayHaveArrived }, noKeys).state,
        ).toBe('unconfirmed')
      },
    ),
  )
})
