import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Posted } from '../../src/connectors/ebox/http-post.ts'
import { readAnswer } from '../../src/connectors/ebox/read-answer.ts'
import { usualBackoff } from '../../src/delivery/backoff.ts'
import { judgeAnswer } from '../../src/delivery/judge-answer.ts'
import { type DocumentId, newId } from '../../src/platform/ids.ts'

/** Every answer there can be, from the wire to what becomes of the document. */

const now = new Date('2029-05-20T08:00:00Z')
const documentId = newId<DocumentId>()

const status = fc.integer({ min: 200, max: 599 })
const retryAfter = fc.constantFrom(undefined, '0', '120', 'soon', 'Sun, 20 May 2029 09:00:00 GMT')
const body = fc.constantFrom(
  ...['', '<html>', '{"messageId":"m-1"}', '{"messageId":7}', '{"code":"INVALID_SENDER"}'],
  ...['{"code":"INVALID_INPUT","message":"x"}', '{"type":"urn:problem-type:belgif:badRequest"}'],
)
const answered = fc.record({ status, retryAfter, body }).map(
  ({ status, retryAfter, body }): Posted => ({
    ...{ kind: 'answered', status, body },
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  }),
)
const broken = fc
  .record({
    code: fc.constantFrom('ECONNRESET', 'time-out', 'UND_ERR_SOCKET'),
    status: fc.option(status, { nil: undefined }),
  })
  .map(({ code, status }): Posted => ({ kind: 'lost', code, ...(status !== undefined && { status }) }))

function becomes(posted: Posted, hasKeys: boolean, mayHaveArrived = false, failures = 0) {
  const answer = readAnswer(posted, { hasKeys, now })
  return judgeAnswer(
    answer,
    { documentId, failures, closedDoors: failures, mayHaveArrived },
    { hasKeys, backoff: usualBackoff, now },
  )
}

/** What says of itself that the message was not taken; docs/how-it-delivers.md names them as what is believed. */
function saysNotTaken(posted: Posted): boolean {
  if (posted.kind !== 'answered') return false
  const { status, body } = posted
  if ([301, 307, 308, 401, 403, 404, 405, 429].includes(status)) return true
  return status >= 400 && status < 500 && ![408, 409].includes(status) && body.includes('INVALID_SENDER')
}

test('without keys a document goes again by itself only after an answer that says it was not taken', () => {
  fc.assert(
    fc.property(fc.oneof(answered, broken), (posted) => {
      if (becomes(posted, false).state === 'waiting') expect(saysNotTaken(posted)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})

test('without keys, refused is only what was said to be refused: not a 409, a 408 or a 5xx', () => {
  fc.assert(
    fc.property(fc.oneof(answered, broken), fc.nat(10), (posted, failures) => {
      if (becomes(posted, false, false, failures).state !== 'refused') return
      expect(posted.kind === 'answered' && posted.status < 500 && ![408, 409].includes(posted.status)).toBe(
        true,
      )
    }),
    { numRuns: 3000 },
  )
})

test('whatever is answered, nobody is called refused who may have the letter', () => {
  fc.assert(
    fc.property(fc.oneof(answered, broken), fc.boolean(), fc.nat(10), (posted, hasKeys, failures) => {
      expect(becomes(posted, hasKeys, true, failures).state).not.toBe('refused')
    }),
    { numRuns: 3000 },
  )
})

test('delivered is only what has a receipt, or a key that was ours', () => {
  fc.assert(
    fc.property(fc.oneof(answered, broken), fc.boolean(), fc.boolean(), (posted, hasKeys, mayHaveArrived) => {
      const { state, receipt, reason } = becomes(posted, hasKeys, mayHaveArrived)
      if (state !== 'delivered' && state !== 'inactive') return
      expect(receipt !== null || (hasKeys && mayHaveArrived && reason === 'receipt-lost')).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
